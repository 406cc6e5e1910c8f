const n = 5;
console.log(new n()); // error: This expression is not constructable.
