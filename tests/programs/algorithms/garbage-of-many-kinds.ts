// Allocates about 30 MB of short-lived strings, arrays, closures and objects around a few that stay.
class Item {
  next: Item | null = null;
  constructor(
    readonly name: string,
    readonly values: number[],
    readonly size: () => number,
  ) {}
}
let kept: Item | null = null;
let checksum = 0;
for (let i = 0; i < 30000; i++) {
  const values: number[] = [];
  for (let k = 0; k < i % 10; k++) values.push(i * k + 0.5);
  const item: Item = new Item(`item ${i}`, values, () => values.length + i);
  checksum = (checksum + item.size() + item.name.length) | 0;
  if (i % 1000 === 0) {
    item.next = kept;
    kept = item;
  }
}
let names = "";
for (let item = kept; item !== null; item = item.next) {
  checksum += item.size();
  names += item.name.slice(5);
}
console.log(checksum, names);
