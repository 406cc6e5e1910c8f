// One interface, kept as a field by one class and computed by the other.
interface Sized {
  size: number;
}
class Stored {
  size = 3;
}
class Computed {
  get size(): number {
    return 4;
  }
}
const list: Sized[] = [new Stored(), new Computed()];
let total = 0;
for (const item of list) total += item.size;
console.log(total);
