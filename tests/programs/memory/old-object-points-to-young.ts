class Holder {
  item: number[] = [];
}
const holders: Holder[] = [];
for (let i = 0; i < 50; i++) holders.push(new Holder());
for (let round = 0; round < 200; round++) {
  for (let i = 0; i < holders.length; i++) holders[i]!.item = [round, i];
}
let sum = 0;
for (const holder of holders) sum += holder.item[0]! * 100 + holder.item[1]!;
console.log(sum);
