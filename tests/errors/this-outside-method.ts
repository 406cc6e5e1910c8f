function f(): unknown {
  return this; // warning: 'this' implicitly has type 'any'
}
console.log(f());
