/**
 * Allocation in programs that can be profiled: where the bump pointer has met the limit, the sampler is asked first
 * whether that is only the next sample.
 *
 *   heddle.allocate(type, size, own):                         ; own: what of it is the object's that is asked for
 *     address = call{function=beforeAllocation} type, size, own
 *     branch address != 0, return address, slow
 *   slow:
 *     found = call{function=allocateSlow} type, size          ; the collector's
 *     call{function=afterAllocation}
 *     return found
 *
 * Where allocations take their memory together, the sampler first hears of each that follows, at its own place:
 *
 *     call{function=beforeShare} typeid:Q, 24                   ; at the place where Q is made
 *     memory = call{function=heddle.allocate} typeid:P, 40, 16
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
import type { Follower } from "./folding.ts";

export interface Sampling {
  /** The sampler's functions (runtime/profile/sampler.ts). */
  readonly before: string;
  readonly share: string;
  readonly after: string;
}

/** What woven code calls instead of the collector's function. */
export const sampledAllocation = "heddle.allocate";

export function samplingGraph({ before, after }: Sampling, allocateSlow: string): Graph {
  const params = ["type", "size", "own"].map((name) => variable(name, "int"));
  const [entry, taken, slow] = [block(params), block(), block()];
  const asked = new Sequence(undefined);
  const address = asked.value("address", "int", "call", params, { function: before });
  const found = asked.value("found", "bool", "int_ne", [address, constants.int(0)]);
  entry.operations = asked.operations;
  entry.exit = { kind: "branch", condition: found, then: link(taken), else: link(slow) };
  taken.exit = { kind: "return", value: address };
  const called = new Sequence(undefined);
  const memory = called.value("memory", "int", "call", params.slice(0, 2), { function: allocateSlow });
  called.effect("call", [], { function: after });
  slow.operations = called.operations;
  slow.exit = { kind: "return", value: memory };
  const notes = { inline: "never" };
  return graph(sampledAllocation, { blocks: [entry, taken, slow], result: "int", system: true, notes });
}

/** The call that gets an allocation's memory, and that of those that follow. */
export function sampledCall(
  sequence: Sequence,
  typeId: Operand,
  { size }: AllocationPlan,
  followers: readonly Follower[],
  { share }: Sampling,
): Variable {
  let own = size;
  for (const { type, size: bytes, span } of followers) {
    const told = new Sequence(span);
    told.effect("call", [constants.typeid(type), constants.int(bytes)], { function: share });
    sequence.operations.push(...told.operations);
    if (own.kind === "int") own = constants.int(own.value - bytes);
  }
  return sequence.value("memory", "int", "call", [typeId, size, own], { function: sampledAllocation });
}
