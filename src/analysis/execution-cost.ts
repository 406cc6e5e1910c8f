/**
 * What a function costs when it runs, estimated from its graph alone: the median of its executions.
 *
 * The cost of a block is its operations' and, of each block that may follow, its cost times how likely it follows: one
 * equation a block, solved together, as RPython's inliner does. Branches are even, unless a pass or the program's author
 * knows better; links that stay in a loop are taken nine times of ten; what leads to an exception or a stop is never.
 */
import { type Block, type Graph, type Link, linksOf, type Operation } from "../graph/graph.ts";
import { opInfo } from "../graph/ops.ts";
import { coldBlocks } from "./cold-blocks.ts";
import { Loops } from "./loops.ts";

const staysInLoop = 0.9;
/** Beyond so many blocks nobody asks for the exact cost, and solving takes cubic time. */
const mostBlocks = 60;

/** Estimated instructions of all operations, as often as they stand in the graph; cold ones count once. */
export function staticCost(graph: Graph, cold: ReadonlySet<Block> = coldBlocks(graph)): number {
  return graph.blocks.reduce(
    (sum, block) => sum + (cold.has(block) ? block.operations.length : blockCost(block)),
    0,
  );
}

/** Estimated instructions of one run; infinite for functions that never return and those too large to be asked about. */
export function medianCost(graph: Graph, cold: ReadonlySet<Block> = coldBlocks(graph)): number {
  const warm = graph.blocks.filter((block) => !cold.has(block));
  if (warm.length > mostBlocks) return Number.POSITIVE_INFINITY;
  if (warm.length === 0 || warm[0] !== graph.blocks[0]) return Number.POSITIVE_INFINITY;
  const numbers = new Map<Block, number>(warm.map((block, number) => [block, number]));
  const loops = new Loops(graph);
  const rows = warm.map((block, number) => {
    const row = new Float64Array(warm.length + 1);
    row[number] = 1;
    row[warm.length] = blockCost(block);
    for (const [target, likely] of successors(block, cold, loops)) {
      row[numbers.get(target) as number]! -= likely;
    }
    return row;
  });
  return solveFirst(rows);
}

function blockCost({ operations, exit }: Block): number {
  return operations.reduce((sum, one) => sum + operationCost(one), linksOf(exit).length > 1 ? 1 : 0);
}

function operationCost({ op, args }: Operation): number {
  const cost = opInfo(op, "low")?.cost ?? 1;
  return op === "call" || op === "call_indirect" ? cost + args.length / 2 : cost;
}

/** The blocks that follow a block, each with how likely it does. */
function successors(block: Block, cold: ReadonlySet<Block>, loops: Loops): [Block, number][] {
  const { exit } = block;
  const links = linksOf(exit).filter(({ target }) => !cold.has(target));
  if (exit.kind === "except" && !cold.has(exit.normal.target)) return [[exit.normal.target, 1]];
  if (exit.kind === "branch" && exit.likely !== undefined && links.length === 2) {
    return [[(exit.likely ? exit.then : exit.else).target, 1]];
  }
  const loop = loops.of(block);
  const stays = ({ target }: Link): boolean => loop?.blocks.has(target) === true;
  const staying = links.filter(stays).length;
  const leaving = links.length - staying;
  return links.map((link) => {
    if (staying === 0 || leaving === 0) return [link.target, 1 / links.length];
    return [link.target, stays(link) ? staysInLoop / staying : (1 - staysInLoop) / leaving];
  });
}

/** The first unknown of linear equations, by elimination; infinite if they have no solution (a loop without an end). */
function solveFirst(rows: Float64Array[]): number {
  const count = rows.length;
  // From the last unknown up, so that the first is left alone in its row.
  for (let at = count - 1; at >= 0; at--) {
    let pivot = at;
    for (let other = at - 1; other >= 0; other--) {
      if (Math.abs(rows[other]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = other;
    }
    const row = rows[pivot]!;
    if (Math.abs(row[at]!) < 1e-9) return Number.POSITIVE_INFINITY;
    rows[pivot] = rows[at]!;
    rows[at] = row;
    for (let other = 0; other < at; other++) {
      const factor = rows[other]![at]! / row[at]!;
      if (factor === 0) continue;
      for (let column = 0; column <= count; column++) rows[other]![column]! -= factor * row[column]!;
    }
  }
  return rows[0]![count]! / rows[0]![0]!;
}
