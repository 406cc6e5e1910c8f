import { Branch } from "./branch.ts";
import type { TreeNode } from "./node.ts";

export class Leaf implements TreeNode {
  private readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  sum(): number {
    return this.value;
  }

  wrap(): TreeNode {
    return new Branch([this, this]);
  }
}
