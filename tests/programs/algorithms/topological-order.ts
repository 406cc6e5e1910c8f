const names = ["shirt", "tie", "jacket", "belt", "trousers", "shoes", "socks"];
const after: number[][] = [[1, 3], [2], [], [2], [5, 3], [], [5]];
const state: number[] = [];
for (let i = 0; i < names.length; i++) state.push(0);
const order: string[] = [];
function visit(i: number): void {
  if (state[i] !== 0) return;
  state[i] = 1;
  for (const j of after[i]!) visit(j);
  order.push(names[i]!);
}
for (let i = 0; i < names.length; i++) visit(i);
let line = "";
for (let i = order.length - 1; i >= 0; i--) line += `${order[i]} `;
console.log(line);
