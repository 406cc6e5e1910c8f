/**
 * Cases of a union: code for each kind that a value may be, behind a test where several are possible. A value known to
 * be of one kind costs nothing.
 */
import { constants, type Operand } from "../graph/graph.ts";
import { representationOf } from "../graph/representation.ts";
import { isNever, type LowType, type ValueType, valueType } from "../graph/types.ts";
import { anyStringStruct } from "../graph/well-known.ts";
import { convert, isNullish } from "./convert.ts";
import type { Known, Lowering } from "./lowering.ts";

export type Part = "undefined" | "null" | "number" | "boolean" | "string" | "objects";

export const parts: readonly Part[] = ["undefined", "null", "number", "boolean", "string", "objects"];

/** What of a type is of that kind. */
export function partOf(type: ValueType, part: Part): ValueType {
  switch (part) {
    case "undefined":
      return valueType({ undefined: type.undefined });
    case "null":
      return valueType({ null: type.null });
    case "number":
      return valueType({ number: type.number });
    case "boolean":
      return valueType({ boolean: type.boolean });
    case "string":
      return valueType({ string: type.string });
    case "objects":
      return valueType({ objects: type.objects });
  }
}

/** The kinds that a type has. */
export function partsOf(type: ValueType): Part[] {
  return parts.filter((part) => !isNever(partOf(type, part)));
}

/** Tests a value for a kind; `undefined` and `null` are known to be excluded already for the other kinds. */
function isPart(l: Lowering, known: Known, part: Part): Operand {
  if (part === "undefined" || part === "null") return isNullish(l, known, part);
  if (representationOf(known.type).kind !== "value") {
    // A reference: strings or objects.
    return l.op("ref_instance", [known.operand], "bool", { struct: anyStringStruct });
  }
  if (part === "number") return l.op("value_is_float", [known.operand], "bool");
  if (part === "boolean") return l.op("value_is_bool", [known.operand], "bool");
  const ref = l.op("value_to_ref", [known.operand], "ref");
  return l.op("ref_instance", [ref], "bool", { struct: anyStringStruct });
}

/**
 * Runs `handle` for each kind that the value may be and joins the results, which are of one machine type. The last
 * kind needs no test.
 */
export function split(
  l: Lowering,
  known: Known,
  result: LowType,
  handle: (known: Known, part: Part) => Operand,
): Operand {
  const possible = partsOf(known.type);
  const next = (index: number): Operand => {
    const part = possible[index];
    if (part === undefined) return l.anything(result);
    const type = partOf(known.type, part);
    const run = (): Operand => handle({ operand: convert(l, known, type, true), type }, part);
    if (index === possible.length - 1) return run();
    const likely = part === "undefined" || part === "null" ? false : undefined;
    return l.choose(isPart(l, known, part), result, run, () => next(index + 1), likely);
  };
  return next(0);
}

/** A bool that is known, or computed from the kind. */
export function testParts(
  l: Lowering,
  known: Known,
  test: (known: Known, part: Part) => Operand | boolean,
): Operand {
  return split(l, known, "bool", (one, part) => {
    const answer = test(one, part);
    return typeof answer === "boolean" ? constants.bool(answer) : answer;
  });
}
