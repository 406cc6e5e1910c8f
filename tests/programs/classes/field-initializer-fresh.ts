class Bag {
  items: number[] = [];
}
const a = new Bag();
const b = new Bag();
a.items.push(1);
console.log(a.items.length, b.items.length);
