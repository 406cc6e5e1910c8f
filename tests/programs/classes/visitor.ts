interface Visitor {
  visitLeaf(leaf: Leaf): void;
  visitFork(fork: Fork): void;
}
interface Tree {
  accept(visitor: Visitor): void;
}
class Leaf implements Tree {
  constructor(readonly value: number) {}
  accept(visitor: Visitor): void {
    visitor.visitLeaf(this);
  }
}
class Fork implements Tree {
  constructor(
    readonly left: Tree,
    readonly right: Tree,
  ) {}
  accept(visitor: Visitor): void {
    visitor.visitFork(this);
  }
}
class Summer implements Visitor {
  sum = 0;
  visitLeaf(leaf: Leaf): void {
    this.sum += leaf.value;
  }
  visitFork(fork: Fork): void {
    fork.left.accept(this);
    fork.right.accept(this);
  }
}
class Depth implements Visitor {
  deepest = 0;
  private level = 0;
  visitLeaf(_leaf: Leaf): void {
    if (this.level > this.deepest) this.deepest = this.level;
  }
  visitFork(fork: Fork): void {
    this.level++;
    fork.left.accept(this);
    fork.right.accept(this);
    this.level--;
  }
}
const tree = new Fork(new Leaf(1), new Fork(new Fork(new Leaf(2), new Leaf(3)), new Leaf(4)));
const summer = new Summer();
const depth = new Depth();
tree.accept(summer);
tree.accept(depth);
console.log(summer.sum, depth.deepest);
