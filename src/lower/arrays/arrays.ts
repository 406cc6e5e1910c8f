/** Array literals, `new Array(n)`, elements by index, and iteration of arrays and strings. */
import type { TypedArrayKind } from "../../graph/byte-types.ts";
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import { representationOf } from "../../graph/representation.ts";
import { maxSafe, objectType, type ValueType } from "../../graph/types.ts";
import { anyStringStruct, listStruct } from "../../graph/well-known.ts";
import { convert, isNullish, lowTypeOf, nullishConstant } from "../convert.ts";
import { callHelper } from "../helper.ts";
import type { ArrayLayout } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";
import { byKind, readComputed, writeComputed } from "../objects/computed-names.ts";
import { throwOnPrimitive } from "../objects/members.ts";
import { byName } from "../objects/property-keys.ts";
import { equalStrings } from "../primitives/equality.ts";
import { isInt, toFloat } from "../primitives/number-operands.ts";
import { concatenate, toText } from "../primitives/to-string.ts";
import { argumentsOf, float, give, type Handlers, resultType, string } from "../results.ts";
import { split } from "../split.ts";
import {
  emptyStorage,
  fillHoles,
  hole,
  isZeroHole,
  layoutOf,
  lengthOf,
  loadItem,
  newStorage,
  reserve,
  storageOf,
  storeConverted,
  wrap,
} from "./array-access.ts";
import { elementValue, loadElement, storeElement, typedKindOf, typedLength } from "./typed-arrays.ts";

/** A new array of a class with these elements. */
export function arrayOf(l: Lowering, className: string, elements: readonly Known[]): Known {
  const layout = l.context.layout.array(className);
  const items = elements.map((one) => convert(l, one, layout.stored));
  const length = constants.int(items.length);
  const type = objectType(className);
  if (items.length === 0 && layout.kind === "list") {
    return { operand: wrap(l, emptyStorage(l, layout), length, layout), type };
  }
  const storage = newStorage(l, length, layout);
  for (const [index, item] of items.entries()) storeConverted(l, storage, constants.int(index), layout, item);
  return { operand: wrap(l, storage, length, layout), type };
}

function newArray(l: Lowering, operation: Operation): void {
  give(l, operation, arrayOf(l, String(operation.attributes.class), argumentsOf(l, operation)));
}

function newArrayLength(l: Lowering, operation: Operation): void {
  const className = String(operation.attributes.class);
  const layout = l.context.layout.array(className);
  const [value] = argumentsOf(l, operation) as [Known];
  const bad = (): void => l.throwError("RangeError", "Invalid array length");
  let length: Operand;
  if (isInt(value.type)) length = value.operand;
  else {
    const float = toFloat(l, value);
    l.require(l.op("float_is_int", [float], "bool"), bad);
    length = l.op("float_to_int", [float], "int");
  }
  l.require(l.op("int_below", [length, constants.int(2 ** 32)], "bool"), bad);
  const storage = newStorage(l, length, layout);
  if (!isZeroHole(layout)) fillHoles(l, storage, constants.int(0), length, layout);
  give(l, operation, { operand: wrap(l, storage, length, layout), type: objectType(className) });
}

/** The index as an int; `-1` for numbers that are no index. */
function indexOf(l: Lowering, known: Known): Operand {
  if (isInt(known.type)) return known.operand;
  return split(l, known, "int", (one, part) => {
    if (part !== "number") {
      if (part === "string")
        return l.unsupported(
          "H2106",
          "an index is a string here",
          "use a class with named fields, or convert it with Number",
          "int",
        );
      return constants.int(-1);
    }
    if (one.type.number?.kind === "int") return one.operand;
    const whole = l.op("float_is_int", [one.operand], "bool");
    return l.choose(
      whole,
      "int",
      () => l.op("float_to_int", [one.operand], "int"),
      () => constants.int(-1),
    );
  });
}

/** What annotate lets a read beyond the end give (annotate/reads/outside-reads.ts). */
function substitute(l: Lowering, outside: string, type: ValueType): Operand {
  if (outside === "text") return constants.string("undefined");
  const value =
    outside === "zero" ? 0 : outside === "nan" ? Number.NaN : outside === "least" ? -maxSafe : maxSafe;
  return isInt(type) ? constants.int(value) : convert(l, float(constants.float(value)), type);
}

/** What an index beyond the end gives: undefined where the result can hold it, otherwise the program stops. */
export function missing(l: Lowering, type: ValueType, outside?: string): Operand {
  if (type.undefined) return nullishConstant(representationOf(type), "undefined");
  if (outside !== undefined) return substitute(l, outside, type);
  l.stop("outOfRangeRead");
  return l.anything(lowTypeOf(type));
}

/** What stands at an index, or what there is beyond the end. */
function readInside(
  l: Lowering,
  inside: Operand,
  type: ValueType,
  { outside }: Reading,
  load: () => Operand,
): Operand {
  if (type.undefined || outside !== undefined)
    return l.choose(inside, lowTypeOf(type), load, () => missing(l, type, outside), true);
  l.require(inside, () => missing(l, type));
  return load();
}

/** An element as the result holds it; a hole is as good as what is beyond the end. */
function fromStorage(l: Lowering, item: Known, type: ValueType, { outside }: Reading): Operand {
  if (outside === undefined || type.undefined || !item.type.undefined) return convert(l, item, type);
  const defined: Known = { operand: item.operand, type: { ...item.type, undefined: false } };
  return l.choose(
    isNullish(l, item, "undefined"),
    lowTypeOf(type),
    () => substitute(l, outside, type),
    () => convert(l, defined, type),
  );
}

/** What is known of an index and of what becomes of the element. */
interface Reading {
  /** The index is one of the array's. */
  readonly within?: boolean;
  readonly outside?: string | undefined;
}

/** An element if the index is in range. */
export function readElement(
  l: Lowering,
  array: Known,
  index: Operand,
  type: ValueType,
  reading: Reading = {},
): Operand {
  const layout = layoutOf(l, array.type);
  if (reading.within)
    return convert(l, loadItem(l, storageOf(l, array.operand, layout), index, layout), type);
  const inside = l.op("int_below", [index, lengthOf(l, array.operand, layout)], "bool");
  const load = (): Operand => {
    const item = loadItem(l, storageOf(l, array.operand, layout), index, layout);
    return fromStorage(l, item, type, reading);
  };
  return readInside(l, inside, type, reading, load);
}

function throwOnIndex(l: Lowering, which: string, verb: "read" | "sett", index: Known): void {
  const action = verb === "read" ? "read" : "set";
  const start = constants.string(`Cannot ${action} properties of ${which} (${verb}ing '`);
  l.throwError("TypeError", concatenate(l, [start, toText(l, index), constants.string("')")]));
}

/** The index of a character: a number, or a text of digits. */
function positionIn(l: Lowering, key: Known): Operand {
  return byName(l, key, "int", (by, name) =>
    by === "Number" ? indexOf(l, name) : l.runtime("objects.names.indexOfText", [name.operand], "int"),
  );
}

/** The element of an array by a number or a text. */
function readByKey(l: Lowering, array: Known, key: Known, type: ValueType, reading: Reading): Operand {
  const low = lowTypeOf(type);
  return byName(l, key, low, (by, name) => {
    if (by === "Number") return readElement(l, array, indexOf(l, name), type, reading);
    const index = l.runtime("objects.names.indexOfText", [name.operand], "int");
    return l.choose(
      l.op("int_ge", [index, constants.int(0)], "bool"),
      low,
      () => readElement(l, array, index, type, { outside: reading.outside }),
      () => {
        const isLength = equalStrings(l, name.operand, constants.string("length"));
        l.when(isLength, () => l.stop("unsupported", "the length of an array, by a computed name"));
        const inherits = l.runtime("objects.names.isInheritedName", [name.operand], "bool");
        l.when(inherits, () => l.stop("unsupported", "a method of arrays, by a computed name"));
        return missing(l, type, reading.outside);
      },
    );
  });
}

function readTyped(
  l: Lowering,
  array: Known,
  index: Operand,
  type: ValueType,
  kind: TypedArrayKind,
  reading: Reading,
): Operand {
  if (reading.within) return convert(l, loadElement(l, array, index, kind), type);
  const inside = l.op("int_below", [index, typedLength(l, array)], "bool");
  return readInside(l, inside, type, reading, () => convert(l, loadElement(l, array, index, kind), type));
}

/** Writes outside are as if they were not there. */
function writeTyped(
  l: Lowering,
  array: Known,
  index: Operand,
  value: Known,
  kind: TypedArrayKind,
  within: boolean,
): Operand {
  const element = elementValue(l, value, kind);
  if (within) {
    storeElement(l, array, index, element, kind);
    return constants.nil;
  }
  const inside = l.op("int_below", [index, typedLength(l, array)], "bool");
  l.when(inside, () => storeElement(l, array, index, element, kind), true);
  return constants.nil;
}

/** The proof speaks of integers. */
function isWithin(operation: Operation, index: Known): boolean {
  return operation.attributes.within === true && isInt(index.type);
}

function writeByKey(l: Lowering, array: Known, key: Known, value: Known, within: boolean): void {
  byName(l, key, "void", (by, name) => {
    const index =
      by === "Number" ? indexOf(l, name) : l.runtime("objects.names.indexOfText", [name.operand], "int");
    if (by === "Text")
      l.require(l.op("int_ge", [index, constants.int(0)], "bool"), () =>
        l.stop("unsupported", "a property of an array, by a computed name"),
      );
    writeElement(l, array, index, value, within && by === "Number");
    return constants.nil;
  });
}

function getIndex(l: Lowering, operation: Operation): void {
  const [receiver, index] = argumentsOf(l, operation) as [Known, Known];
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const { outside } = operation.attributes;
  const reading: Reading = {
    within: isWithin(operation, index),
    outside: outside === undefined ? undefined : String(outside),
  };
  const result = split(l, receiver, low, (one, part) => {
    switch (part) {
      case "undefined":
      case "null":
        throwOnIndex(l, part, "read", index);
        return l.anything(low);
      case "string":
        return readUnit(l, one.operand, positionIn(l, index), type, reading);
      case "number":
      case "boolean":
      case "bigint":
      case "symbol":
        return missing(l, type, reading.outside);
      case "objects":
        return byKind(l, one, low, (kind, object) => {
          const typed = kind === "typed" ? typedKindOf(l.context, object.type.objects[0]!) : undefined;
          if (typed) return readTyped(l, object, positionIn(l, index), type, typed, reading);
          return kind === "array"
            ? readByKey(l, object, index, type, reading)
            : readComputed(l, kind, object, index, type);
        });
    }
  });
  l.define(operation.result, result);
}

function readUnit(l: Lowering, text: Operand, index: Operand, type: ValueType, reading: Reading): Operand {
  const load = (): Operand =>
    convert(l, string(l.runtime("strings.units.unitString", [text, index], "ref")), type);
  if (reading.within) return load();
  const inside = l.op("int_below", [index, l.get(text, anyStringStruct, "length", "int")], "bool");
  return l.choose(inside, lowTypeOf(type), load, () => missing(l, type, reading.outside), true);
}

/** Writes beyond the end of a list: appends, or leaves holes where the array may have them. */
function storeBeyond(l: Lowering, list: Operand, index: Operand, layout: ArrayLayout, item: Operand): void {
  const low = lowTypeOf(layout.stored);
  const filler = hole(l, layout);
  const args = [
    { operand: list, type: "ref", name: "list" },
    { operand: index, type: "int", name: "index" },
    ...(low === "void" ? [] : [{ operand: item, type: low, name: "item" } as const]),
  ] as const;
  // Here, not in the function that callers share, because a stop tells of their place.
  const end = l.get(list, listStruct, "length", "int");
  const valid = l.op(filler === undefined ? "int_eq" : "int_ge", [index, end], "bool");
  l.require(valid, () => l.stop("outOfRangeWrite"));
  // Lists of one item type differ in what a hole is.
  const kind = filler === undefined ? "append" : `store.${layout.hole}.${layout.stored.null ? "null." : ""}`;
  callHelper(
    l,
    `arrays.${kind}.${layout.itemsStruct}${low === "void" ? ".unit" : ""}`,
    args,
    "void",
    (h, self, at, value) => {
      const length = h.get(self!, listStruct, "length", "int");
      const size = h.op("int_add", [at!, constants.int(1)], "int");
      reserve(h, self!, size, layout);
      const storage = h.get(self!, listStruct, "items", "ref");
      if (filler !== undefined) fillHoles(h, storage, length, at!, layout);
      storeConverted(h, storage, at!, layout, value ?? constants.nil);
      h.set(self!, listStruct, "length", size);
      return undefined;
    },
  );
}

function writeElement(l: Lowering, array: Known, index: Operand, value: Known, within: boolean): void {
  const layout = layoutOf(l, array.type);
  const item = convert(l, value, layout.stored);
  const store = (): Operand => {
    storeConverted(l, storageOf(l, array.operand, layout), index, layout, item);
    return constants.nil;
  };
  if (within) {
    store();
    return;
  }
  const inside = l.op("int_below", [index, lengthOf(l, array.operand, layout)], "bool");
  if (layout.kind === "items") {
    l.require(inside, () => l.stop("outOfRangeWrite"));
    store();
    return;
  }
  l.choose(
    inside,
    "void",
    store,
    () => {
      storeBeyond(l, array.operand, index, layout, item);
      return constants.nil;
    },
    true,
  );
}

function setIndex(l: Lowering, operation: Operation): void {
  const [receiver, index, value] = argumentsOf(l, operation) as [Known, Known, Known];
  split(l, receiver, "void", (one, part) => {
    if (part === "undefined" || part === "null") throwOnIndex(l, part, "sett", index);
    else if (part === "objects") {
      byKind(l, one, "void", (kind, object) => {
        const typed = kind === "typed" ? typedKindOf(l.context, object.type.objects[0]!) : undefined;
        const within = isWithin(operation, index);
        if (typed) writeTyped(l, object, positionIn(l, index), value, typed, within);
        else if (kind === "array") writeByKey(l, object, index, value, within);
        else writeComputed(l, kind, object, index, value);
        return constants.nil;
      });
    } else throwOnPrimitive(l, one, part, toText(l, index));
    return constants.nil;
  });
}

export const arrayHandlers: Handlers<"new_array" | "new_array_length" | "get_index" | "set_index"> = {
  new_array: newArray,
  new_array_length: newArrayLength,
  get_index: getIndex,
  set_index: setIndex,
};
