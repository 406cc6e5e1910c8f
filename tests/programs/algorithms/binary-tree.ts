class TreeNode {
  left: TreeNode | null = null;
  right: TreeNode | null = null;
  constructor(readonly key: number) {}
}
function heightOf(node: TreeNode | null): number {
  return node === null ? 0 : 1 + Math.max(heightOf(node.left), heightOf(node.right));
}
class SearchTree {
  private root: TreeNode | null = null;
  size = 0;

  insert(key: number): void {
    if (this.root === null) {
      this.root = new TreeNode(key);
      this.size++;
      return;
    }
    let node = this.root;
    for (;;) {
      if (key === node.key) return;
      const next: TreeNode | null = key < node.key ? node.left : node.right;
      if (next === null) {
        if (key < node.key) node.left = new TreeNode(key);
        else node.right = new TreeNode(key);
        this.size++;
        return;
      }
      node = next;
    }
  }

  height(): number {
    return heightOf(this.root);
  }

  keys(): number[] {
    const result: number[] = [];
    const walk = (node: TreeNode | null): void => {
      if (node === null) return;
      walk(node.left);
      result.push(node.key);
      walk(node.right);
    };
    walk(this.root);
    return result;
  }
}
const tree = new SearchTree();
for (let i = 0; i < 20; i++) tree.insert((i * 7) % 11);
console.log(tree.size, tree.height(), tree.keys().join(" "));
