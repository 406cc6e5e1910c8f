// Reads that a test has told of, and what may come between.
class Node1 { next: Node1 | null = null; value: number; constructor(value: number) { this.value = value; } }
class List1 {
  head: Node1 | null = null;
  count = 0;
  add(v: number): void { const n = new Node1(v); n.next = this.head; this.head = n; this.count++; }
  clear(): void { this.head = null; }
  first(): number { if (this.head !== null) return this.head.value; return -1; }
  cleared(): string {
    if (this.head !== null) {
      this.clear();
      try { return String(this.head!.value); } catch (e) { return "caught " + (e instanceof TypeError); }
    }
    return "empty";
  }
  viaCallback(f: () => void): string {
    if (this.head === null) return "empty";
    f();
    return this.head === null ? "gone" : "there " + this.head.value;
  }
  last(): number {
    if (this.head === null) return -1;
    let n = this.head;
    while (n.next !== null) n = n.next;
    return n.value;
  }
}
const l = new List1(); l.add(1); l.add(2); l.add(3);
console.log(l.first(), l.last());
console.log(l.viaCallback(() => { l.count++; }), l.viaCallback(() => l.clear()), l.viaCallback(() => {}));
l.add(7);
console.log(l.cleared(), l.cleared());

// Accessors are asked again.
class Getter { private n = 0; get x(): number | null { this.n++; return this.n % 2 === 1 ? this.n : null; } }
const g = new Getter();
if (g.x !== null) console.log(g.x); 
console.log(g.x);

// Module variables.
let current: Node1 | null = new Node1(5);
function drop(): void { current = null; }
function show(): string { if (current !== null) return "v" + current.value; return "none"; }
function dropped(): string { if (current !== null) { drop(); return current === null ? "dropped" : "kept"; } return "none"; }
console.log(show(), dropped(), show());

// Elements.
const cells: (Node1 | null)[] = [new Node1(1), null, new Node1(3)];
function at(i: number): number { if (cells[i] !== null && cells[i] !== undefined) return cells[i]!.value; return -1; }
console.log(at(0), at(1), at(2), at(3));
function swapped(a: number[], i: number): string { const x = a[i]!; a[i] = x + 1; const y = a[i]; a[i + 1 - 1] = 9; return `${x} ${y} ${a[i]}`; }
console.log(swapped([4, 5], 1));
function loop(a: number[]): number { let s = 0; for (let i = 0; i < a.length; i++) { if (a[i]! > 2) { s += a[i]!; a[i] = 0; } s += a[i]!; } return s; }
console.log(loop([1, 2, 3, 4]));
function popped(a: number[]): string { if (a.length > 1) { a.pop(); return `${a.length}`; } return "short"; }
console.log(popped([1, 2]), popped([1]));

// Discriminated unions.
type Shape = { kind: "circle"; radius: number } | { kind: "square"; side: number } | { kind: "rect"; w: number; h: number };
function area(s: Shape): number {
  switch (s.kind) {
    case "circle": return s.radius * s.radius * 3;
    case "square": return s.side * s.side;
    default: return s.w * s.h;
  }
}
const shapes: Shape[] = [{ kind: "circle", radius: 2 }, { kind: "square", side: 3 }, { kind: "rect", w: 2, h: 5 }];
let total = 0;
for (const s of shapes) total += area(s);
console.log(total);
function name1(s: Shape): string { if (s.kind === "circle") return "c" + s.radius; if (s.kind !== "rect") return "s" + s.side; return "r" + s.w; }
console.log(shapes.map(name1).join());
type Result = { ok: true; value: number } | { ok: false; error: string };
function half(n: number): Result { return n % 2 === 0 ? { ok: true, value: n / 2 } : { ok: false, error: "odd " + n }; }
for (const n of [4, 5]) { const r = half(n); if (r.ok) console.log(r.value); else console.log(r.error); }
const enum Kind { Leaf, Pair }
class Leaf { readonly kind = Kind.Leaf; constructor(readonly n: number) {} }
class Pair { readonly kind = Kind.Pair; constructor(readonly a: Tree, readonly b: Tree) {} }
type Tree = Leaf | Pair;
function sum(t: Tree): number { if (t.kind === Kind.Leaf) return t.n; return sum(t.a) + sum(t.b); }
console.log(sum(new Pair(new Leaf(1), new Pair(new Leaf(2), new Leaf(3)))));
function never(s: Shape | "none"): string { if (s === "none") return "none"; switch (s.kind) { case "circle": case "square": case "rect": return s.kind; default: { const n: never = s; return n; } } }
console.log(never("none"), never(shapes[1]!));
// A kind that changes.
const changing: { kind: string; n?: number } = { kind: "a" };
function twice(c: { kind: string }): string { if (c.kind === "a") { c.kind = "b"; return c.kind === "b" ? "b" : "?"; } return "not a"; }
console.log(twice(changing), twice(changing));
class Holder { item: Leaf | Pair | null = null; size(): number { if (this.item instanceof Leaf) return this.item.n; if (this.item !== null && this.item.kind === Kind.Pair) return sum(this.item.a) + 100; return 0; } }
const h = new Holder(); console.log(h.size()); h.item = new Leaf(4); console.log(h.size()); h.item = new Pair(new Leaf(1), new Leaf(2)); console.log(h.size());
