function f(): unknown {
  return this; // error: 'this' implicitly has type 'any'
}
console.log(f());
