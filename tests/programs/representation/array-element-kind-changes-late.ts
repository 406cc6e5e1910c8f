const list = [1, 2, 3];
function set(i: number, x: number): void {
  list[i] = x;
}
let sum = 0;
for (let i = 0; i < 3; i++) {
  sum += list[i]!;
  set(i, i === 2 ? 0.25 : i);
}
console.log(sum, list);
