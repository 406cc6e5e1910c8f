/**
 * Loop recognition after Havlak ("Nesting of reducible and irreducible loops", TOPLAS 19:4, 1997), as in Hundt's "Loop
 * recognition in C++/Java/Go/Scala" (2011): control flow graphs are built, their loops found, again and again.
 *
 *   havlak [ITERATIONS [time]]
 */
class BasicBlock {
  readonly id: number;
  readonly predecessors: BasicBlock[] = [];
  readonly successors: BasicBlock[] = [];

  constructor(id: number) {
    this.id = id;
  }
}

class ControlFlowGraph {
  readonly blocks = new Map<number, BasicBlock>();
  edges = 0;

  get start(): BasicBlock {
    return this.block(0);
  }

  block(id: number): BasicBlock {
    let block = this.blocks.get(id);
    if (block === undefined) {
      block = new BasicBlock(id);
      this.blocks.set(id, block);
    }
    return block;
  }

  connect(from: number, to: number): void {
    const source = this.block(from);
    const target = this.block(to);
    source.successors.push(target);
    target.predecessors.push(source);
    this.edges++;
  }

  /** A diamond that begins at `start`; the block it ends in. */
  diamond(start: number): number {
    this.connect(start, start + 1);
    this.connect(start, start + 2);
    this.connect(start + 1, start + 3);
    this.connect(start + 2, start + 3);
    return start + 3;
  }

  /** `count` blocks in a line after `start`. */
  straight(start: number, count: number): number {
    for (let i = 0; i < count; i++) this.connect(start + i, start + i + 1);
    return start + count;
  }

  /** Two nested loops around a diamond. */
  baseLoop(from: number): number {
    const header = this.straight(from, 1);
    const diamond1 = this.diamond(header);
    const d11 = this.straight(diamond1, 1);
    const diamond2 = this.diamond(d11);
    let footer = this.straight(diamond2, 1);
    this.connect(diamond2, d11);
    this.connect(diamond1, header);
    this.connect(footer, from);
    footer = this.straight(footer, 1);
    return footer;
  }
}

class Loop {
  readonly blocks: BasicBlock[] = [];
  readonly children: Loop[] = [];
  readonly isReducible: boolean;
  readonly header: BasicBlock | null;
  parent: Loop | null = null;
  nesting = 0;

  constructor(header: BasicBlock | null, isReducible: boolean) {
    this.header = header;
    this.isReducible = isReducible;
    if (header !== null) this.blocks.push(header);
  }

  setParent(parent: Loop): void {
    this.parent = parent;
    parent.children.push(this);
  }
}

/** The forest of loops of a graph, below one root that stands for the whole graph. */
class LoopForest {
  readonly root = new Loop(null, true);
  readonly loops: Loop[] = [];

  add(header: BasicBlock, isReducible: boolean): Loop {
    const loop = new Loop(header, isReducible);
    this.loops.push(loop);
    return loop;
  }

  finish(): void {
    for (const loop of this.loops) if (loop.parent === null) loop.setParent(this.root);
    LoopForest.#nest(this.root, 0);
  }

  get deepest(): number {
    return this.loops.reduce((most, loop) => Math.max(most, loop.nesting), 0);
  }

  static #nest(loop: Loop, depth: number): void {
    loop.nesting = depth;
    for (const child of loop.children) LoopForest.#nest(child, depth + 1);
  }
}

type NodeKind = "nonheader" | "reducible" | "self" | "irreducible" | "dead";

/** A node of the union-find forest: the loop header that a block was collapsed into so far. */
class UnionFindNode {
  parent: UnionFindNode = this;
  readonly block: BasicBlock;
  readonly number: number;
  loop: Loop | null = null;

  constructor(block: BasicBlock, number: number) {
    this.block = block;
    this.number = number;
  }

  find(): UnionFindNode {
    const path: UnionFindNode[] = [];
    let node: UnionFindNode = this;
    while (node !== node.parent) {
      if (node.parent !== node.parent.parent) path.push(node);
      node = node.parent;
    }
    for (const one of path) one.parent = node.parent;
    return node;
  }

  union(into: UnionFindNode): void {
    this.parent = into;
  }
}

const UNVISITED = -1;

class LoopFinder {
  readonly #graph: ControlFlowGraph;
  readonly #forest: LoopForest;
  readonly #nodes: UnionFindNode[] = [];
  readonly #numberOf = new Map<BasicBlock, number>();
  readonly #last: number[] = [];
  readonly #nonBackPredecessors: Set<number>[] = [];
  readonly #backPredecessors: number[][] = [];
  readonly #kinds: NodeKind[] = [];
  readonly #headers: number[] = [];

  constructor(graph: ControlFlowGraph, forest: LoopForest) {
    this.#graph = graph;
    this.#forest = forest;
  }

  run(): void {
    for (const block of this.#graph.blocks.values()) this.#numberOf.set(block, UNVISITED);
    this.#depthFirst(this.#graph.start);
    this.#sortPredecessors();
    for (let header = this.#nodes.length - 1; header >= 0; header--) this.#findLoopOf(header);
  }

  /** Numbers blocks in preorder and notes the last descendant of each. */
  #depthFirst(block: BasicBlock): number {
    const number = this.#nodes.length;
    this.#nodes.push(new UnionFindNode(block, number));
    this.#numberOf.set(block, number);
    this.#last.push(number);
    let last = number;
    for (const successor of block.successors)
      if (this.#numberOf.get(successor) === UNVISITED) last = this.#depthFirst(successor);
    this.#last[number] = last;
    return last;
  }

  #isAncestor(ancestor: number, node: number): boolean {
    return ancestor <= node && node <= this.#last[ancestor]!;
  }

  #sortPredecessors(): void {
    for (const [number, { block }] of this.#nodes.entries()) {
      const back: number[] = [];
      const nonBack = new Set<number>();
      for (const predecessor of block.predecessors) {
        const from = this.#numberOf.get(predecessor) ?? UNVISITED;
        if (from === UNVISITED) continue;
        if (this.#isAncestor(number, from)) back.push(from);
        else nonBack.add(from);
      }
      this.#backPredecessors.push(back);
      this.#nonBackPredecessors.push(nonBack);
      this.#kinds.push("nonheader");
      this.#headers.push(0);
    }
  }

  #findLoopOf(header: number): void {
    const body: UnionFindNode[] = [];
    const inBody = new Set<UnionFindNode>();
    for (const from of this.#backPredecessors[header]!) {
      if (from === header) {
        this.#kinds[header] = "self";
        continue;
      }
      const node = this.#nodes[from]!.find();
      if (inBody.has(node)) continue;
      inBody.add(node);
      body.push(node);
    }
    if (body.length > 0) this.#kinds[header] = "reducible";

    const work = [...body];
    for (let node = work.shift(); node !== undefined; node = work.shift()) {
      for (const from of this.#nonBackPredecessors[node.number]!) {
        const source = this.#nodes[from]!.find();
        if (!this.#isAncestor(header, source.number)) {
          this.#kinds[header] = "irreducible";
          this.#nonBackPredecessors[header]!.add(source.number);
        } else if (source.number !== header && !inBody.has(source)) {
          inBody.add(source);
          work.push(source);
          body.push(source);
        }
      }
    }

    if (body.length === 0 && this.#kinds[header] !== "self") return;
    const node = this.#nodes[header]!;
    const loop = this.#forest.add(node.block, this.#kinds[header] !== "irreducible");
    node.loop = loop;
    for (const inner of body) {
      this.#headers[inner.number] = header;
      inner.union(node);
      if (inner.loop !== null) inner.loop.setParent(loop);
      else loop.blocks.push(inner.block);
    }
  }
}

/** The graph of the known benchmark: many equal nests of loops after each other. */
function buildGraph(width: number, depth: number, inner: number): ControlFlowGraph {
  const graph = new ControlFlowGraph();
  graph.block(0);
  graph.baseLoop(0);
  graph.block(1);
  graph.connect(0, 2);
  let n = 2;
  for (let i = 0; i < width; i++) {
    graph.connect(2, n + 1);
    n++;
    for (let j = 0; j < depth; j++) {
      const top = n;
      n = graph.straight(n, 1);
      for (let k = 0; k < inner; k++) n = graph.baseLoop(n);
      const bottom = graph.straight(n, 1);
      graph.connect(n, top);
      n = bottom;
    }
    graph.connect(n, 1);
  }
  return graph;
}

function findLoops(graph: ControlFlowGraph): LoopForest {
  const forest = new LoopForest();
  new LoopFinder(graph, forest).run();
  forest.finish();
  return forest;
}

const iterations = Number(process.argv[2] ?? 5);
const start = performance.now();
const graph = buildGraph(10, 10, 5);
let forest = findLoops(graph);
for (let i = 1; i < iterations; i++) forest = findLoops(graph);
const milliseconds = performance.now() - start;
const irreducible = forest.loops.filter((loop) => !loop.isReducible).length;
console.log(`${graph.blocks.size} blocks, ${graph.edges} edges`);
console.log(`${forest.loops.length} loops, ${irreducible} of them irreducible, ${forest.deepest} deep`);
if (process.argv[3] === "time") console.log(`${(milliseconds / iterations).toFixed(6)} ms an iteration`);
