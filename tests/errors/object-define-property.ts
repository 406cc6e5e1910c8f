const o: { a?: number } = {};
Object.defineProperty(o, "a", { value: 1 }); // error: `Object.defineProperty` is refused: it changes what property access means
console.log(o.a);
