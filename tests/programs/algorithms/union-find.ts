class UnionFind {
  private readonly parent: number[] = [];
  private readonly size: number[] = [];
  sets: number;

  constructor(n: number) {
    for (let i = 0; i < n; i++) {
      this.parent.push(i);
      this.size.push(1);
    }
    this.sets = n;
  }

  find(x: number): number {
    while (this.parent[x] !== x) {
      this.parent[x] = this.parent[this.parent[x]!]!;
      x = this.parent[x]!;
    }
    return x;
  }

  union(a: number, b: number): boolean {
    let x = this.find(a);
    let y = this.find(b);
    if (x === y) return false;
    if (this.size[x]! < this.size[y]!) {
      const kept = x;
      x = y;
      y = kept;
    }
    this.parent[y] = x;
    this.size[x]! += this.size[y]!;
    this.sets--;
    return true;
  }
}
const sets = new UnionFind(100);
for (let i = 0; i < 100; i++) sets.union(i, (i * 7) % 20);
console.log(sets.sets, sets.find(3) === sets.find(21), sets.union(0, 1), sets.sets);
