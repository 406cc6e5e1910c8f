function f(a: boolean, b: boolean): string {
  if (a) if (b) return "both";
    else return "only a";
  return "not a";
}
console.log(f(true, true), f(true, false), f(false, true));
