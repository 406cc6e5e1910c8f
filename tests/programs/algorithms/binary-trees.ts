class TreeNode {
  constructor(
    readonly left: TreeNode | null,
    readonly right: TreeNode | null,
  ) {}
  check(): number {
    return 1 + (this.left === null ? 0 : this.left.check()) + (this.right === null ? 0 : this.right.check());
  }
}
function build(depth: number): TreeNode {
  return depth === 0 ? new TreeNode(null, null) : new TreeNode(build(depth - 1), build(depth - 1));
}
const kept = build(10);
for (let depth = 4; depth <= 10; depth += 2) {
  const n = 1 << (14 - depth);
  let check = 0;
  for (let i = 0; i < n; i++) check += build(depth).check();
  console.log(`${n} trees of depth ${depth}, check ${check}`);
}
console.log(kept.check());
