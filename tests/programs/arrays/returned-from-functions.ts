function pair(a: number, b: number): number[] {
  return [a, b];
}
const p = pair(1, 2);
const q = pair(1, 2);
p[0] = 9;
console.log(p, q);
