/**
 * Moves what only leads to an exception out of a function.
 *
 *   func @f -> int {                             func @f -> int {
 *   b0(x: int):                                  b0(x: int):
 *     c = int_lt x, 0                              c = int_lt x, 0
 *     branch c, b1, b2                             branch c, b1, b2
 *   b1:                                          b1:
 *     e = allocate{struct=Error}                   call{function=f~throw0} x
 *     call{function=Error.constructor} e, x  =>    unreachable
 *     v = value_from_ref e                       b2:
 *     raise v                                      return x
 *   b2:                                          }
 *     return x                                   func @f~throw0 -> int notes {cold=yes, partOf=f} {
 *   }                                            b0(x: int):
 *                                                  e = allocate{struct=Error}
 *                                                  …
 *
 * What is left calls less and allocates less: C compilers need no registers saved for it, and often no frame. The new
 * function is a part of the old one: it has its name in traces and its type of result, so that the weaver can make its call
 * the last thing that the old one does.
 *
 * Comes last, since no pass looks over the new border.
 */
import { coldBlocks } from "../analysis/cold-blocks.ts";
import { copyBlocks } from "../graph/copy.ts";
import { Dominators } from "../graph/dominators.ts";
import {
  type Block,
  block,
  exitOperand,
  type Graph,
  isVariable,
  link,
  linksOf,
  graph as makeGraph,
  type Operand,
  type Variable,
  version,
} from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { type Pass, unsettled } from "./pass.ts";

/** Up to so many operations a call would be no less. */
const smallOperations = 2;

export const outlineThrows: Pass = {
  name: "outline-throws",
  run(program) {
    for (const graph of [...unsettled(program)]) if (!graph.notes.cold) outline(graph, program);
  },
};

function outline(graph: Graph, program: Program): void {
  const [entry] = graph.blocks;
  const cold = coldBlocks(graph);
  if (cold.size === 0 || !entry || cold.has(entry)) return;
  const moved = new Set<Block>();
  let count = 0;
  for (const region of coldRegions(graph, cold)) {
    if (!isWorthwhile(region)) continue;
    const [root] = region as [Block];
    const part = partOf(graph, region, count++);
    program.functions.set(part.name, part);
    for (const one of region) if (one !== root) moved.add(one);
  }
  if (moved.size > 0) graph.blocks = graph.blocks.filter((one) => !moved.has(one));
}

/** The cold blocks below each that a warm one leads to, that one first. */
function coldRegions(graph: Graph, cold: ReadonlySet<Block>): Iterable<Block[]> {
  const dominators = new Dominators(graph);
  const regions = new Map<Block, Block[]>();
  for (const one of dominators.order) {
    if (!cold.has(one)) continue;
    const above = regions.get(dominators.parent(one) as Block) ?? [];
    above.push(one);
    regions.set(one, above);
  }
  return new Set(regions.values());
}

/** More than a call, ending in an exception, and with no way to another region. */
function isWorthwhile(region: readonly Block[]): boolean {
  const size = region.reduce((sum, { operations }) => sum + operations.length, 0);
  if (size <= smallOperations || !region.some(({ exit }) => exit.kind === "raise")) return false;
  return region.every(({ exit }) => linksOf(exit).every(({ target }) => region.includes(target)));
}

/** Makes a function of a region and leaves a call of it in the region's first block. */
function partOf(graph: Graph, region: readonly Block[], number: number): Graph {
  const [root] = region as [Block];
  const outer = variablesFromOutside(region);
  const params = root.params.map((one) => version(one));
  const first = block([...params, ...outer]);
  first.exit = { kind: "jump", link: link(root, ...params) };
  const part = makeGraph(`${graph.name}~throw${number}`, {
    displayName: graph.displayName,
    blocks: copyBlocks([first, ...region]).blocks,
    result: graph.result,
    system: graph.system,
    notes: { cold: "yes", partOf: graph.name },
    span: graph.span,
  });
  const span = root.operations.find((one) => one.span)?.span;
  const attributes = { function: part.name };
  root.operations = [{ op: "call", args: [...root.params, ...outer], result: undefined, attributes, span }];
  root.exit = { kind: "unreachable" };
  return part;
}

/** What a region uses and does not define, in the order of use. */
function variablesFromOutside(region: readonly Block[]): Variable[] {
  const defined = new Set<Variable>();
  for (const { params, operations, exit } of region) {
    for (const one of params) defined.add(one);
    for (const { result } of operations) if (result) defined.add(result);
    if (exit.kind === "except") defined.add(exit.caught);
  }
  const found = new Set<Variable>();
  const use = (operand: Operand | undefined): void => {
    if (operand && isVariable(operand) && !defined.has(operand)) found.add(operand);
  };
  for (const { operations, exit } of region) {
    for (const { args } of operations) args.forEach(use);
    use(exitOperand(exit));
    for (const { args } of linksOf(exit)) args.forEach(use);
  }
  return [...found];
}
