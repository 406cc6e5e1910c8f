// `switch (typeof x)` narrows as `if` does.
class Box { constructor(readonly n: number) {} }
function show(x: unknown): string {
  switch (typeof x) {
    case "number": return "number " + (x + 1);
    case "string": return "string " + x.length;
    case "boolean": return "boolean " + !x;
    case "undefined": return "undefined";
    default: return x === null ? "null" : x instanceof Box ? "box " + x.n : "other";
  }
}
for (const x of [1, "two", true, undefined, null, new Box(3), [4]]) console.log(show(x));
const enum Op { Add, Neg, Lit }
type Expr = { op: Op.Add; a: Expr; b: Expr } | { op: Op.Neg; a: Expr } | { op: Op.Lit; n: number };
function evaluate(e: Expr): number {
  switch (e.op) {
    case Op.Add: return evaluate(e.a) + evaluate(e.b);
    case Op.Neg: return -evaluate(e.a);
    case Op.Lit: return e.n;
  }
}
console.log(evaluate({ op: Op.Add, a: { op: Op.Lit, n: 5 }, b: { op: Op.Neg, a: { op: Op.Lit, n: 2 } } }));
