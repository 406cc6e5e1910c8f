const log: string[] = [];
function n(name: string, value: number): number {
  log.push(name);
  return value;
}
const result = n("a", 1) + n("b", 2) * n("c", 3) - n("d", 4);
console.log(result, log.join(""));
function three(a: number, b: number, c: number): number {
  return a * 100 + b * 10 + c;
}
let k = 1;
console.log(three(k++, k++, k++), three(k, (k = 9), k));
