/**
 * Which functions may run a collection, over the whole program: those that allocate, and those that call one that may.
 * What a callee that is not in the program does is not known: it may.
 *
 * Most functions may only do so when they throw: what they allocate is an error. A caller that does not catch it uses none
 * of its objects afterwards.
 */
import { predecessors } from "../graph/flow.ts";
import type { Block, Graph, Operation } from "../graph/graph.ts";
import { ops } from "../graph/ops.ts";
import type { Program } from "../graph/program.ts";
import { type CallGraph, type CallSite, callGraph, spreadToCallers } from "./call-graph.ts";

export interface CanCollect {
  readonly functions: ReadonlySet<string>;
  /** True if objects may have moved or died after the operation. */
  operation(operation: Operation): boolean;
  /** True if they may have where it has not raised. */
  thenReturns(operation: Operation): boolean;
}

/** `besides`: functions that collect for a reason that their graph does not show. */
export function canCollect(
  program: Program,
  besides: Iterable<string> = [],
  calls: CallGraph = callGraph(program),
): CanCollect {
  const seeds = new Set(besides);
  for (const graph of program.functions.values()) {
    const collects = graph.blocks.some((block) => block.operations.some(collectsItself));
    if (collects) seeds.add(graph.name);
  }
  for (const site of calls.sites) {
    for (const callee of site.callees) if (!program.functions.has(callee)) seeds.add(callee);
  }
  const functions = spreadToCallers(calls, seeds);
  const returning = functionsThatReturn(program, besides, calls, functions);
  const oneOf =
    (known: ReadonlySet<string>) =>
    (operation: Operation): boolean =>
      collectsItself(operation) || calls.calleesOf(operation).some((callee) => known.has(callee));
  return { functions, operation: oneOf(functions), thenReturns: oneOf(returning) };
}

/** Functions that may return after a collection. */
function functionsThatReturn(
  program: Program,
  besides: Iterable<string>,
  calls: CallGraph,
  collecting: ReadonlySet<string>,
): Set<string> {
  const seeds = new Set(besides);
  const returning = new Set<Block>();
  for (const graph of program.functions.values()) {
    for (const block of blocksBeforeReturn(graph)) {
      returning.add(block);
      if (block.operations.some(collectsItself)) seeds.add(graph.name);
    }
  }
  /** The caller may return when the callee has. */
  const passesOn = ({ block, excepted }: CallSite): boolean =>
    returning.has(excepted && block.exit.kind === "except" ? block.exit.normal.target : block);
  for (const { caller, block, callees } of calls.sites) {
    const caught = block.exit.kind === "except" && returning.has(block.exit.handler.target);
    if (caught && callees.some((callee) => collecting.has(callee))) seeds.add(caller);
  }
  for (const name of collecting) if (!program.functions.has(name)) seeds.add(name);
  return spreadToCallers(calls, seeds, passesOn);
}

/** Blocks behind which the function may return. */
function blocksBeforeReturn(graph: Graph): Set<Block> {
  const before = predecessors(graph);
  const found = new Set(graph.blocks.filter(({ exit }) => exit.kind === "return"));
  for (const block of found) for (const one of before.get(block) ?? []) found.add(one);
  return found;
}

/** True for operations that collect without calling a function of the program. */
function collectsItself({ op }: Operation): boolean {
  return ops[op].collects === true && op !== "call" && op !== "call_indirect";
}
