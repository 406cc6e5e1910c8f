/** `===`, `==`, `Object.is`: by what the types leave possible. */
import { constants, isVariable, type Operand, type Operation } from "../../graph/graph.ts";
import { representationOf } from "../../graph/representation.ts";
import { isTaggedClass, mayBeTagged } from "../../graph/tagged.ts";
import { joinTypes, type ValueType } from "../../graph/types.ts";
import { longestWithoutRope, referenceClass } from "../../graph/well-known.ts";
import { convert, isNullish } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { argumentsOf, bool, give, type Handler, type Handlers } from "../results.ts";
import { type Part, partsOf, split } from "../split.ts";
import { requireIdentity } from "../tagged/identity.ts";
import { equalBigInts, equalsBigInt } from "./bigints.ts";
import { isInt, toFloat } from "./number-operands.ts";
import { primitiveType, toPrimitive } from "./to-primitive.ts";
import { typeofTest } from "./typeof.ts";

const no = constants.bool(false);
const yes = constants.bool(true);

function without(type: ValueType, part: "undefined" | "null"): ValueType {
  return { ...type, [part]: false };
}

/** Equality of two values of one kind each. */
function samePart(l: Lowering, a: Known, b: Known, part: Part, numbers: "equal" | "same"): Operand {
  switch (part) {
    case "undefined":
    case "null":
      return yes;
    case "boolean":
      return a.operand.kind === "bool" && b.operand.kind === "bool"
        ? constants.bool(a.operand.value === b.operand.value)
        : l.op("bool_eq", [a.operand, b.operand], "bool");
    case "number":
      if (isInt(a.type) && isInt(b.type)) return l.op("int_eq", [a.operand, b.operand], "bool");
      return l.op(numbers === "same" ? "float_same" : "float_eq", [toFloat(l, a), toFloat(l, b)], "bool");
    case "string":
      return equalStrings(l, a.operand, b.operand);
    case "bigint":
      return equalBigInts(l, a.operand, b.operand);
    case "symbol":
      return l.op("ref_eq", [a.operand, b.operand], "bool");
    case "objects": {
      const { objects } = a.type;
      const opaque = objects.includes(referenceClass) || b.type.objects.includes(referenceClass);
      const both = objects.filter((one) => opaque || b.type.objects.includes(one));
      if (both.length === 0) return no;
      if (mayBeTagged(a.type) || mayBeTagged(b.type)) {
        if (both.some(isTaggedClass)) requireIdentity(l, [a, b], "what is compared");
        const joined = joinTypes(a.type, b.type);
        return l.op("value_eq", [convert(l, a, joined), convert(l, b, joined)], "bool");
      }
      return l.op("ref_eq", [a.operand, b.operand], "bool");
    }
  }
}

/** The same string object is equal without a look at its units. */
export function equalStrings(l: Lowering, a: Operand, b: Operand): Operand {
  if (a.kind === "string" && b.kind === "string") return constants.bool(a.value === b.value);
  const same = l.op("ref_eq", [a, b], "bool");
  return l.choose(
    same,
    "bool",
    () => yes,
    () => {
      if (isShort(b)) return l.runtime("strings.compare.equalsShort", [a, b], "bool");
      if (isShort(a)) return l.runtime("strings.compare.equalsShort", [b, a], "bool");
      return l.runtime("strings.compare.equal", [a, b], "bool");
    },
  );
}

/** No string of its length is a rope. */
function isShort(text: Operand): boolean {
  return text.kind === "string" && text.value.length <= longestWithoutRope;
}

/** References without strings and BigInts, and booleans, are equal if their words are. */
function byWord(l: Lowering, a: Known, b: Known): Operand | undefined {
  const joined = joinTypes(a.type, b.type);
  const representation = representationOf(joined);
  const byContent = (a.type.string && b.type.string) || (a.type.bigint && b.type.bigint);
  if (representation.kind === "ref" && !byContent) {
    return l.op("ref_eq", [convert(l, a, joined), convert(l, b, joined)], "bool");
  }
  if (representation.kind === "bool")
    return l.op("bool_eq", [convert(l, a, joined), convert(l, b, joined)], "bool");
  if (representation.kind === "int")
    return l.op("int_eq", [convert(l, a, joined), convert(l, b, joined)], "bool");
  return undefined;
}

export function strictEqual(l: Lowering, a: Known, b: Known, numbers: "equal" | "same" = "equal"): Operand {
  const partsA = partsOf(a.type);
  const partsB = partsOf(b.type);
  const common = partsA.filter((part) => partsB.includes(part));
  if (common.length === 0) return no;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const only = partsOf(one.type);
    if (only.length === 1 && (only[0] === "undefined" || only[0] === "null"))
      return isNullish(l, other, only[0]);
  }
  if (partsA.length > 1 || partsB.length > 1) {
    const word = byWord(l, a, b);
    if (word) return word;
    // Case by case of the wider one; each narrows the other.
    const [wide, narrow] = partsA.length >= partsB.length ? [a, b] : [b, a];
    return split(l, wide, "bool", (one, part) => {
      if (!common.includes(part)) return no;
      if (partsOf(narrow.type).length === 1) return samePart(l, one, narrow, part, numbers);
      return split(l, narrow, "bool", (other, otherPart) =>
        part === otherPart ? samePart(l, one, other, part, numbers) : no,
      );
    });
  }
  return samePart(l, a, b, common[0] as Part, numbers);
}

/** `==` of different kinds: objects become primitive values, then anything but two strings becomes numbers. */
function mixedEqual(l: Lowering, a: Known, partA: Part, b: Known, partB: Part): Operand {
  if (partA === "objects") return looseEqual(l, primitiveOf(l, a), b);
  if (partB === "objects") return looseEqual(l, a, primitiveOf(l, b));
  if (partA === "symbol" || partB === "symbol") return no;
  if (partA === "bigint") return equalsBigInt(l, a, b);
  if (partB === "bigint") return equalsBigInt(l, b, a);
  return l.op("float_eq", [toFloat(l, a), toFloat(l, b)], "bool");
}

function primitiveOf(l: Lowering, known: Known): Known {
  return { operand: toPrimitive(l, known, primitiveType), type: primitiveType };
}

/** `==` without undefined and null: as `===` where the kinds are the same. */
function looseParts(l: Lowering, x: Known, y: Known): Operand {
  const partsX = partsOf(x.type);
  const partsY = partsOf(y.type);
  if (partsX.length === 0 || partsY.length === 0) return no;
  const certain = partsX.length === 1 && partsY.length === 1;
  if (certain && partsX[0] === partsY[0]) return strictEqual(l, x, y);
  if (certain) return mixedEqual(l, x, partsX[0] as Part, y, partsY[0] as Part);
  return split(l, x, "bool", (one, part) =>
    split(l, y, "bool", (other, otherPart) =>
      part === otherPart
        ? samePart(l, one, other, part, "equal")
        : mixedEqual(l, one, part, other, otherPart),
    ),
  );
}

function looseEqual(l: Lowering, a: Known, b: Known): Operand {
  // undefined and null equal each other and nothing else.
  const nullA = nullish(l, a);
  const nullB = nullish(l, b);
  const restA: Known = { operand: a.operand, type: without(without(a.type, "undefined"), "null") };
  const restB: Known = { operand: b.operand, type: without(without(b.type, "undefined"), "null") };
  const defined = (): Operand => {
    const x = { operand: convert(l, a, restA.type, true), type: restA.type };
    const y = { operand: convert(l, b, restB.type, true), type: restB.type };
    return looseParts(l, x, y);
  };
  if (nullA.kind === "bool" && nullB.kind === "bool") {
    if (nullA.value || nullB.value) return constants.bool(nullA.value && nullB.value);
    return defined();
  }
  if (nullA.kind === "bool" && nullA.value) return nullB;
  if (nullB.kind === "bool" && nullB.value) return nullA;
  return l.choose(
    nullA,
    "bool",
    () => nullB,
    () => l.choose(nullB, "bool", () => no, defined),
  );
}

/** Undefined or null. */
export function nullish(l: Lowering, known: Known): Operand {
  const representation = representationOf(known.type);
  if (representation.kind === "unit") return constants.bool(known.type.undefined || known.type.null);
  const isUndefined = isNullish(l, known, "undefined");
  const isNull = isNullish(l, known, "null");
  if (isUndefined.kind === "bool") return isUndefined.value ? yes : isNull;
  if (isNull.kind === "bool") return isNull.value ? yes : isUndefined;
  return l.op("bool_or", [isUndefined, isNull], "bool");
}

export function negated(l: Lowering, operand: Operand): Operand {
  return operand.kind === "bool" ? constants.bool(!operand.value) : l.op("bool_not", [operand], "bool");
}

/** `typeof x === "kind"` asks for the kind without making a string of it. */
function kindTest(l: Lowering, operation: Operation): Operand | undefined {
  const [left, right] = operation.args as [Operand, Operand];
  for (const [asked, name] of [
    [left, right],
    [right, left],
  ] as const) {
    if (!isVariable(asked) || name.kind !== "string") continue;
    const definition = l.definition(asked);
    if (definition?.op !== "typeof") continue;
    return typeofTest(l, l.known(definition.args[0]), name.value);
  }
  return undefined;
}

function equality(loose: boolean, negate: boolean): Handler {
  return (l, operation) => {
    const [a, b] = argumentsOf(l, operation) as [Known, Known];
    const equal = kindTest(l, operation) ?? (loose ? looseEqual(l, a, b) : strictEqual(l, a, b));
    give(l, operation, bool(negate ? negated(l, equal) : equal));
  };
}

export const equalityHandlers: Handlers<
  "strict_equal" | "strict_not_equal" | "loose_equal" | "loose_not_equal"
> = {
  strict_equal: equality(false, false),
  strict_not_equal: equality(false, true),
  loose_equal: equality(true, false),
  loose_not_equal: equality(true, true),
};
