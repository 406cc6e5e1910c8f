/**
 * Cases of a union: code for each kind that a value may be, behind a test where several are possible. A value known to
 * be of one kind costs nothing.
 */
import { constants, type Operand } from "../graph/graph.ts";
import { representationOf } from "../graph/representation.ts";
import { mayBeTagged } from "../graph/tagged.ts";
import { isNever, type LowType, type ValueType, valueType } from "../graph/types.ts";
import { anyStringStruct, bigIntStruct, symbolStruct } from "../graph/well-known.ts";
import { InternalFault } from "../source/messages.ts";
import { convert, isNullish } from "./convert.ts";
import type { Known, Lowering } from "./lowering.ts";
import { isTagged } from "./tagged/tagged-words.ts";

export type Part = "undefined" | "null" | "number" | "boolean" | "string" | "bigint" | "symbol" | "objects";

export const parts: readonly Part[] = [
  "undefined",
  "null",
  "number",
  "boolean",
  "string",
  "bigint",
  "symbol",
  "objects",
];

/** The structs of the kinds that are references but no objects. */
const structOfPart = { string: anyStringStruct, bigint: bigIntStruct, symbol: symbolStruct } as const;

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
    case "bigint":
      return valueType({ bigint: type.bigint });
    case "symbol":
      return valueType({ symbol: type.symbol });
    case "objects":
      return valueType({ objects: type.objects });
  }
}

/** The kinds that a type has. */
export function partsOf(type: ValueType): Part[] {
  return parts.filter((part) => !isNever(partOf(type, part)));
}

function withoutPart(type: ValueType, part: Part): ValueType {
  if (part === "number") return { ...type, number: undefined };
  return part === "objects" ? { ...type, objects: [] } : { ...type, [part]: false };
}

/** Tests a value for a kind, whatever else it may be. */
export function testPart(l: Lowering, known: Known, part: Part): Operand {
  if (part === "undefined" || part === "null") return isNullish(l, known, part);
  const only = partsOf(known.type);
  if (only.length === 1 && only[0] === part) return constants.bool(true);
  if (isNever(partOf(known.type, part))) return constants.bool(false);
  const no = (): Operand => constants.bool(false);
  if (representationOf(known.type).kind === "value") {
    if (part === "number" || part === "boolean") return isPart(l, known, part);
    // Only references have a type to look at.
    const isRef = l.op("value_is_ref", [known.operand], "bool");
    return l.choose(isRef, "bool", () => isPart(l, known, part), no);
  }
  // One machine type: what is neither undefined nor null is a reference of some kind, or of the kind that is asked for.
  const defined = { ...known.type, undefined: false, null: false };
  const test = (): Operand => {
    const one = { operand: convert(l, known, defined, true), type: defined };
    return partsOf(defined).length === 1 ? constants.bool(true) : isPart(l, one, part);
  };
  const absent = (["undefined", "null"] as const).filter((one) => known.type[one]);
  const [first, second] = absent.map((one) => isNullish(l, known, one));
  if (!first) return test();
  return l.choose(second ? l.op("bool_or", [first, second], "bool") : first, "bool", no, test, false);
}

/** Tests a value for a kind; `undefined` and `null` are known to be excluded already for the other kinds. */
function isPart(l: Lowering, known: Known, part: Part): Operand {
  if (part === "undefined" || part === "null") return isNullish(l, known, part);
  const isValue = representationOf(known.type).kind === "value";
  const perhaps = isValue && mayBeTagged(known.type);
  const unlessTagged = (test: () => Operand): Operand =>
    perhaps ? l.choose(isTagged(l, known.operand), "bool", () => constants.bool(false), test) : test();
  if (isValue && part === "number")
    return unlessTagged(() => l.op("value_is_float", [known.operand], "bool"));
  if (isValue && part === "boolean") return l.op("value_is_bool", [known.operand], "bool");
  if (part === "number" || part === "boolean" || part === "objects")
    throw new InternalFault(`the kind ${part} has no test of its own`);
  return unlessTagged(() => {
    const ref = isValue ? l.op("value_to_ref", [known.operand], "ref") : known.operand;
    return l.op("ref_instance", [ref], "bool", { struct: structOfPart[part] });
  });
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

/** One kind apart from all others together. */
export function splitPart(
  l: Lowering,
  known: Known,
  part: Part,
  result: LowType,
  handle: { readonly is: (known: Known) => Operand; readonly isNot: (known: Known) => Operand },
): Operand {
  const type = partOf(known.type, part);
  if (isNever(type)) return handle.isNot(known);
  const others = withoutPart(known.type, part);
  if (isNever(others)) return handle.is(known);
  const narrowed = (to: ValueType): Known => ({ operand: convert(l, known, to, true), type: to });
  return l.choose(
    testPart(l, known, part),
    result,
    () => handle.is(narrowed(type)),
    () => handle.isNot(narrowed(others)),
  );
}
