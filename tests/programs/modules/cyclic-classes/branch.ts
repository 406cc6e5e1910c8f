import type { TreeNode } from "./node.ts";

export class Branch implements TreeNode {
  private readonly children: TreeNode[];

  constructor(children: TreeNode[]) {
    this.children = children;
  }

  sum(): number {
    let total = 0;
    for (const child of this.children) total += child.sum();
    return total;
  }
}
