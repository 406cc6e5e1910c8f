let log = "";
function v(name: string, n: number): number {
  log += name;
  return n;
}
console.log(v("a", 1) < v("b", 2), v("c", 1) > v("d", 2), v("e", 3) === v("f", 3), log);
