// A spread of an object that may be of several shapes gives the copy the names of the one at hand, in its order.

type Node =
  | { readonly kind: "number"; readonly value: number; readonly at: number }
  | { readonly kind: "negate"; readonly operator: string; readonly operand: Node; readonly at: number }
  | { readonly kind: "test"; readonly at: number; readonly operand: Node; readonly negated: boolean }
  | { readonly kind: "sum"; readonly left: Node; readonly at: number; readonly right: Node };

/** What it makes comes back as what it copies. */
function withOperands(node: Node, change: (part: Node) => Node): Node {
  switch (node.kind) {
    case "number":
      return node;
    case "negate":
    case "test":
      return { ...node, operand: change(node.operand) };
    case "sum":
      return { ...node, right: change(node.right), left: change(node.left) };
  }
}

function doubled(node: Node): Node {
  if (node.kind === "number") return { ...node, value: node.value * 2 };
  return withOperands(node, doubled);
}

const tree: Node = {
  kind: "sum",
  left: { kind: "negate", operator: "-", operand: { kind: "number", value: 1, at: 2 }, at: 1 },
  at: 0,
  right: { kind: "test", at: 4, operand: { kind: "number", value: 3, at: 5 }, negated: true },
};
console.log(doubled(tree));
console.log(JSON.stringify(doubled(doubled(tree))));
console.log(Object.keys(withOperands(doubled(tree), doubled)));

// The two orders meet in one variable.
const first = { a: 1, b: "one", c: true };
const second = { c: false, a: 2, b: "two" };
for (const one of [first, second]) {
  const copy = { ...one };
  console.log(copy, Object.entries(copy), JSON.stringify({ z: 0, ...one, b: "last" }));
  const { a, ...rest } = one;
  console.log(a, rest, "a" in rest);
}

// Names that only some have, and undefined as a value.
interface Options {
  width?: number | undefined;
  height?: number | undefined;
  name?: string;
}
const given: Options[] = [{ height: 1, width: 2 }, { width: undefined }, { name: "n", width: 3, height: undefined }, {}];
let all: Options = { name: "all" };
for (const options of given) {
  all = { ...all, ...options };
  console.log(all, Object.keys({ ...options }).join(), "width" in { ...options });
}
const merged = Object.assign({ first: 0 }, given[0], given[2]);
console.log(merged, { ...given[0], ...second }, { ...second, ...given[2] });

// A copy goes its own way, and a deleted name makes it a table.
const changed: { a?: number; b?: string; c?: boolean } = { ...(given.length > 3 ? second : first) };
changed.b = "changed";
delete changed.a;
console.log(changed, second, { ...changed, a: 9 });

// The elements of arrays and the characters of texts are properties too.
const spread = (...list: unknown[]): object => ({ ...list, count: list.length });
console.log({ ...["p", , "q"] }, { ...("hé" as any), z: 1 }, Object.assign({}, [1, 2], { k: 3 }), spread(1, "x"));
