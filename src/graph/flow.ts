/** Who leads where in a graph: predecessors and orders. */
import { type Block, type Graph, type Link, linksOf } from "./graph.ts";

/** The blocks that lead to each block, one entry a link: a block that branches twice to another is there twice. */
export function predecessors(graph: Graph): Map<Block, Block[]> {
  const all = new Map<Block, Block[]>(graph.blocks.map((block) => [block, []]));
  for (const block of graph.blocks) for (const link of linksOf(block.exit)) all.get(link.target)?.push(block);
  return all;
}

/** The links that lead to each block. */
export function incomingLinks(graph: Graph): Map<Block, Link[]> {
  const all = new Map<Block, Link[]>(graph.blocks.map((block) => [block, []]));
  for (const block of graph.blocks) for (const link of linksOf(block.exit)) all.get(link.target)?.push(link);
  return all;
}

/** The blocks that can be reached, each after all that come before it on paths without back edges. */
export function reversePostorder(graph: Graph): Block[] {
  const entry = graph.blocks[0];
  if (!entry) return [];
  const seen = new Set<Block>([entry]);
  const order: Block[] = [];
  // By hand, not by recursion: generated functions can be deeper than the stack.
  const path = [{ block: entry, links: linksOf(entry.exit), next: 0 }];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const link = top.links[top.next++];
    if (!link) {
      order.push(top.block);
      path.pop();
    } else if (!seen.has(link.target)) {
      seen.add(link.target);
      path.push({ block: link.target, links: linksOf(link.target.exit), next: 0 });
    }
  }
  return order.reverse();
}

/** Takes away the blocks that cannot be reached; true if there were any. */
export function removeUnreachable(graph: Graph): boolean {
  const reached = new Set(reversePostorder(graph));
  if (reached.size === graph.blocks.length) return false;
  graph.blocks = graph.blocks.filter((block) => reached.has(block));
  return true;
}
