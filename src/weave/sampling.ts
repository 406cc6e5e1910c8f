/**
 * Allocation in programs that can be profiled: where the bump pointer has met the limit, the sampler is asked first
 * whether that is only the next sample.
 *
 *   heddle.allocate(type, size, own, total):      ; an object's size, the bytes of all such at this place, and of the group
 *     address = call{function=beforeAllocation} type, size, own, total
 *     branch address != 0, return address, slow
 *   slow:
 *     found = call{function=allocateSlow} type, size          ; the collector's
 *     call{function=afterAllocation}
 *     return found
 *
 * Where allocations take their memory together, the sampler first hears of those at other places:
 *
 *     call{function=beforeShare} typeid:Q, 24, 24               ; at the place where Q is made
 *     memory = call{function=heddle.allocate} typeid:P, 16, 16, 40
 *
 * A library's memory has no limit that could be moved: there the sampler hears of every object in the same way.
 */
import {
  block,
  constants,
  type Graph,
  graph,
  link,
  type Operand,
  type Variable,
  variable,
} from "../graph/graph.ts";
import { type AllocationPlan, Sequence } from "./allocation.ts";
import type { Member } from "./folding.ts";

export interface Sampling {
  /** The sampler's functions (runtime/profile/sampler.ts). */
  readonly before: string;
  readonly share: string;
  readonly after: string;
}

/** What woven code calls instead of the collector's function. */
export const sampledAllocation = "heddle.allocate";

export function samplingGraph({ before, after }: Sampling, allocateSlow: string): Graph {
  const params = ["type", "size", "own", "total"].map((name) => variable(name, "int"));
  const [type, , , total] = params as [Variable, Variable, Variable, Variable];
  const [entry, taken, slow] = [block(params), block(), block()];
  const asked = new Sequence(undefined);
  const address = asked.value("address", "int", "call", params, { function: before });
  const found = asked.value("found", "bool", "int_ne", [address, constants.int(0)]);
  entry.operations = asked.operations;
  entry.exit = { kind: "branch", condition: found, then: link(taken), else: link(slow) };
  taken.exit = { kind: "return", value: address };
  const called = new Sequence(undefined);
  const memory = called.value("memory", "int", "call", [type, total], { function: allocateSlow });
  called.effect("call", [], { function: after });
  slow.operations = called.operations;
  slow.exit = { kind: "return", value: memory };
  const notes = { inline: "never" };
  return graph(sampledAllocation, { blocks: [entry, taken, slow], result: "int", system: true, notes });
}

/** Tells the sampler of objects of one size whose memory is not asked of it. */
export function tellSampler(
  sequence: Sequence,
  typeId: Operand,
  { size, bytes }: { size: Operand; bytes: Operand },
  { share }: Sampling,
): void {
  sequence.effect("call", [typeId, size, bytes], { function: share });
}

/** The call that gets an allocation's memory, or that of its group. */
export function sampledCall(
  sequence: Sequence,
  typeId: Operand,
  { size }: AllocationPlan,
  [first, ...others]: readonly Member[],
  sampling: Sampling,
): Variable {
  for (const { type, size, count, span } of others) {
    const told = new Sequence(span);
    const sizes = { size: constants.int(size), bytes: constants.int(size * count) };
    tellSampler(told, constants.typeid(type), sizes, sampling);
    sequence.operations.push(...told.operations);
  }
  const one = first ? constants.int(first.size) : size;
  const own = first ? constants.int(first.size * first.count) : size;
  const args = [typeId, one, own, size];
  return sequence.value("memory", "int", "call", args, { function: sampledAllocation });
}
