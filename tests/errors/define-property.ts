const a = { x: 1 };
Object.defineProperty(a, "x", { value: 2 }); // error: Object.defineProperty is refused
console.log(a);
