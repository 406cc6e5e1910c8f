class Item {
  constructor(readonly id: string) {}
}
const items: Item[] = [];
for (let i = 0; i < 20000; i++) items.push(new Item(`id${i}`));
let length = 0;
for (const item of items) length += item.id.length;
console.log(items.length, length, items[12345]!.id);
