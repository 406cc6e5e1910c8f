import type { Flow } from "../flow/flow.ts";
import { bit } from "../flow/kinds.ts";

const reads = new Set(["get_index", "call_method", "iter_value"]);
const takers = new Set(["pop", "shift"]);

/**
 * Reads of arrays into which nothing ever goes can only give undefined. That is known once everything else is. Returns
 * whether there was a new one.
 */
export function findEmptyReads(flow: Flow): boolean {
  let changed = false;
  for (const clone of flow.functions.values()) {
    for (const state of clone.blocks.values()) {
      const node = state.nodes[state.done];
      if (!node?.result?.isEmpty || !reads.has(node.operation?.op ?? "")) continue;
      const { op, attributes } = node.operation!;
      if (op === "call_method" && !takers.has(String(attributes.name))) continue;
      if (node.args.some((one) => one.isEmpty)) continue;
      const empty = [...node.args[0]!.objects].filter((one) => one.kind === "array" && one.element.isEmpty);
      // An iteration comes to elements only where there are holes.
      if (!empty.some((one) => op !== "iter_value" || one.holes)) continue;
      flow.join(node.result, bit.absent);
      flow.enqueue(node);
      changed = true;
    }
  }
  return changed;
}
