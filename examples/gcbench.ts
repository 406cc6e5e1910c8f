/**
 * GCBench by John Ellis, Pete Kovac and Hans Boehm: builds perfect binary trees top down and bottom up,
 * while a long-lived tree and a large array of floats stay alive.
 *
 *   gcbench [DEPTH [time]]      DEPTH of the largest trees, even; the original benchmark has 16
 */
const MINIMUM_DEPTH = 4;

class TreeNode {
  left: TreeNode | null;
  right: TreeNode | null;
  /** The original has these two, to make the nodes as large as those of real programs. */
  i = 0;
  j = 0;

  constructor(left: TreeNode | null, right: TreeNode | null) {
    this.left = left;
    this.right = right;
  }
}

/** The number of nodes of a perfect tree. */
function treeSize(depth: number): number {
  return 2 ** (depth + 1) - 1;
}

/** How often to build a tree of this depth, so that every depth allocates about the same. */
function iterations(depth: number, stretchDepth: number): number {
  return Math.floor((2 * treeSize(stretchDepth)) / treeSize(depth));
}

/** Gives a node its children, parents first: old objects come to point to young ones. */
function populate(depth: number, node: TreeNode): void {
  if (depth <= 0) return;
  node.left = new TreeNode(null, null);
  node.right = new TreeNode(null, null);
  populate(depth - 1, node.left);
  populate(depth - 1, node.right);
}

/** Builds a tree children first: young objects point to old ones. */
function makeTree(depth: number): TreeNode {
  if (depth <= 0) return new TreeNode(null, null);
  return new TreeNode(makeTree(depth - 1), makeTree(depth - 1));
}

function countNodes(node: TreeNode | null): number {
  if (node === null) return 0;
  return 1 + countNodes(node.left) + countNodes(node.right);
}

class Benchmark {
  private readonly depth: number;
  private readonly timed: boolean;

  constructor(depth: number, timed: boolean) {
    this.depth = depth;
    this.timed = timed;
  }

  run(): void {
    const start = performance.now();
    console.log("Garbage Collector Test");
    const stretchDepth = this.depth + 2;
    console.log(` Stretching memory with a binary tree of depth ${stretchDepth}`);
    makeTree(stretchDepth);

    console.log(` Creating a long-lived binary tree of depth ${this.depth}`);
    const longLivedTree = new TreeNode(null, null);
    populate(this.depth, longLivedTree);

    const arraySize = 8 * 2 ** this.depth;
    console.log(` Creating a long-lived array of ${arraySize} floats`);
    const array = new Array<number>(arraySize);
    for (let i = 0; i < arraySize; i++) array[i] = 1 / (i + 1);

    for (let depth = MINIMUM_DEPTH; depth <= this.depth; depth += 2) {
      this.timeConstruction(depth, iterations(depth, stretchDepth));
    }

    console.log(` The long-lived tree has ${countNodes(longLivedTree)} nodes`);
    if (countNodes(longLivedTree) !== treeSize(this.depth) || array[1000] !== 1 / 1001) {
      throw new Error("a long-lived object was harmed");
    }
    this.report(" Completed in", start);
  }

  private timeConstruction(depth: number, count: number): void {
    console.log(` Creating ${count} trees of depth ${depth}`);
    let start = performance.now();
    for (let i = 0; i < count; i++) populate(depth, new TreeNode(null, null));
    this.report("  Top down construction took", start);
    start = performance.now();
    let nodes = 0;
    for (let i = 0; i < count; i++) nodes += makeTree(depth).left === null ? 0 : 1;
    this.report("  Bottom up construction took", start);
    if (nodes !== count) throw new Error("a short-lived tree was harmed");
  }

  private report(what: string, start: number): void {
    if (this.timed) console.log(`${what} ${((performance.now() - start) / 1000).toFixed(6)} s`);
  }
}

const depth = Number(process.argv[2] ?? "8");
new Benchmark(depth, process.argv[3] === "time").run();
