export interface TreeNode {
  sum(): number;
}
