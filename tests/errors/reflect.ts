const point = { x: 1, get y() { return 2; } };
Reflect.set(point, "x", 2); // error: `Reflect.set` is refused
Reflect.defineProperty(point, "x", { value: 1 }); // error: `Reflect.defineProperty` is refused
console.log(Reflect); // error: Reflect
