class TreeNode {
  readonly children: TreeNode[] = [];
  parent: TreeNode | null = null;

  constructor(readonly name: string) {}

  add(child: TreeNode): this {
    child.parent = this;
    this.children.push(child);
    return this;
  }

  path(): string {
    return this.parent === null ? this.name : `${this.parent.path()}/${this.name}`;
  }
}
const leaf = new TreeNode("leaf");
new TreeNode("root").add(new TreeNode("a").add(leaf));
console.log(leaf.path());
