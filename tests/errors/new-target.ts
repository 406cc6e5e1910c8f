function f(): unknown {
  return new.target; // error: new.target is not supported
}
console.log(f());
