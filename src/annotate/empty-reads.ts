import type { Flow } from "./flow.ts";
import { bit } from "./kinds.ts";

const reads = new Set(["get_index", "call_method"]);

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
      if (node.operation?.op === "call_method" && node.operation.attributes.name !== "pop") continue;
      if (node.args.some((one) => one.isEmpty)) continue;
      if (![...node.args[0]!.objects].some((one) => one.kind === "array" && one.element.isEmpty)) continue;
      flow.join(node.result, bit.absent);
      flow.enqueue(node);
      changed = true;
    }
  }
  return changed;
}
