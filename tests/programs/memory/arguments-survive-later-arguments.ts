// What an earlier argument made must survive the allocations of the later ones.
class Box {
  constructor(readonly value: number) {}
}
function churn(n: number): Box {
  let last = new Box(0);
  for (let i = 0; i < n; i++) last = new Box(i);
  return last;
}
function sum(a: Box, b: Box, c: Box): number {
  return a.value * 10000 + b.value * 100 + c.value;
}
let total = 0;
for (let i = 0; i < 50; i++) total += sum(new Box(i), churn(1000), new Box(i % 7));
console.log(total);
