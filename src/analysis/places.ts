/**
 * Places of memory, as far as flow tells them apart: the fields of one name, items, bytes, one global. What is written
 * at one place changes nothing at another.
 */
import type { Operation } from "../graph/graph.ts";
import { ops } from "../graph/ops.ts";
import type { Effects } from "./effects.ts";

export type Written = ReadonlySet<string> | "everything";

/** The place that an operation reads; undefined if it reads none, or something else. */
export function placeRead({ op, attributes }: Operation): string | undefined {
  if (op === "get_field") return `field ${attributes.field}`;
  if (op === "get_global") return `global ${attributes.name}`;
  if (op === "get_item") return "items";
  return op === "get_bytes" ? "bytes" : undefined;
}

/** The places that an operation may write. */
export function placesWritten(operation: Operation, effects: Effects): readonly string[] | "everything" {
  const { op, attributes } = operation;
  switch (op) {
    case "set_field":
      return [`field ${attributes.field}`];
    case "set_global":
      return [`global ${attributes.name}`];
    case "set_item":
      return ["items"];
    case "set_bytes":
      return ["bytes"];
    case "copy_items":
    case "clear_items":
      return ["items", "bytes"];
    case "call":
    case "call_indirect": {
      const { effect } = effects.operation(operation);
      // What is kept across a collection has to be saved: calls that may collect count as writing.
      return effect === "none" || effect === "reads" ? [] : "everything";
    }
    default: {
      const { effect, stops } = ops[op];
      return (effect === "writes" && stops !== true) || effect === "io" ? "everything" : [];
    }
  }
}

/** The places that a list of operations may write. */
export function allPlacesWritten(operations: Iterable<Operation>, effects: Effects): Written {
  const places = new Set<string>();
  for (const operation of operations) {
    const written = placesWritten(operation, effects);
    if (written === "everything") return written;
    for (const place of written) places.add(place);
  }
  return places;
}
