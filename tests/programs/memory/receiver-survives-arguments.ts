class Counter {
  constructor(readonly base: number) {}
  add(values: number[]): number {
    let sum = this.base;
    for (const v of values) sum += v;
    return sum;
  }
}
function fresh(n: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < n; i++) list.push(i);
  return list;
}
let total = 0;
for (let i = 0; i < 200; i++) total += new Counter(i).add(fresh(i));
console.log(total);
