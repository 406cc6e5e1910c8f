/** Grows arrays by push and sums them by index. array-push [ROUNDS [time]] */
function squares(count: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < count; i++) list.push(i * i);
  return list;
}

function sum(list: number[]): number {
  let total = 0;
  for (let i = 0; i < list.length; i++) total += list[i]!;
  return total;
}

const rounds = Number(process.argv[2] ?? "10");
const start = performance.now();
let total = 0;
for (let i = 0; i < rounds; i++) total = (total + sum(squares(10000))) % 1000000007;
console.log(total);
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
