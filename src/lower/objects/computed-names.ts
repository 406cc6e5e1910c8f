/** Properties by names that only running the program tells: read, written, asked for, deleted, copied. */

import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import { intType, type LowType, stringType, type ValueType } from "../../graph/types.ts";
import { anyStringStruct, hasNullPrototype, referenceClass } from "../../graph/well-known.ts";
import { isWritten, layoutOf, lengthOf, loadItem, storageOf } from "../arrays/array-access.ts";
import { typedKindOf } from "../arrays/typed-arrays.ts";
import { callFunction, undefinedKnown } from "../calls/invoke.ts";
import { lowTypeOf, narrow } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { concatenate, toText } from "../primitives/to-string.ts";
import { argumentsOf, bool, give, type Handlers, int, string } from "../results.ts";
import { split } from "../split.ts";
import { byCase } from "./classes.ts";
import { callTable, isDictionary, resultIn } from "./dictionaries.ts";
import { assignProperty, storeField } from "./members.ts";
import {
  eachProperty,
  inheritedNames,
  isNamed,
  isPresent,
  loadProperty,
  type Property,
  propertiesOf,
  staticsOf,
  stopAtStatics,
} from "./properties.ts";
import { byName, textOf } from "./property-keys.ts";
import { isListed, shownValue } from "./shown-values.ts";

export type ObjectKind = "array" | "typed" | "dictionary" | "struct" | "other";

export function kindOfClass(l: Lowering, className: string): ObjectKind {
  if (className === referenceClass) return "other";
  if (l.context.layout.isArray(className)) return "array";
  if (isDictionary(l, className)) return "dictionary";
  if (typedKindOf(l.context, className)) return "typed";
  const { kind } = l.context.classOf(className);
  return kind === "class" || kind === "literal" || kind === "closure" ? "struct" : "other";
}

/** Functions that have no properties of their own are alike. */
function isBareFunction({ context }: Lowering, className: string): boolean {
  const info = context.classOf(className);
  return (
    info.kind === "closure" && !context.hasOwnProperties(className) && staticsOf(context, info) === undefined
  );
}

/** Cases that need different code: all arrays, all dictionaries, each class of structs, all else. */
export function byKind(
  l: Lowering,
  known: Known,
  low: LowType,
  handle: (kind: ObjectKind, one: Known) => Operand,
): Operand {
  const groups = new Map<string, { kind: ObjectKind; classes: string[] }>();
  for (const name of known.type.objects) {
    const kind = kindOfClass(l, name);
    const ofItself = kind === "typed" || (kind === "struct" && !isBareFunction(l, name));
    const key = ofItself ? name : `${kind} `;
    const group = groups.get(key) ?? { kind, classes: [] };
    group.classes.push(name);
    groups.set(key, group);
  }
  return byCase(l, known, [...groups.values()], low, (group, one) => handle(group.kind, one));
}

/** Goes through the properties of a struct until one has the name. */
function findNamed(
  l: Lowering,
  text: Operand,
  properties: readonly Property[],
  low: LowType,
  found: (property: Property) => Operand,
  otherwise: () => Operand,
): Operand {
  const next = (index: number): Operand => {
    const property = properties[index];
    if (!property) return otherwise();
    return l.choose(
      isNamed(l, text, property.name),
      low,
      () => found(property),
      () => next(index + 1),
    );
  };
  return next(0);
}

/** Stops where the name is one that the object inherits. */
function stopAtInherited(l: Lowering, className: string, text: Operand): void {
  stopAtStatics(l, className);
  const stop = (): void => l.stop("unsupported", "a method or inherited property, by a computed name");
  for (const name of inheritedNames(l.context, className)) l.when(isNamed(l, text, name), stop, false);
  if (hasNullPrototype(l.context.classOf(className))) return;
  l.when(l.runtime("objects.names.isInheritedName", [text], "bool"), stop, false);
}

/** A property of objects that are no arrays. */
export function readComputed(
  l: Lowering,
  kind: ObjectKind,
  object: Known,
  key: Known,
  type: ValueType,
): Operand {
  const low = lowTypeOf(type);
  if (kind === "dictionary")
    return byName(l, key, low, (by, name) => resultIn(l, callTable(l, object, `##get${by}`, [name]), type));
  if (kind === "other") return l.stopped("a function is asked for a property by a computed name", low);
  const className = object.type.objects[0]!;
  const text = textOf(l, key);
  return findNamed(
    l,
    text,
    propertiesOf(l.context, className),
    low,
    (property) => resultIn(l, loadProperty(l, object, property), type),
    () => {
      stopAtInherited(l, className, text);
      return resultIn(l, undefinedKnown, type);
    },
  );
}

export function writeComputed(l: Lowering, kind: ObjectKind, object: Known, key: Known, value: Known): void {
  if (kind === "dictionary") {
    byName(l, key, "void", (by, name) => {
      callTable(l, object, `##set${by}`, [name, value]);
      return constants.nil;
    });
    return;
  }
  const className = kind === "struct" ? object.type.objects[0]! : undefined;
  const text = textOf(l, key);
  const properties = className === undefined ? [] : propertiesOf(l.context, className);
  findNamed(
    l,
    text,
    properties,
    "void",
    (property) => {
      if (property.place) {
        storeField(l, object, property.name, property.place, value, undefined);
      } else if (property.setter !== undefined) callFunction(l, property.setter, [object, value]);
      else l.throwError("TypeError", getterOnly(l, text));
      return constants.nil;
    },
    () => {
      l.stop("unsupported", "a property that an instance of a class or a function gets by a computed name");
      return constants.nil;
    },
  );
}

function getterOnly(l: Lowering, text: Operand): Operand {
  return concatenate(l, [
    constants.string("Cannot set property "),
    text,
    constants.string(" of #<Object> which has only a getter"),
  ]);
}

function hasProperty(l: Lowering, operation: Operation): void {
  const [key, known] = argumentsOf(l, operation) as [Known, Known];
  const text = textOf(l, key);
  const result = split(l, known, "bool", (one, part) => {
    if (part !== "objects") {
      const start = constants.string("Cannot use 'in' operator to search for '");
      l.throwError("TypeError", concatenate(l, [start, text, constants.string("' in "), toText(l, one)]));
      return constants.bool(false);
    }
    return hasNamed(l, one, text, true);
  });
  give(l, operation, bool(result));
}

/** The object has a property of this name; with `inherited` its prototypes' count. */
export function hasNamed(l: Lowering, known: Known, text: Operand, inherited: boolean): Operand {
  const fromAll = (): Operand =>
    inherited ? l.runtime("objects.names.isInheritedName", [text], "bool") : constants.bool(false);
  return byKind(l, known, "bool", (kind, one) => {
    if (kind === "dictionary")
      return callTable(l, one, inherited ? "##inText" : "##hasText", [string(text)]).operand;
    if (kind === "array") return hasElement(l, one, text, fromAll);
    if (kind === "typed") return l.stopped("`in` of a typed array", "bool");
    const className = one.type.objects[0]!;
    const isBare = hasNullPrototype(l.context.classOf(className));
    const properties = kind === "struct" ? propertiesOf(l.context, className) : [];
    const above = kind === "struct" && inherited ? inheritedNames(l.context, className) : new Set<string>();
    return findNamed(
      l,
      text,
      properties.filter((property) => !above.has(property.name)),
      "bool",
      (property) => isPresent(l, one, property),
      () => {
        const own = [...above];
        const next = (index: number): Operand => {
          const name = own[index];
          if (name === undefined) return isBare ? constants.bool(false) : fromAll();
          return l.choose(
            isNamed(l, text, name),
            "bool",
            () => constants.bool(true),
            () => next(index + 1),
          );
        };
        return next(0);
      },
    );
  });
}

function hasElement(l: Lowering, array: Known, text: Operand, otherwise: () => Operand): Operand {
  const index = l.runtime("objects.names.indexOfText", [text], "int");
  return l.choose(
    l.op("int_ge", [index, constants.int(0)], "bool"),
    "bool",
    () =>
      l.choose(
        l.op("int_lt", [index, lengthOf(l, array.operand, layoutOf(l, array.type))], "bool"),
        "bool",
        () => isWritten(l, array, index),
        () => constants.bool(false),
      ),
    () => l.choose(isNamed(l, text, "length"), "bool", () => constants.bool(true), otherwise),
  );
}

function deleteProperty(l: Lowering, operation: Operation): void {
  const [known, key] = argumentsOf(l, operation) as [Known, Known];
  const result = split(l, known, "bool", (one, part) => {
    if (part === "undefined" || part === "null") {
      l.throwError("TypeError", "Cannot convert undefined or null to object");
      return constants.bool(false);
    }
    if (part !== "objects") return constants.bool(true);
    return byKind(l, one, "bool", (kind, object) => {
      if (kind !== "dictionary")
        return l.stopped(
          `\`delete\` of ${kind === "array" ? "an array's element" : "a property of an instance of a class"}`,
          "bool",
        );
      return byName(l, key, "bool", (by, name) => callTable(l, object, `##delete${by}`, [name]).operand);
    });
  });
  give(l, operation, bool(result));
}

/** Sets a property of whatever object this is, by a computed name. */
function assignComputed(l: Lowering, target: Known, name: Known, value: Known): void {
  byKind(l, target, "void", (kind, one) => {
    if (kind === "array") l.stop("unsupported", "properties copied to an array");
    else writeComputed(l, kind, one, name, value);
    return constants.nil;
  });
}

function copyProperties(l: Lowering, operation: Operation): void {
  const [target, source] = argumentsOf(l, operation) as [Known, Known];
  const excluded = (operation.attributes.excluded ?? []) as readonly string[];
  split(l, source, "void", (one, part) => {
    if (part === "string") {
      copyCharacters(l, target, one);
    } else if (part === "objects") {
      byKind(l, one, "void", (kind, object) => {
        if (kind === "struct") copyStruct(l, target, object, operation);
        else if (kind === "dictionary") copyTable(l, target, object, excluded);
        else if (kind === "array") copyElements(l, target, object);
        return constants.nil;
      });
    }
    return constants.nil;
  });
}

function copyElements(l: Lowering, target: Known, array: Known): void {
  const layout = layoutOf(l, array.type);
  l.loop(constants.int(0), lengthOf(l, array.operand, layout), (index) => {
    const copy = (): void => {
      const value = loadItem(l, storageOf(l, array.operand, layout), index, layout);
      assignComputed(l, target, int(index, 0, 2 ** 32), value);
    };
    l.when(isWritten(l, array, index), copy);
  });
}

function copyCharacters(l: Lowering, target: Known, text: Known): void {
  l.loop(constants.int(0), l.get(text.operand, anyStringStruct, "length", "int"), (index) => {
    const value = string(l.runtime("strings.units.unitString", [text.operand, index], "ref"));
    assignComputed(l, target, int(index, 0, 2 ** 32), value);
  });
}

function copyStruct(l: Lowering, target: Known, source: Known, operation: Operation): void {
  const excluded = (operation.attributes.excluded ?? []) as readonly string[];
  eachProperty(l, source, (property) => {
    if (excluded.includes(property.name)) return;
    const value = loadProperty(l, source, property);
    const copy = (): void => assignProperty(l, target, property.name, shownValue(l, value), operation);
    if (property.place) l.when(isListed(l, value), copy);
    else copy();
  });
}

function copyTable(l: Lowering, target: Known, source: Known, excluded: readonly string[]): void {
  const count = narrow(l, callTable(l, source, "##settle", []), intType);
  l.loop(constants.int(0), count.operand, (index) => {
    const place = int(index, 0, 2 ** 32);
    const name = narrow(l, callTable(l, source, "##nameAt", [place]), stringType);
    const assign = (): void => assignComputed(l, target, name, callTable(l, source, "##valueAt", [place]));
    const copy = (): void => {
      const listed = callTable(l, source, "##isListedAt", [place]);
      l.when(listed.operand, assign);
    };
    const next = (i: number): void => {
      const other = excluded[i];
      if (other === undefined) copy();
      else
        l.choose(
          isNamed(l, name.operand, other),
          "void",
          () => constants.nil,
          () => {
            next(i + 1);
            return constants.nil;
          },
        );
    };
    next(0);
  });
}

export const computedNameHandlers: Handlers<"has_property" | "delete_property" | "copy_properties"> = {
  has_property: hasProperty,
  delete_property: deleteProperty,
  copy_properties: copyProperties,
};
