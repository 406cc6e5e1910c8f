/**
 * Where a function has its frame of the shadow stack: entered once, left once on each way.
 *
 *   b0: branch c, b1, b4                       b0: branch c, b1, b4
 *   b1: call f; branch d, b2, b3        =>     b1: roots_enter; call f; branch d, b2, b3'
 *   b2: call g; jump b1                        b2: call g; jump b1'                        ; b1' is behind the enter
 *   b3: …                                      b3': roots_leave; jump b3
 *
 * It begins at the nearest block that dominates all places that save roots and is in no loop, and ends where none of them
 * can follow any more (shrink wrapping: Chow 1988). Places that are seldom reached are not counted: they have frames of
 * their own, within this one or outside of it.
 */
import { Loops } from "../analysis/loops.ts";
import { Dominators } from "../graph/dominators.ts";
import { type Block, type Graph, linksOf } from "../graph/graph.ts";

export class FrameRegion {
  /** The block that enters the frame, before its first place or else at its end; not itself in a loop. */
  readonly head: Block;
  readonly loops: Loops;
  readonly #inside: ReadonlySet<Block>;

  /** `users`: the blocks with places for which there is a frame, at least one. */
  constructor(graph: Graph, users: ReadonlySet<Block>) {
    const dominators = new Dominators(graph);
    this.loops = new Loops(graph, dominators);
    let head = [...users][0] as Block;
    const isAbove = (): boolean => [...users].every((one) => dominators.dominates(head, one));
    while (!isAbove() || this.loops.of(head)) head = dominators.parent(head) as Block;
    this.head = head;
    this.#inside = reaching(graph, users, (one) => one !== head && dominators.dominates(head, one));
  }

  /** The frame is there when the block starts. */
  atStart(block: Block): boolean {
    return this.#inside.has(block);
  }

  /** The frame is there on some of the ways out of the block. */
  atEnd(block: Block): boolean {
    if (block !== this.head && !this.#inside.has(block)) return false;
    return linksOf(block.exit).some(({ target }) => this.#inside.has(target));
  }
}

/** The blocks of a region from which one of those can be reached, themselves included. */
function reaching(
  graph: Graph,
  users: ReadonlySet<Block>,
  isInRegion: (block: Block) => boolean,
): Set<Block> {
  const found = new Set([...users].filter(isInRegion));
  const region = graph.blocks.filter(isInRegion);
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of region.toReversed()) {
      if (found.has(block) || !linksOf(block.exit).some(({ target }) => found.has(target))) continue;
      found.add(block);
      changed = true;
    }
  }
  return found;
}
