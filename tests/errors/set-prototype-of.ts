const a = { x: 1 };
Object.setPrototypeOf(a, null); // error: Object.setPrototypeOf is refused
console.log(a);
