/**
 * Binary trees of the Computer Language Benchmarks Game: many short-lived trees beside one that lives long.
 *
 *   binary-trees [DEPTH [time]]
 */
class Tree {
  readonly left: Tree | null;
  readonly right: Tree | null;

  constructor(left: Tree | null, right: Tree | null) {
    this.left = left;
    this.right = right;
  }

  static ofDepth(depth: number): Tree {
    return depth === 0 ? new Tree(null, null) : new Tree(Tree.ofDepth(depth - 1), Tree.ofDepth(depth - 1));
  }

  /** The number of nodes. */
  count(): number {
    if (this.left === null || this.right === null) return 1;
    return 1 + this.left.count() + this.right.count();
  }
}

const MIN_DEPTH = 4;

function report(maxDepth: number): void {
  const stretchDepth = maxDepth + 1;
  console.log(`stretch tree of depth ${stretchDepth}\t check: ${Tree.ofDepth(stretchDepth).count()}`);
  const longLived = Tree.ofDepth(maxDepth);
  for (let depth = MIN_DEPTH; depth <= maxDepth; depth += 2) {
    const iterations = 2 ** (maxDepth - depth + MIN_DEPTH);
    let nodes = 0;
    for (let i = 0; i < iterations; i++) nodes += Tree.ofDepth(depth).count();
    console.log(`${iterations}\t trees of depth ${depth}\t check: ${nodes}`);
  }
  console.log(`long lived tree of depth ${maxDepth}\t check: ${longLived.count()}`);
}

const start = performance.now();
report(Math.max(MIN_DEPTH + 2, Number(process.argv[2] ?? 16)));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
