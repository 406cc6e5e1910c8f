/**
 * Allocation in programs that can be profiled: where the bump pointer has met the limit, the sampler is asked first
 * whether that is only the next sample.
 *
 *   heddle.allocate(type, size):
 *     address = call{function=beforeAllocation} type, size
 *     branch address != 0, return address, slow
 *   slow:
 *     found = call{function=allocateSlow} type, size          ; the collector's
 *     call{function=afterAllocation}
 *     return found
 */
import { block, constants, type Graph, graph, link, variable } from "../graph/graph.ts";
import { Sequence } from "./allocation.ts";

export interface Sampling {
  /** The sampler's functions (runtime/profile/sampler.ts). */
  readonly before: string;
  readonly after: string;
}

/** What woven code calls instead of the collector's function. */
export const sampledAllocation = "heddle.allocate";

export function samplingGraph({ before, after }: Sampling, allocateSlow: string): Graph {
  const params = ["type", "size"].map((name) => variable(name, "int"));
  const [entry, taken, slow] = [block(params), block(), block()];
  const asked = new Sequence(undefined);
  const address = asked.value("address", "int", "call", params, { function: before });
  const found = asked.value("found", "bool", "int_ne", [address, constants.int(0)]);
  entry.operations = asked.operations;
  entry.exit = { kind: "branch", condition: found, then: link(taken), else: link(slow) };
  taken.exit = { kind: "return", value: address };
  const called = new Sequence(undefined);
  const memory = called.value("memory", "int", "call", params, { function: allocateSlow });
  called.effect("call", [], { function: after });
  slow.operations = called.operations;
  slow.exit = { kind: "return", value: memory };
  const notes = { inline: "never" };
  return graph(sampledAllocation, { blocks: [entry, taken, slow], result: "int", system: true, notes });
}
