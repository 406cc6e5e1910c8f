class Node {
  constructor(
    readonly left: Node | null,
    readonly right: Node | null,
    readonly label: string,
  ) {}
}
function build(depth: number, label: string): Node {
  if (depth === 0) return new Node(null, null, label);
  const mine = `${label}.`;
  const left = build(depth - 1, `${mine}l`);
  const right = build(depth - 1, `${mine}r`);
  return new Node(left, right, mine);
}
function lengths(node: Node | null): number {
  return node === null ? 0 : node.label.length + lengths(node.left) + lengths(node.right);
}
console.log(lengths(build(10, "")));
