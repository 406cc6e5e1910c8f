/**
 * What a program asks of its collector:
 *
 *   collect_all      =>   call{function=…collect}
 *   n = dump_heap f  =>   n = call{function=…writeSnapshot} f; or 0 at once, where the roots are not known
 *   p = pin o        =>   a = ref_to_address o
 *                         p = call{function=…pin} a          ; or true or false at once, as the traits say
 */
import { constants, type Graph, type Operation, variable } from "../graph/graph.ts";
import type { WeaveTraits } from "./weave.ts";

export interface ServiceOptions {
  readonly traits: WeaveTraits;
  readonly collect: string | undefined;
  readonly pin: string | undefined;
  readonly dumpHeap?: string | undefined;
}

export function weaveServices(graph: Graph, options: ServiceOptions): void {
  for (const block of graph.blocks) {
    if (!block.operations.some(isService)) continue;
    block.operations = block.operations.flatMap((one) => (isService(one) ? woven(one, options) : [one]));
  }
}

function isService({ op }: Operation): boolean {
  return op === "collect_all" || op === "pin" || op === "dump_heap";
}

function woven(
  { op, args, result, span }: Operation,
  { traits, collect, pin, dumpHeap }: ServiceOptions,
): Operation[] {
  const call = (name: string, given: Operation["args"]): Operation => ({
    op: "call",
    args: given,
    result,
    attributes: { function: name },
    span,
  });
  if (op === "collect_all") {
    if (traits.library)
      return [{ op: "call_native", args, result, attributes: { name: traits.library.collect }, span }];
    return collect === undefined ? [] : [call(collect, [])];
  }
  if (op === "dump_heap") {
    if (dumpHeap !== undefined) return [call(dumpHeap, args)];
    return [{ op: "int_min", args: [constants.int(0), constants.int(0)], result, attributes: {}, span }];
  }
  if (traits.pins !== "by-call" || pin === undefined) {
    const answer = constants.bool(traits.pins === "always");
    return [{ op: "bool_and", args: [answer, answer], result, attributes: {}, span }];
  }
  const address = variable("address", "int");
  return [{ op: "ref_to_address", args, result: address, attributes: {}, span }, call(pin, [address])];
}

/** True if some function asks for an operation. */
export function asks(program: { functions: ReadonlyMap<string, Graph> }, op: Operation["op"]): boolean {
  for (const { blocks } of program.functions.values())
    for (const { operations } of blocks) if (operations.some((one) => one.op === op)) return true;
  return false;
}
