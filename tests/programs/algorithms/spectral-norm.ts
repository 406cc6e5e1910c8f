function a(i: number, j: number): number {
  return 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);
}
function times(v: number[], transposed: boolean): number[] {
  const result: number[] = [];
  for (let i = 0; i < v.length; i++) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += (transposed ? a(j, i) : a(i, j)) * v[j]!;
    result.push(sum);
  }
  return result;
}
let u: number[] = [];
for (let i = 0; i < 40; i++) u.push(1);
let v = u;
for (let i = 0; i < 10; i++) {
  v = times(times(u, false), true);
  u = times(times(v, false), true);
}
let vBv = 0;
let vv = 0;
for (let i = 0; i < 40; i++) {
  vBv += u[i]! * v[i]!;
  vv += v[i]! * v[i]!;
}
console.log(Math.sqrt(vBv / vv).toFixed(9));
