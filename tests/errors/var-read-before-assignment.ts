function f(flag: boolean): number {
  if (flag) {
    var x = 1;
  }
  return x; // warning: Variable 'x' is used before being assigned
}
console.log(f(true));
