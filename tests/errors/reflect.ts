const point = { x: 1 };
console.log(Reflect.has(point, "x")); // error: Reflect is refused
