/**
 * Lets the collecting operations of a loop share one frame of the shadow stack, entered before the loop and left behind it:
 *
 *   b1(p: ref):                               b1(p: ref):
 *     …                                         …
 *     roots_enter{slots=1}                      root_save{index=0} p
 *     root_save{index=0} p                      call{function=f}
 *     call{function=f}                =>        p1 = root_load{index=0}
 *     p1 = root_load{index=0}                   branch c, b1(p1), b2
 *     roots_leave{slots=1}                    b2:
 *     branch c, b1(p1), b3                      roots_leave{slots=1}
 *                                               jump b3
 *
 * The stack's top is in memory: to move it up and down is dearer than the saves. A place that needs a larger frame makes the
 * shared one larger for a while; one that needs a smaller writes nil to the other slots, since the collector reads them all. A
 * place that may collect and saves nothing does so as well: before the first save a slot may hold anything.
 *
 * Only loops of which a whole round passes a place that collects: others would pay for a frame that they seldom use.
 */
import { Loops } from "../analysis/loops.ts";
import { Dominators } from "../graph/dominators.ts";
import {
  type Block,
  block,
  constants,
  type Graph,
  type Link,
  link,
  linksOf,
  type Operation,
  variable,
} from "../graph/graph.ts";

/** A place of a woven graph that may collect. */
export interface RootSite {
  readonly block: Block;
  /** What stands there first: the `roots_enter` if there are roots to save. */
  readonly first: Operation;
  readonly slots: number;
  /** The `roots_leave`; undefined if there are no roots. */
  readonly leave: Operation | undefined;
  /** On a way that is seldom taken: the slow path of an allocation. */
  readonly seldom: boolean;
}

/** Instructions that move the stack's top up and down; where calls follow each other the C compiler shares some. */
const frameCost = 4;

/** Gives loops a frame of their own where that saves work. */
export function shareFramesInLoops(graph: Graph, sites: readonly RootSite[]): void {
  if (!sites.some(({ seldom, slots }) => !seldom && slots > 0)) return;
  const dominators = new Dominators(graph);
  const loops = new Loops(graph, dominators);
  const done = new Set<RootSite>();
  // Outer loops come first: what they share is not shared again.
  for (const { head, blocks, latches } of loops.all) {
    if (head === graph.blocks[0]) continue;
    const inside = sites.filter((site) => blocks.has(site.block));
    const pays = inside.some(
      (site) =>
        !site.seldom && site.slots > 0 && latches.some((latch) => dominators.dominates(site.block, latch)),
    );
    if (!pays || inside.some((site) => done.has(site))) continue;
    const slots = bestSize(inside);
    if (slots === 0) continue;
    for (const site of inside) {
      useShared(site, slots);
      done.add(site);
    }
    frameAround(graph, head, blocks, slots);
  }
}

/** The size of a shared frame that saves most; 0 if none does. */
function bestSize(sites: readonly RootSite[]): number {
  let best = 0;
  let most = frameCost - 1;
  for (const slots of new Set(sites.map((site) => site.slots))) {
    const saved = gain(sites, slots);
    if (slots > 0 && (saved > most || (saved === most && slots < best))) [best, most] = [slots, saved];
  }
  return best;
}

/** Instructions that a round saves, all its places being passed. */
function gain(sites: readonly RootSite[], slots: number): number {
  return sites.reduce((sum, site) => {
    if (site.seldom || site.slots > slots) return sum;
    return sum + (site.slots > 0 ? frameCost : 0) - (slots - site.slots);
  }, 0);
}

function effect(
  op: Operation["op"],
  args: Operation["args"],
  attributes: Operation["attributes"],
): Operation {
  return { op, args, result: undefined, attributes, span: undefined };
}

/** The shared frame is made larger, or its slots beyond the place's own hold nil while it may collect. */
function useShared({ block: { operations }, first, leave, slots: own }: RootSite, slots: number): void {
  const more = own - slots;
  const enters: Operation[] = more > 0 ? [effect("roots_enter", [], { slots: more })] : [];
  for (let index = own; index < slots; index++) enters.push(effect("root_save", [constants.nil], { index }));
  operations.splice(operations.indexOf(first), leave ? 1 : 0, ...enters);
  const leaves: Operation[] = more > 0 ? [effect("roots_leave", [], { slots: more })] : [];
  if (leave) operations.splice(operations.indexOf(leave), 1, ...leaves);
}

/** Enters before the head, on all ways from outside, and leaves on all ways out. */
function frameAround(graph: Graph, head: Block, blocks: ReadonlySet<Block>, slots: number): void {
  const entry = block(head.params.map((param) => variable(param.name, param.type)));
  entry.operations = [effect("roots_enter", [], { slots })];
  entry.exit = { kind: "jump", link: link(head, ...entry.params) };
  const exits = new Map<Block, Block[]>();
  for (const from of graph.blocks) {
    for (const one of linksOf(from.exit)) {
      if (!blocks.has(from) && one.target === head) one.target = entry;
      if (blocks.has(from) && !blocks.has(one.target))
        exits.set(from, [...(exits.get(from) ?? []), leavingBlock(one, slots)]);
    }
  }
  graph.blocks = graph.blocks.flatMap((one) =>
    one === head ? [entry, one, ...(exits.get(one) ?? [])] : [one, ...(exits.get(one) ?? [])],
  );
}

/** Puts a block on a link that leaves the frame. */
function leavingBlock(one: Link, slots: number): Block {
  const made = block();
  made.operations = [effect("roots_leave", [], { slots })];
  made.exit = { kind: "jump", link: { target: one.target, args: one.args } };
  one.target = made;
  one.args = [];
  return made;
}
