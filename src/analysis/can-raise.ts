/**
 * Which functions may end with an exception, over the whole program: those that raise, and those that call one that
 * may, outside any `except` exit. What a callee that is not in the program does is not known: it may.
 */
import type { Operation } from "../graph/graph.ts";
import { ops } from "../graph/ops.ts";
import type { Program } from "../graph/program.ts";
import { type CallGraph, callGraph, spreadToCallers } from "./call-graph.ts";

export interface CanRaise {
  readonly functions: ReadonlySet<string>;
  /** True if an exception may come out of the operation. */
  operation(operation: Operation): boolean;
}

/** `besides`: functions that raise for a reason that their graph does not show, such as a stack check. */
export function canRaise(
  program: Program,
  besides: Iterable<string> = [],
  calls: CallGraph = callGraph(program),
): CanRaise {
  const seeds = new Set(besides);
  for (const graph of program.functions.values()) {
    for (const block of graph.blocks) {
      if (block.exit.kind === "raise") seeds.add(graph.name);
      const excepted = block.exit.kind === "except" ? block.operations.at(-1) : undefined;
      for (const operation of block.operations) {
        if (operation !== excepted && raisesItself(operation)) seeds.add(graph.name);
      }
    }
  }
  for (const site of calls.sites) {
    for (const callee of site.callees) if (!program.functions.has(callee)) seeds.add(callee);
  }
  const functions = spreadToCallers(calls, seeds, (site) => !site.excepted);
  return {
    functions,
    operation: (operation) =>
      raisesItself(operation) || calls.calleesOf(operation).some((callee) => functions.has(callee)),
  };
}

/** True for operations that raise without calling a function of the program. */
function raisesItself({ op }: Operation): boolean {
  return ops[op].raises === true && op !== "call" && op !== "call_indirect";
}
