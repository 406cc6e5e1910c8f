/**
 * From one representation to another. The value at hand is in both types: a conversion widens where flow joins, and
 * narrows after a test; it never decides anything, except that a float which enters an int is checked to be one.
 */
import { constants, type Operand } from "../graph/graph.ts";
import { machineType, type Representation, representationOf } from "../graph/representation.ts";
import { mayBeTagged } from "../graph/tagged.ts";
import {
  floatType,
  type LowType,
  maxSafe,
  type NumberFact,
  sameType,
  type ValueType,
} from "../graph/types.ts";
import { referenceClass } from "../graph/well-known.ts";
import type { Known, Lowering } from "./lowering.ts";
import { isOpaque, refuseIdentity, untagged } from "./tagged/tagged-words.ts";

/** The machine type that stores values of a type. */
export function lowTypeOf(type: ValueType): LowType {
  return machineType(representationOf(type));
}

type Stored = Extract<Representation, { undefined: boolean }>;

const sentinel = (type: LowType, which: "undefined" | "null"): Operand => constants.special(type, which);

/** A reference's undefined and null: nil for the only one present; nil is undefined where both are. */
function nullishRef(representation: Stored, which: "undefined" | "null"): Operand {
  const nil =
    which === "undefined" ? representation.undefined : representation.null && !representation.undefined;
  return nil ? constants.nil : sentinel("ref", "null");
}

/** The constant that stands for undefined or null in a representation that has it. */
export function nullishConstant(representation: Representation, which: "undefined" | "null"): Operand {
  if (representation.kind === "unit") return constants.nil;
  if (representation.kind === "ref") return nullishRef(representation, which);
  return sentinel(representation.kind, which);
}

function has(type: ValueType, which: "undefined" | "null"): boolean {
  return which === "undefined" ? type.undefined : type.null;
}

/** Tests a value for undefined or null: a bool, constant where the type tells. */
export function isNullish(l: Lowering, known: Known, which: "undefined" | "null"): Operand {
  if (!has(known.type, which)) return constants.bool(false);
  const representation = representationOf(known.type);
  switch (representation.kind) {
    case "unit":
      return constants.bool(true);
    case "int":
      return l.op("int_eq", [known.operand, sentinel("int", which)], "bool");
    case "float":
      return l.op("float_is_sentinel", [known.operand, sentinel("float", which)], "bool");
    case "bool":
      return l.op("bool_eq", [known.operand, sentinel("bool", which)], "bool");
    case "ref":
      return l.op("ref_eq", [known.operand, nullishRef(representation, which)], "bool");
    case "value":
      return l.op("value_eq", [known.operand, sentinel("value", which)], "bool");
  }
}

/** Surely an integer within ±(2^53-1), by what is known of it. */
function fitsInt(fact: NumberFact | undefined): boolean {
  if (!fact) return true;
  return fact.kind === "int" || (fact.integral === true && fact.low >= -maxSafe && fact.high <= maxSafe);
}

/** A float that must be an int from here on; stops the program if it is none and that is not proved. */
export function floatToInt(
  l: Lowering,
  operand: Operand,
  fact: NumberFact | undefined,
  trusted: boolean,
): Operand {
  if (operand.kind === "float" && Number.isSafeInteger(operand.value))
    return constants.int(operand.value + 0);
  if (!trusted && !fitsInt(fact)) {
    const test = l.op("float_is_int", [operand], "bool");
    l.require(test, () => l.stop("integerRange"));
  }
  return l.op("float_to_int", [operand], "int");
}

export function intToFloat(l: Lowering, operand: Operand): Operand {
  return operand.kind === "int" ? constants.float(operand.value) : l.op("int_to_float", [operand], "float");
}

/** How a value without undefined and null goes from one machine type to another. */
function plain(
  l: Lowering,
  known: Known,
  from: LowType,
  to: LowType,
  toFact: NumberFact | undefined,
  trusted: boolean,
): Operand {
  const { operand } = known;
  if (from === to) return operand;
  if (from === "int" && to === "float") return intToFloat(l, operand);
  if (from === "float" && to === "int") return floatToInt(l, operand, known.type.number, trusted);
  if (to === "value") {
    if (from === "int") return l.op("value_from_float", [intToFloat(l, operand)], "value");
    if (from === "float") return l.op("value_from_float", [operand], "value");
    if (from === "bool") return l.op("value_from_bool", [operand], "value");
    return l.op("value_from_ref", [operand], "value");
  }
  if (from === "value") {
    if (to === "float") return l.op("value_to_float", [operand], "float");
    if (to === "bool") return l.op("value_to_bool", [operand], "bool");
    if (to === "ref") return l.op("value_to_ref", [operand], "ref");
    if (to === "int") {
      const float = l.op("value_to_float", [operand], "float");
      return floatToInt(l, float, known.type.number ?? toFact, trusted);
    }
  }
  // Nothing but undefined or null can be in both types.
  return l.anything(to);
}

/** The undefined of an out-of-range read cannot go on: the program stops. */
export function requireDefined(l: Lowering, known: Known): void {
  if (!known.type.undefined) return;
  const missing = isNullish(l, known, "undefined");
  const next = l.newBlock();
  const failed = l.newBlock();
  l.branch(missing, failed, next, false);
  l.start(failed);
  l.stop("outOfRangeRead");
  l.start(next);
}

/** Both nil meanings agree, so that the same word says the same. */
function sameWords(from: Representation, to: Representation): boolean {
  if (from.kind !== to.kind) return false;
  if (from.kind !== "ref" || to.kind !== "ref") return true;
  if (!from.null) return true;
  // In `from` null is possible: as nil if alone, as the static cell beside undefined.
  if (from.undefined) return to.undefined || !to.null;
  return !to.undefined || !to.null;
}

/**
 * The value in the representation of `to`. `trusted`: a test has proved that it is of that type (refine); otherwise
 * a float that enters an int is checked.
 */
export function convert(l: Lowering, known: Known, to: ValueType, trusted = false): Operand {
  const { type } = known;
  if (sameType(type, to)) return known.operand;
  const from = representationOf(type);
  const target = representationOf(to);
  const low = machineType(target);
  if (target.kind === "unit") return constants.nil;
  if (from.kind === "unit") {
    if (from.value === "never") return l.anything(low);
    if (has(to, from.value)) return nullishConstant(target, from.value);
    if (!trusted) l.stop("outOfRangeRead");
    return l.anything(low);
  }
  if (!trusted && type.undefined && !to.undefined) requireDefined(l, known);
  if (mayBeTagged(type) && to.objects.includes(referenceClass) && !mayBeTagged(to)) {
    if (isOpaque(to)) refuseIdentity(l, type, "what has to be a reference");
    return convert(l, { operand: untagged(l, known), type: withReferences(type) }, to, trusted);
  }
  if (sameWords(from, target)) return known.operand;
  if (from.kind === "float" && target.kind === "float") return known.operand;
  let result = (): Operand => plain(l, known, machineType(from), low, to.number, trusted);
  for (const which of ["null", "undefined"] as const) {
    if (!has(type, which) || !has(to, which)) continue;
    const otherwise = result;
    result = () =>
      l.choose(isNullish(l, known, which), low, () => nullishConstant(target, which), otherwise, false);
  }
  return result();
}

/** The type of a word of which the objects are references now; it is stored as one still. */
function withReferences(type: ValueType): ValueType {
  return { ...type, objects: [referenceClass], number: type.number ?? floatType.number };
}

/** A value with its type narrowed to what a test has shown. */
export function narrow(l: Lowering, known: Known, to: ValueType): Known {
  return { operand: convert(l, known, to, true), type: to };
}
