// Functions that test their parameter tell what they tested, whatever they declare.
interface Circle { kind: "circle"; radius: number }
interface Square { kind: "square"; side: number }
type Shape = Circle | Square;
function isCircle(shape: Shape): shape is Circle { return shape.kind === "circle"; }
function isText(x: unknown): x is string { return typeof x === "string"; }
function isNumberOrText(x: unknown): x is number | string { return typeof x === "number" || typeof x === "string"; }
class Leaf { constructor(readonly n: number) {} }
class Pair { constructor(readonly a: Tree, readonly b: Tree) {} }
type Tree = Leaf | Pair;
function isLeaf(t: Tree): t is Leaf { return t instanceof Leaf; }
function isPresent<T>(x: T | null | undefined): x is T { return x !== null && x !== undefined; }
function area(s: Shape): number { if (isCircle(s)) return s.radius * 3; return s.side * s.side; }
function sum(t: Tree): number { return isLeaf(t) ? t.n : sum(t.a) + sum(t.b); }
function show(x: unknown): string {
  if (!isNumberOrText(x)) return "neither";
  if (isText(x) && x.length > 2) return "long " + x.length;
  return isText(x) ? "short " + x : "number " + (x + 1);
}
console.log(area({ kind: "circle", radius: 2 }), area({ kind: "square", side: 3 }));
console.log(sum(new Pair(new Leaf(1), new Pair(new Leaf(2), new Leaf(3)))));
console.log(show(1), show("ab"), show("abc"), show(null), show([1]));
class Holder { item: Leaf | null = null; get(): number { if (isPresent(this.item)) return this.item.n; return -1; } }
const h = new Holder(); console.log(h.get()); h.item = new Leaf(7); console.log(h.get());
// One that lies: the declared type proves nothing.
function isSquare(shape: Shape): shape is Square { return shape.kind !== "square"; }
function lied(s: Shape): unknown { if (isSquare(s)) return s.side; return s.kind; }
console.log(lied({ kind: "circle", radius: 1 }), lied({ kind: "square", side: 2 }));
const shapes: Shape[] = [{ kind: "circle", radius: 1 }, { kind: "square", side: 2 }];
console.log(shapes.filter(isCircle).map((c) => c.radius).join(), isCircle(shapes[1]!));
let calls = 0;
const counted = { get kind(): "circle" { calls++; return "circle"; }, radius: 4 };
while (isCircle(counted) && calls < 3);
console.log(calls);
