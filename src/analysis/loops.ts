/**
 * Natural loops: a link back to a block that dominates its source closes a loop; the loop is what reaches that link
 * without passing the head. Loops with the same head are one.
 */
import { Dominators } from "../graph/dominators.ts";
import { predecessors } from "../graph/flow.ts";
import { type Block, type Graph, linksOf } from "../graph/graph.ts";

export interface Loop {
  readonly head: Block;
  /** The head and all others, those of inner loops too. */
  readonly blocks: ReadonlySet<Block>;
  /** The blocks that lead back to the head. */
  readonly latches: readonly Block[];
  /** The innermost loop around it. */
  parent: Loop | undefined;
  /** 1 for loops that are in no other. */
  depth: number;
}

export class Loops {
  /** Outer loops before inner ones. */
  readonly all: readonly Loop[];
  readonly #innermost = new Map<Block, Loop>();

  constructor(graph: Graph, dominators: Dominators = new Dominators(graph)) {
    const from = predecessors(graph);
    const found: Loop[] = [];
    for (const head of dominators.order) {
      const latches = [...new Set(from.get(head))].filter((block) => dominators.dominates(head, block));
      if (latches.length === 0) continue;
      const blocks = bodyOf(head, latches, from, dominators);
      found.push({ head, blocks, latches, parent: undefined, depth: 1 });
    }
    // A loop's head comes before the heads of loops inside it in reverse postorder.
    for (const loop of found) {
      loop.parent = this.#innermost.get(loop.head);
      loop.depth = (loop.parent?.depth ?? 0) + 1;
      for (const block of loop.blocks) this.#innermost.set(block, loop);
    }
    this.all = found;
  }

  /** The innermost loop that a block is in. */
  of(block: Block): Loop | undefined {
    return this.#innermost.get(block);
  }

  /** In how many loops a block is. */
  depth(block: Block): number {
    return this.of(block)?.depth ?? 0;
  }
}

function bodyOf(
  head: Block,
  latches: readonly Block[],
  from: ReadonlyMap<Block, readonly Block[]>,
  dominators: Dominators,
): Set<Block> {
  const blocks = new Set<Block>([head]);
  const work = [...latches];
  for (let block = work.pop(); block; block = work.pop()) {
    if (blocks.has(block) || !dominators.has(block)) continue;
    blocks.add(block);
    work.push(...(from.get(block) ?? []));
  }
  return blocks;
}

/** The links that leave a loop, with the blocks that they leave. */
export function loopExits(loop: Loop): { from: Block; to: Block }[] {
  return [...loop.blocks].flatMap((from) =>
    linksOf(from.exit).flatMap((link) => (loop.blocks.has(link.target) ? [] : [{ from, to: link.target }])),
  );
}
