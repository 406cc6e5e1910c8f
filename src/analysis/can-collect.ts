/**
 * Which functions may run a collection, over the whole program: those that allocate, and those that call one that may.
 * What a callee that is not in the program does is not known: it may.
 */
import type { Operation } from "../graph/graph.ts";
import { ops } from "../graph/ops.ts";
import type { Program } from "../graph/program.ts";
import { type CallGraph, callGraph, spreadToCallers } from "./call-graph.ts";

export interface CanCollect {
  readonly functions: ReadonlySet<string>;
  /** True if objects may have moved or died after the operation. */
  operation(operation: Operation): boolean;
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
  return {
    functions,
    operation: (operation) =>
      collectsItself(operation) || calls.calleesOf(operation).some((callee) => functions.has(callee)),
  };
}

/** True for operations that collect without calling a function of the program. */
function collectsItself({ op }: Operation): boolean {
  return ops[op].collects === true && op !== "call" && op !== "call_indirect";
}
