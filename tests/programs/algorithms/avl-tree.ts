// An AVL tree: every insertion rebalances on the way back.
class AvlNode {
  left: AvlNode | null = null;
  right: AvlNode | null = null;
  height = 1;
  constructor(readonly key: number) {}
}
function height(node: AvlNode | null): number {
  return node?.height ?? 0;
}
function update(node: AvlNode): AvlNode {
  node.height = 1 + Math.max(height(node.left), height(node.right));
  return node;
}
function rotateRight(node: AvlNode): AvlNode {
  const top = node.left!;
  node.left = top.right;
  top.right = update(node);
  return update(top);
}
function rotateLeft(node: AvlNode): AvlNode {
  const top = node.right!;
  node.right = top.left;
  top.left = update(node);
  return update(top);
}
function insert(node: AvlNode | null, key: number): AvlNode {
  if (node === null) return new AvlNode(key);
  if (key < node.key) node.left = insert(node.left, key);
  else node.right = insert(node.right, key);
  update(node);
  const balance = height(node.left) - height(node.right);
  if (balance > 1) {
    if (key > node.left!.key) node.left = rotateLeft(node.left!);
    return rotateRight(node);
  }
  if (balance < -1) {
    if (key < node.right!.key) node.right = rotateRight(node.right!);
    return rotateLeft(node);
  }
  return node;
}
let root: AvlNode | null = null;
for (let i = 0; i < 1000; i++) root = insert(root, i);
console.log(height(root), root?.key);
