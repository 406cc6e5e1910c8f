class Pair<A, B> {
  constructor(
    readonly first: A,
    readonly second: B,
  ) {}

  swap(): Pair<B, A> {
    return new Pair(this.second, this.first);
  }
}
const p = new Pair(1, "one");
const q = p.swap();
console.log(p.first + 1, p.second.length, q.first.length, q.second + 1);
const nested = new Pair(p, new Pair(true, 0.5));
console.log(nested.first.second, nested.second.second);
