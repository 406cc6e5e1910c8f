interface Item {
  id: number;
  note?: string;
}
const item: Item = { id: 1 };
console.log(item.note === undefined);
item.note = "now";
console.log(item.note, item);
