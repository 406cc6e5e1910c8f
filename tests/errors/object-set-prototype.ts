const o = {};
Object.setPrototypeOf(o, { a: 1 }); // error: `Object.setPrototypeOf` is refused: prototypes are fixed at translation
console.log(o);
