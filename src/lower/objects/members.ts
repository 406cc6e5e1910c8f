/** Properties by name: fields, accessors, `length`; TypeErrors on undefined and null. */

import { cannotDestructure, type Nullish, notIterable } from "../../graph/error-messages.ts";
import { namedMethod, shownName, wellKnownSymbols } from "../../graph/frames.ts";
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import { hasLibraryMember, libraryMethod, receiverKind } from "../../graph/library-members.ts";
import { ancestors, lookupInherited, type Member } from "../../graph/program.ts";
import { mayBeTagged } from "../../graph/tagged.ts";
import { type LowType, objectType, undefinedType, type ValueType, valueType } from "../../graph/types.ts";
import { anyStringStruct, listStruct, methodValueClass, symbolStruct } from "../../graph/well-known.ts";
import { fillHoles, layoutOf, lengthOf, reserve, storageOf } from "../arrays/array-access.ts";
import { callFunction, callMethod, undefinedKnown } from "../calls/invoke.ts";
import { convert, isNullish, lowTypeOf } from "../convert.ts";
import type { Place } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";
import { equalStrings, negated } from "../primitives/equality.ts";
import { toFloat } from "../primitives/number-operands.ts";
import { concatenate, toText } from "../primitives/to-string.ts";
import { argumentsOf, give, type Handlers, int, resultType, string } from "../results.ts";
import { type Part, split } from "../split.ts";
import { isUnderConstruction, refuseWrite } from "../tagged/tagged-classes.ts";
import { refuseIdentity } from "../tagged/tagged-words.ts";
import { byCase, memberCases } from "./classes.ts";
import { callTable, resultIn } from "./dictionaries.ts";
import { functionProperty } from "./function-properties.ts";
import { loadPlace } from "./place-access.ts";
import { addFree } from "./shapes.ts";

const maxLength = 2 ** 32 - 1;

export function storePlace(l: Lowering, object: Operand, place: Place, known: Known): void {
  if (place.field.startsWith("##weak")) refuseIdentity(l, known.type, "what is referred to weakly");
  const operand = convert(l, known, place.type);
  if (lowTypeOf(place.type) !== "void") l.set(object, place.struct, place.field, operand);
}

/** V8's message for a member of undefined or null. */
export function throwOnNullish(l: Lowering, which: Nullish, verb: "read" | "sett", name: string): void {
  if (isCaptured(name)) return stopWithoutCaptured(l);
  if (name === wellKnownSymbols.iterator && verb === "read")
    return l.throwError("TypeError", notIterable(undefined, which));
  const action = verb === "read" ? "read" : "set";
  l.throwError("TypeError", `Cannot ${action} properties of ${which} (${verb}ing '${shownName(name)}')`);
}

function getProperty(l: Lowering, operation: Operation): void {
  const name = String(operation.attributes.name);
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const into = (known: Known): Operand => convert(l, known, type);
  // What is only asked for is undefined where the library has it.
  const own = operation.attributes.own === true;
  const [receiver] = argumentsOf(l, operation) as [Known];
  const operand = split(l, receiver, low, (one, part) => {
    if (part === "undefined" || part === "null") {
      const { pattern } = operation.attributes;
      if (typeof pattern === "string") l.throwError("TypeError", cannotDestructure(pattern, name, part));
      else throwOnNullish(l, part, "read", name);
      return l.anything(low);
    }
    if (operation.attributes.check === true) return into(undefinedKnown);
    if (part === "string" && name === "length") {
      if (one.operand.kind === "string") return into(int(constants.int(one.operand.value.length)));
      return into(int(l.get(one.operand, anyStringStruct, "length", "int"), 0, maxLength));
    }
    if (part === "symbol" && name === "description")
      return into({
        operand: l.get(one.operand, symbolStruct, "description", "ref"),
        type: valueType({ string: true, undefined: true }),
      });
    if (part !== "objects") return own ? into(undefinedKnown) : ofLibrary(l, part, name, low, into);
    return byCase(l, one, memberCases(l, one.type.objects, name), low, ({ member, classes }, object) => {
      switch (member.kind) {
        case "field": {
          const value = loadPlace(l, object.operand, member.place);
          const { hides } = member;
          if (hides === undefined) return into(value);
          return l.choose(
            isNullish(l, value, "undefined"),
            low,
            () => into(valueOfMethod(l, hides)),
            () => into(value),
          );
        }
        case "accessor":
          if (member.getters.size < classes.length) return into(undefinedKnown);
          return into(callMethod(l, `get ${name}`, member.getters, object, []));
        case "array":
          if (name !== "length") return own ? into(undefinedKnown) : ofLibrary(l, "array", name, low, into);
          return into(int(lengthOf(l, object.operand, layoutOf(l, object.type)), 0, maxLength));
        case "function":
          return into(functionProperty(l, object, name));
        case "dictionary":
          return resultIn(
            l,
            callTable(l, object, namedMethod("get", name), [string(constants.string(name))]),
            type,
          );
        case "missing":
          if (isCaptured(name)) stopWithoutCaptured(l);
          if (!member.inLibrary || own) return into(undefinedKnown);
          return ofLibrary(l, receiverKind(l.context.classOf(classes[0]!)), name, low, into);
        case "method":
          return methodValue(l, object, member.functions, low, into);
      }
    });
  });
  if (operation.result) l.define(operation.result, operand);
}

/** An object keeps the variables of the function around its class for its methods. */
function isCaptured(name: string): boolean {
  return name.startsWith("#captured.");
}

function stopWithoutCaptured(l: Lowering): void {
  l.stop("unsupported", "a method of a class inside a function, called with another `this`");
}

/** The function value of a method: which one, the object's class says. */
function methodValue(
  l: Lowering,
  object: Known,
  functions: ReadonlyMap<string, string>,
  low: LowType,
  into: (known: Known) => Operand,
): Operand {
  const groups = [...new Set(functions.values())].map((target) => ({
    target,
    classes: [...functions.keys()].filter((one) => functions.get(one) === target),
  }));
  return byCase(l, object, groups, low, ({ target }) => into(valueOfMethod(l, target)));
}

function valueOfMethod(l: Lowering, target: string): Known {
  const className = methodValueClass(target);
  return { operand: l.functionValue(className), type: objectType(className) };
}

/** What values of a kind inherit of JavaScript's library; what is not supported is refused where it is all there is. */
function ofLibrary(
  l: Lowering,
  kind: string | undefined,
  name: string,
  low: LowType,
  into: (known: Known) => Operand,
): Operand {
  const method = kind === undefined ? undefined : libraryMethodOf(l, kind, name);
  if (method) return into(method);
  return kind !== undefined && (kind === "object" || hasLibraryMember(kind, name))
    ? l.stopped(`the property \`${name}\` is not supported`, low)
    : into(undefinedKnown);
}

/** The function value of a method of the library, where the program has it. */
export function libraryMethodOf(l: Lowering, kind: string, name: string): Known | undefined {
  const method = libraryMethod(kind, name)?.graph;
  if (method === undefined || !l.context.source.classes.has(method)) return undefined;
  return { operand: l.functionValue(method), type: objectType(method) };
}

function setProperty(l: Lowering, operation: Operation): void {
  const [receiver, value] = argumentsOf(l, operation) as [Known, Known];
  assignProperty(l, receiver, String(operation.attributes.name), value, operation);
}

/** Stores a field as an assignment does. `operation` is the assignment where no other writes may be meant. */
export function storeField(
  l: Lowering,
  object: Known,
  name: string,
  place: Place,
  value: Known,
  operation: Operation | undefined,
): void {
  if (mayBeTagged(object.type) && !isUnderConstruction(l, object)) refuseWrite(l, object.type, name);
  checkIntegrity(l, object, name, place);
  addFree(l, object, name, place, operation);
  storePlace(l, object.operand, place, value);
}

/** A field that hides a method once it is written cannot hold undefined: that is the sign of its not being there. */
function stopAtUndefined(l: Lowering, value: Known): void {
  if (!value.type.undefined) return;
  const stop = (): void => l.stop("unsupported", "undefined for a property that is a method too");
  l.when(isNullish(l, value, "undefined"), stop, false);
}

/** Where some object may be frozen its level stands in a field of its own (object-builtins.ts). */
export function checkIntegrity(l: Lowering, object: Known, name: string, place: Place): void {
  const className = object.type.objects[0] ?? "";
  const own = l.context.layout.place(className, "##level");
  if (!own) return;
  const restricted = negated(l, isNullish(l, loadPlace(l, object.operand, own), "undefined"));
  l.when(
    restricted,
    () => {
      if (place.type.undefined) {
        const missing = isNullish(l, loadPlace(l, object.operand, place), "undefined");
        l.when(missing, () =>
          l.throwError("TypeError", `Cannot add property ${name}, object is not extensible`),
        );
      }
      const level = l.get(object.operand, own.struct, own.field, "int");
      l.when(l.op("int_eq", [level, constants.int(3)], "bool"), () => {
        const shown = l.context.classOf(className).displayName;
        l.throwError("TypeError", `Cannot assign to read only property '${name}' of object '#<${shown}>'`);
      });
    },
    false,
  );
}

/** `object.name = value` */
export function assignProperty(
  l: Lowering,
  receiver: Known,
  name: string,
  value: Known,
  operation: Operation | undefined,
): void {
  split(l, receiver, "void", (one, part) => {
    if (part === "undefined" || part === "null") throwOnNullish(l, part, "sett", name);
    else if (part !== "objects") throwOnPrimitive(l, one, part, constants.string(name));
    else {
      byCase(l, one, memberCases(l, one.type.objects, name), "void", ({ member, classes }, object) => {
        if (member.kind === "field") {
          if (member.hides !== undefined) stopAtUndefined(l, value);
          storeField(l, object, name, member.place, value, operation);
        } else if (member.kind === "dictionary") {
          callTable(l, object, namedMethod("set", name), [string(constants.string(name)), value]);
        } else if (member.kind === "accessor" && member.setters.size === classes.length) {
          callMethod(l, `set ${name}`, member.setters, object, [value]);
        } else if (member.kind === "array" && name === "length") setLength(l, object, value);
        else if (member.kind === "accessor") throwGetterOnly(l, classes[0]!, name);
        else if (member.kind === "function") throwReadOnly(l, object, name);
        else if (member.kind === "missing" && classes.some((one) => isGetterOnly(l, one, name)))
          throwGetterOnly(l, classes[0]!, name);
        else if (member.kind === "array") {
          l.unsupported(
            "H3206",
            `the property \`${name}\` is added to an array`,
            "keep it in a variable or an object beside the array",
          );
        } else if (member.kind === "method") {
          l.unsupported(
            "H3104",
            `the method \`${name}\` is assigned`,
            "make it a field that holds a function",
          );
        }
        return constants.nil;
      });
    }
    return constants.nil;
  });
}

/** V8's message for assigning a property of a number, string or boolean. */
export function throwOnPrimitive(l: Lowering, known: Known, part: Part, name: Operand): void {
  const text = (start: string, middle: string): Operand =>
    concatenate(l, [
      constants.string(start),
      name,
      constants.string(`${middle} '`),
      toText(l, known),
      constants.string("'"),
    ]);
  const create = (): Operand => text("Cannot create property '", `' on ${part}`);
  const write = (): Operand => text("Cannot assign to read only property '", "' of string");
  if (part !== "string") return l.throwError("TypeError", create());
  const length = l.get(known.operand, anyStringStruct, "length", "int");
  const index = l.runtime("objects.names.indexOfText", [name], "int");
  const own = l.op(
    "bool_or",
    [equalStrings(l, name, constants.string("length")), l.op("int_below", [index, length], "bool")],
    "bool",
  );
  l.throwError("TypeError", l.choose(own, "ref", write, create));
}

/** V8 shows the function's text, which is not kept. */
function throwReadOnly(l: Lowering, object: Known, name: string): void {
  l.stop("unsupported", `the property ${name} of a function is assigned (${object.type.objects.join(", ")})`);
}

/** A getter without setter that nothing calls. */
function isGetterOnly(l: Lowering, className: string, name: string): boolean {
  for (const one of ancestors(l.context.source, className)) if (one.dropped.includes(name)) return true;
  return false;
}

function throwGetterOnly(l: Lowering, className: string, name: string): void {
  const shown = l.context.classOf(className).displayName;
  l.throwError("TypeError", `Cannot set property ${name} of #<${shown}> which has only a getter`);
}

/** `array.length = n`: cuts the array or appends holes. */
function setLength(l: Lowering, array: Known, value: Known): void {
  const layout = layoutOf(l, array.type);
  const float = toFloat(l, value);
  const valid = l.op("float_is_int", [float], "bool");
  const bad = (): void => l.throwError("RangeError", "Invalid array length");
  l.require(valid, bad);
  const length = l.op("float_to_int", [float], "int");
  l.require(l.op("int_below", [length, constants.int(maxLength + 1)], "bool"), bad);
  const old = lengthOf(l, array.operand, layout);
  if (layout.kind === "items") {
    l.require(l.op("int_eq", [old, length], "bool"), () =>
      l.stop("internal", "an array of fixed length changes it"),
    );
    return;
  }
  l.choose(
    l.op("int_lt", [length, old], "bool"),
    "void",
    () => {
      const storage = storageOf(l, array.operand, layout);
      if (layout.item === "ref" || layout.item === "value") {
        l.do("clear_items", [storage, length, l.op("int_sub", [old, length], "int")]);
      }
      return constants.nil;
    },
    () => {
      reserve(l, array.operand, length, layout);
      fillHoles(l, storageOf(l, array.operand, layout), old, length, layout);
      return constants.nil;
    },
  );
  l.set(array.operand, listStruct, "length", length);
}

/** A field's definition writes the object itself, whatever setters there are. */
function defineField(l: Lowering, operation: Operation): void {
  const { class: className, name } = operation.attributes;
  const [self, value] = argumentsOf(l, operation) as [Known, Known];
  const place =
    l.context.layout.place(String(className), String(name)) ??
    l.context.layout.place(self.type.objects[0] ?? "", String(name));
  if (!place) return;
  addFree(l, self, String(name), place, operation);
  // A field without initialiser whose undefined nothing can read: it has its place in the order of fields, that is all.
  if (isOnlyUndefined(value.type) && !place.type.undefined) return;
  storePlace(l, self.operand, place, value);
}

function isOnlyUndefined(type: ValueType): boolean {
  return lowTypeOf(type) === "void" && type.undefined === undefinedType.undefined;
}

/** What `super.name` means in a class. */
function superMember(l: Lowering, operation: Operation): Member | undefined {
  const { class: className, name } = operation.attributes;
  const { parent } = l.context.classOf(String(className));
  return parent === undefined ? undefined : lookupInherited(l.context.source, parent, String(name));
}

function getSuper(l: Lowering, operation: Operation): void {
  const member = superMember(l, operation);
  const [self] = argumentsOf(l, operation) as [Known];
  if (member?.kind === "method") give(l, operation, valueOfMethod(l, member.function));
  else if (member?.kind === "accessor" && member.getter !== undefined)
    give(l, operation, callFunction(l, member.getter, [self]));
  else give(l, operation, undefinedKnown);
}

function setSuper(l: Lowering, operation: Operation): void {
  const member = superMember(l, operation);
  if (member?.kind === "accessor" && member.setter !== undefined)
    callFunction(l, member.setter, argumentsOf(l, operation));
}

export const memberHandlers: Handlers<
  "get_property" | "set_property" | "define_field" | "get_super" | "set_super"
> = {
  get_property: getProperty,
  set_property: setProperty,
  define_field: defineField,
  get_super: getSuper,
  set_super: setSuper,
};
