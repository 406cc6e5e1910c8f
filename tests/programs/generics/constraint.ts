interface Sized {
  size(): number;
}
class Crate implements Sized {
  constructor(private readonly n: number) {}
  size(): number {
    return this.n;
  }
}
class Sack implements Sized {
  size(): number {
    return 0.5;
  }
  label = "sack";
}
function largest<T extends Sized>(items: T[]): T {
  let best = items[0]!;
  for (const item of items) if (item.size() > best.size()) best = item;
  return best;
}
console.log(largest([new Crate(2), new Crate(7), new Crate(3)]).size());
console.log(largest([new Sack()]).label);
