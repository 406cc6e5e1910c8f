/** Computed names of properties: numbers, and the texts of all else. */
import type { Operand } from "../../graph/graph.ts";
import type { LowType } from "../../graph/types.ts";
import type { Known, Lowering } from "../lowering.ts";
import { toText } from "../primitives/to-string.ts";
import { string } from "../results.ts";
import { split, splitPart } from "../split.ts";

/** ToPropertyKey as a text: a symbol's is the name that members have for it. */
export function textOf(l: Lowering, key: Known): Operand {
  return splitPart(l, key, "symbol", "ref", {
    is: (symbol) => l.runtime("symbols.registry.keyOf", [symbol.operand], "ref"),
    isNot: (other) => toText(l, other),
  });
}

/** Runs `access` with the name as a number or as a text. */
export function byName(
  l: Lowering,
  key: Known,
  low: LowType,
  access: (kind: "Number" | "Text", name: Known) => Operand,
): Operand {
  return split(l, key, low, (one, part) => {
    if (part === "number") return access("Number", one);
    return access("Text", part === "string" ? one : string(textOf(l, one)));
  });
}
