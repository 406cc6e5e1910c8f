/**
 * Objects that live in the word that refers to them (graph/tagged.ts). A slot that may hold one is a `value`: the word is
 * either the object itself, with its class's number and its one field, or a reference as others are: to an object whose
 * field does not fit, or that is under construction.
 */
import { constants, isVariable, type Operand } from "../../graph/graph.ts";
import { machineType, representationOf } from "../../graph/representation.ts";
import { greatestTagged, isTaggedClass, leastTagged } from "../../graph/tagged.ts";
import { type LowType, objectType, type ValueType } from "../../graph/types.ts";
import { referenceClass } from "../../graph/well-known.ts";
import type { Place } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";
import { taggedClass } from "./tagged-classes.ts";

/** The word is an object itself; `className`: of that class. */
export function isTagged(l: Lowering, word: Operand, className?: string): Operand {
  const attributes = className === undefined ? {} : { tag: taggedClass(l, className).tag };
  return l.op("value_is_tagged", [word], "bool", attributes);
}

/** The operand is a word that may be an object itself. */
export function mayBeObject(operand: Operand): boolean {
  return isVariable(operand) && operand.type === "value";
}

/** A reference to an object of a class, in the representation of the class. */
export function objectOf(l: Lowering, ref: Operand, className: string): Known {
  const type = objectType(className);
  return { operand: isTaggedClass(className) ? l.op("value_from_ref", [ref], "value") : ref, type };
}

/** What a constructor has made of a new object: the object in a word if the field fits, else another on the heap. */
export function tagged(l: Lowering, made: Operand, className: string): Known {
  const { tag, place } = taggedClass(l, className);
  const type = objectType(className);
  const low = machineType(representationOf(place.type));
  const field = l.get(made, place.struct, place.field, low);
  const toInt = (): Operand => (low === "int" ? field : l.op("float_to_int", [field], "int"));
  const inWord = (): Operand => l.op("value_from_tagged", [toInt()], "value", { tag });
  // A second object: the first one need not leave the function, and so vanishes where the constructor is inlined.
  const onHeap = (): Operand => l.op("value_from_ref", [newOnHeap(l, className, place, field)], "value");
  const integral = low === "int" ? constants.bool(true) : isInteger(l, field);
  const fits = l.choose(
    integral,
    "bool",
    () => isInRange(l, toInt(), place.type),
    () => constants.bool(false),
  );
  return { operand: l.choose(fits, "value", inWord, onHeap, true), type };
}

/** An integer other than -0. */
function isInteger(l: Lowering, float: Operand): Operand {
  const same = (): Operand => {
    const back = l.op("int_to_float", [l.op("float_to_int", [float], "int")], "float");
    return l.op("float_same", [float, back], "bool");
  };
  return l.choose(l.op("float_is_int", [float], "bool"), "bool", same, () => constants.bool(false), true);
}

function isInRange(l: Lowering, int: Operand, { number }: ValueType): Operand {
  const { low, high } = number ?? unbounded;
  if (low >= leastTagged && high <= greatestTagged) return constants.bool(true);
  const atLeast = l.op("int_ge", [int, constants.int(leastTagged)], "bool");
  return l.op("bool_and", [atLeast, l.op("int_le", [int, constants.int(greatestTagged)], "bool")], "bool");
}

const unbounded = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** The field of an object in a word. */
export function fieldOf(l: Lowering, word: Operand, low: LowType): Operand {
  if (low !== "int" && low !== "float") return l.anything(low);
  const int = l.op("value_to_tagged", [word], "int");
  return low === "int" ? int : l.op("int_to_float", [int], "float");
}

function newOnHeap(l: Lowering, className: string, { struct, field }: Place, value: Operand): Operand {
  const made = l.op("allocate", [], "ref", { struct: className }, "made");
  l.set(made, struct, field, value);
  return made;
}

/** A word without objects that live in words: of such an object it is a reference to a copy on the heap. */
export function untagged(l: Lowering, { operand, type }: Known): Operand {
  const classes = type.objects.filter(isTaggedClass);
  const next = (index: number): Operand => {
    const className = classes[index];
    if (className === undefined) return operand;
    const copy = (): Operand => {
      const { place } = taggedClass(l, className);
      const field = fieldOf(l, operand, machineType(representationOf(place.type)));
      return l.op("value_from_ref", [newOnHeap(l, className, place, field)], "value");
    };
    return l.choose(isTagged(l, operand, className), "value", copy, () => next(index + 1), false);
  };
  return next(0);
}

/** Objects in words have no identity that Node's could be compared with. */
export function refuseIdentity(l: Lowering, type: ValueType, what: string): void {
  const className = type.objects.find(isTaggedClass);
  if (className === undefined) return;
  const { displayName, span } = l.context.classOf(className);
  const text = `${what} may be of the tagged class \`${displayName}\``;
  l.context.messages.error("H2040", isOwn(l) ? l.span : span, text, { help: withoutIdentity });
}

export const withoutIdentity =
  "such objects have no identity: compare their fields instead, or keep them in others";

/** Code of the program itself. */
export function isOwn({ span, system, graph: { name } }: Lowering): boolean {
  return span !== undefined && !system && !/^(prelude|node)\./.test(name);
}

/** Flow brings any object at all here, not in words: the library asks for its identity or watches over its life. */
export function isOpaque(type: ValueType): boolean {
  return type.objects.includes(referenceClass) && type.number === undefined;
}
