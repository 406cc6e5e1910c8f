const o = { a: 1, a: 2 }; // error: An object literal cannot have multiple properties with the same name.
console.log(o);
