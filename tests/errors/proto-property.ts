const a: any = { x: 1 };
console.log(a.__proto__); // error: __proto__ is refused
