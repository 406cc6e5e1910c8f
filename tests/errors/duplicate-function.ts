function f(): number { // error: Duplicate function implementation
  return 1;
}
function f(): number { // error: Duplicate function implementation
  return 2;
}
console.log(f());
