/** `Object.*`: lists of properties, and objects that are frozen. */

import { isSymbolName } from "../../graph/frames.ts";
import { constants, type Operand } from "../../graph/graph.ts";
import { isNever, objectType, type ValueType } from "../../graph/types.ts";
import { anyStringStruct } from "../../graph/well-known.ts";
import {
  emptyStorage,
  isWritten,
  layoutOf,
  lengthOf,
  loadItem,
  storageOf,
  wrap,
} from "../arrays/array-access.ts";
import { arrayMethods } from "../arrays/array-methods.ts";
import { arrayOf } from "../arrays/arrays.ts";
import type { BuiltinLowering } from "../calls/builtin.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import { convert } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { numberText } from "../primitives/to-string.ts";
import { bool, int, string } from "../results.ts";
import { split } from "../split.ts";
import { byKind, hasNamed } from "./computed-names.ts";
import { callTable } from "./dictionaries.ts";
import { loadPlace } from "./place-access.ts";
import { eachProperty, loadProperty } from "./properties.ts";
import { textOf } from "./property-keys.ts";
import { isListed, shownValue } from "./shown-values.ts";

const first = (args: readonly Known[]): Known => args[0] ?? undefinedKnown;

/** An empty list for what a library function gives. */
function emptyList(l: Lowering, type: ValueType): Known {
  const name = type.objects[0]!;
  const one = objectType(name);
  const layout = layoutOf(l, one);
  return { operand: wrap(l, emptyStorage(l, layout), constants.int(0), layout), type: one };
}

function append(l: Lowering, list: Known, value: Known): void {
  const length = int(constants.int(0));
  arrayMethods["array.push"](l, [list, value], length.type, undefined as never);
}

/** One entry of a list: made of a name and what belongs to it. */
type Entry = (l: Lowering, name: () => Known, value: () => Known) => Known;

/** A list over all properties: `method` lists a dictionary's, `entry` makes one of any other object. */
function list(method: string, entry: Entry, ofNothing: "throws" | "empty" = "throws"): BuiltinLowering {
  return (l, args, result) => {
    if (result.objects.length === 0) return { operand: constants.nil, type: result };
    const operand = split(l, first(args), "ref", (one, part) => {
      if (part === "undefined" || part === "null") {
        if (ofNothing === "empty") return emptyList(l, result).operand;
        l.throwError("TypeError", "Cannot convert undefined or null to object");
        return constants.nil;
      }
      if (part === "string") return ofString(l, one, result, entry);
      if (part !== "objects") return emptyList(l, result).operand;
      return byKind(l, one, "ref", (kind, object) => {
        if (kind === "dictionary") {
          const listed = callTable(l, object, method, []);
          return isNever(listed.type) ? constants.nil : convert(l, listed, result);
        }
        if (kind === "array") return ofArray(l, object, result, entry);
        return ofStruct(l, object, result, entry);
      });
    });
    return { operand, type: result };
  };
}

function ofStruct(l: Lowering, object: Known, result: ValueType, entry: Entry): Operand {
  const made = emptyList(l, result);
  eachProperty(l, object, (property) => {
    if (isSymbolName(property.name)) return;
    const name = (): Known => string(constants.string(property.name));
    const value = (): Known => shownValue(l, loadProperty(l, object, property));
    const add = (): void => append(l, made, entry(l, name, value));
    if (entry === ownNames || !property.place) add();
    else l.when(isListed(l, loadProperty(l, object, property)), add);
  });
  return made.operand;
}

function ofArray(l: Lowering, array: Known, result: ValueType, entry: Entry): Operand {
  const made = emptyList(l, result);
  const layout = layoutOf(l, array.type);
  l.loop(constants.int(0), lengthOf(l, array.operand, layout), (index) => {
    const name = (): Known => string(numberText(l, int(index, 0, 2 ** 32)));
    const value = (): Known => loadItem(l, storageOf(l, array.operand, layout), index, layout);
    l.when(isWritten(l, array, index), () => append(l, made, entry(l, name, value)));
  });
  if (entry === ownNames) append(l, made, string(constants.string("length")));
  return made.operand;
}

function ofString(l: Lowering, text: Known, result: ValueType, entry: Entry): Operand {
  const made = emptyList(l, result);
  l.loop(constants.int(0), l.get(text.operand, anyStringStruct, "length", "int"), (index) => {
    const name = (): Known => string(numberText(l, int(index, 0, 2 ** 32)));
    const value = (): Known => string(l.runtime("strings.units.unitString", [text.operand, index], "ref"));
    append(l, made, entry(l, name, value));
  });
  if (entry === ownNames) append(l, made, string(constants.string("length")));
  return made.operand;
}

const names: Entry = (_l, name) => name();
/** Those that are not listed too. */
const ownNames: Entry = (_l, name) => name();
const values: Entry = (_l, _name, value) => value();

/** `[name, value]`; the class of pairs is what the list's elements are. */
const entries: BuiltinLowering = (l, args, result, operation) => {
  const element = l.context.classOf(result.objects[0] ?? "").element;
  const pair = typeof element === "object" ? element.objects[0] : undefined;
  if (pair === undefined) return { operand: constants.nil, type: result };
  const entry: Entry = (at, name, value) => arrayOf(at, pair, [name(), value()]);
  return list("##listEntries", entry)(l, args, result, operation);
};

const hasOwn: BuiltinLowering = (l, args) => {
  const text = textOf(l, args[1] ?? undefinedKnown);
  const operand = split(l, first(args), "bool", (one, part) => {
    if (part === "undefined" || part === "null") {
      l.throwError("TypeError", "Cannot convert undefined or null to object");
      return constants.bool(false);
    }
    if (part === "objects") return hasNamed(l, one, text, false);
    if (part !== "string") return constants.bool(false);
    l.stop("unsupported", "the properties of a string by name");
    return constants.bool(false);
  });
  return bool(operand);
};

/** 1: no property is added; 2: none is deleted either; 3: none is changed. */
type Integrity = 1 | 2 | 3;

const levelField = "##level";

function restrict(integrity: Integrity): BuiltinLowering {
  return (l, args, result) => {
    const known = first(args);
    split(l, known, "void", (one, part) => {
      if (part !== "objects") return constants.nil;
      return byKind(l, one, "void", (kind, object) => {
        const level = int(constants.int(integrity));
        if (kind === "dictionary") callTable(l, object, "##restrict", [level]);
        const place =
          kind === "struct" ? l.context.layout.place(object.type.objects[0]!, levelField) : undefined;
        if (place) l.set(object.operand, place.struct, place.field, convert(l, level, place.type));
        return constants.nil;
      });
    });
    return { operand: convert(l, known, result), type: result };
  };
}

function isRestricted(integrity: Integrity, negate: boolean): BuiltinLowering {
  return (l, args) => {
    const answer = split(l, first(args), "bool", (one, part) => {
      if (part !== "objects") return constants.bool(true);
      return byKind(l, one, "bool", (kind, object) => {
        const level = int(constants.int(integrity));
        if (kind === "dictionary") return callTable(l, object, "##isRestricted", [level]).operand;
        const place =
          kind === "struct" ? l.context.layout.place(object.type.objects[0]!, levelField) : undefined;
        // One that may be frozen is known otherwise (frontend/properties/frozen-arrays.ts).
        if (kind === "array") return constants.bool(false);
        if (kind !== "struct") return l.stopped("whether a function is frozen", "bool");
        if (!place) return constants.bool(false);
        const own = convert(l, loadPlace(l, object.operand, place), { ...place.type, undefined: true });
        return l.op("int_ge", [own, level.operand], "bool");
      });
    });
    return bool(negate ? l.op("bool_not", [answer], "bool") : answer);
  };
}

const mayBeFrozenArray: BuiltinLowering = (l, args) =>
  bool(
    split(l, first(args), "bool", (one, part) => {
      if (part !== "objects") return constants.bool(false);
      return byKind(l, one, "bool", (kind, { type }) =>
        constants.bool(kind === "array" && type.objects.some((name) => l.context.classOf(name).frozen)),
      );
    }),
  );

export const objectBuiltins = {
  "Object.keys": list("##listNames", names),
  "Object.getOwnPropertyNames": list("##ownNames", ownNames),
  "Object.forIn": list("##listNames", names, "empty"),
  "Object.values": list("##listValues", values),
  "Object.entries": entries,
  "Object.hasOwn": hasOwn,
  "Object.freeze": restrict(3),
  "Object.seal": restrict(2),
  "Object.preventExtensions": restrict(1),
  "Object.mayBeFrozenArray": mayBeFrozenArray,
  "Object.isFrozen": isRestricted(3, false),
  "Object.isSealed": isRestricted(2, false),
  "Object.isExtensible": isRestricted(1, true),
} as const;
