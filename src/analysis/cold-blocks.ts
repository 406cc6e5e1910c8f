/** Blocks from which every way leads to an exception or a stop: nothing is gained by making them fast. */
import { predecessors } from "../graph/flow.ts";
import { type Block, type Graph, linksOf } from "../graph/graph.ts";

export function coldBlocks(graph: Graph): Set<Block> {
  const from = predecessors(graph);
  const cold = new Set<Block>();
  const work = graph.blocks.filter(endsBadly);
  for (let block = work.pop(); block; block = work.pop()) {
    if (cold.has(block)) continue;
    cold.add(block);
    for (const one of from.get(block) ?? []) {
      if (linksOf(one.exit).every(({ target }) => cold.has(target))) work.push(one);
    }
  }
  return cold;
}

function endsBadly({ exit: { kind }, operations }: Block): boolean {
  if (kind === "raise" || kind === "stop" || kind === "unreachable") return true;
  // What the weaver makes of a raise.
  return operations.some(({ op }) => op === "exception_set");
}
