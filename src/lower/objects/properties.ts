/** The properties of objects whose names are known at translation: what lists, copies and computed names go over. */
import { isHiddenName, isSymbolName } from "../../graph/frames.ts";
import { constants, type Operand } from "../../graph/graph.ts";
import { ancestors, type ClassField, type ClassInfo, isCapture, isSubclass } from "../../graph/program.ts";
import { objectType } from "../../graph/types.ts";
import { callFunction, undefinedKnown } from "../calls/invoke.ts";
import type { Context } from "../context.ts";
import { isNullish } from "../convert.ts";
import type { Place } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";
import { equalStrings, negated } from "../primitives/equality.ts";
import { isDeclared } from "./declared-fields.ts";
import { errorClass } from "./listed-classes.ts";
import { loadPlace } from "./place-access.ts";
import { eachFree, hasFree } from "./shapes.ts";

export interface Property {
  readonly name: string;
  readonly place: Place | undefined;
  /** Every object of the class has it. */
  readonly certain: boolean;
  /** Its number among those of which only the object knows whether it has them (shapes.ts); else -1. */
  readonly free: number;
  readonly getter: string | undefined;
  readonly setter: string | undefined;
}

/** Own enumerable properties in order, those that come in any order last. */
export function propertiesOf(context: Context, className: string): Property[] {
  const info = context.classOf(className);
  if (info.kind !== "class" && info.kind !== "literal" && info.kind !== "closure") return [];
  const order = context.orders.get(className);
  const found = new Map<string, Property>();
  for (const owner of [...ancestors(context.source, className)].reverse()) {
    if (owner.name.startsWith("prelude.")) continue;
    for (const field of owner.fields) {
      if (isHiddenName(field.name) || found.has(field.name)) continue;
      if (info.kind === "closure" && isCapture(field.name)) continue;
      const place = context.layout.place(className, field.name);
      if (!place) continue;
      const free = order?.free.indexOf(field.name) ?? -1;
      const certain = free < 0 && isCertain(context, info, field, place);
      found.set(field.name, { name: field.name, place, certain, free, getter: undefined, setter: undefined });
    }
  }
  if (info.kind === "literal") {
    for (const name of new Set([...info.getters.keys(), ...info.setters.keys()])) {
      const [getter, setter] = [info.getters.get(name), info.setters.get(name)];
      found.set(name, { name, place: undefined, certain: true, free: -1, getter, setter });
    }
  }
  return inOrder(context, className, [...found.values()]);
}

/** Properties of a class as its objects show them. */
export function inOrder<T extends { readonly name: string }>(
  context: Context,
  className: string,
  properties: T[],
): T[] {
  const order = context.orders.get(className);
  const names = order ? [...order.fixed, ...order.free] : [];
  const free = new Set(order?.free);
  // Those with symbols for names come last, but for those that the object itself knows the order of.
  const rank = ({ name }: T): number => (free.has(name) ? 2 : isSymbolName(name) ? 1 : 0);
  const place = ({ name }: T): number => names.indexOf(name);
  const byPlace = (x: T, y: T): number => rank(x) - rank(y) || place(x) - place(y);
  if (!isSubclass(context.source, className, errorClass)) return properties.sort(byPlace);
  // Errors have others between those that the program gives them, which stay where they are (shown-properties.ts).
  const given = properties.filter((one) => place(one) >= 0).sort(byPlace);
  return properties
    .sort((x, y) => rank(x) - rank(y))
    .map((one) => (place(one) >= 0 ? (given.shift() as T) : one));
}

/** No object of the class lacks a property that does not come in any order. */
export function isCertain(context: Context, info: ClassInfo, field: ClassField, place: Place): boolean {
  if (field.definite || !place.type.undefined || isDeclared(context, info, field.name)) return true;
  return context.orders.get(info.name)?.settled.has(field.name) ?? false;
}

export function loadProperty(l: Lowering, object: Known, property: Property): Known {
  if (property.place) return loadPlace(l, object.operand, property.place);
  return property.getter === undefined ? undefinedKnown : callFunction(l, property.getter, [object]);
}

/** The object has it now. */
export function isPresent(l: Lowering, object: Known, property: Property): Operand {
  if (property.certain || !property.place) return constants.bool(true);
  if (property.free >= 0) return hasFree(l, object.operand, object.type.objects[0] as string, property.free);
  return negated(l, isNullish(l, loadPlace(l, object.operand, property.place), "undefined"));
}

/** The names of the static fields of a class, given as a value. */
export function staticsOf({ source }: Context, { function: code }: ClassInfo): string | undefined {
  return code === undefined ? undefined : source.functions.get(code)?.notes.statics;
}

/** The static fields of a class are variables of the program, which its value does not lead to. */
export function stopAtStatics(l: Lowering, className: string): void {
  const statics = staticsOf(l.context, l.context.classOf(className));
  if (statics !== undefined)
    l.stop("unsupported", `the properties of a class with static fields (${statics}), not by their names`);
}

/** Runs code for each property that an object has, in its order. */
export function eachProperty(l: Lowering, object: Known, run: (property: Property) => void): void {
  const className = object.type.objects[0] as string;
  stopAtStatics(l, className);
  const properties = propertiesOf(l.context, className);
  for (const one of properties) if (one.free < 0) l.when(isPresent(l, object, one), () => run(one));
  eachFree(l, object, (name) => run(properties.find((one) => one.name === name) as Property));
}

export function isNamed(l: Lowering, text: Operand, name: string): Operand {
  return equalStrings(l, text, constants.string(name));
}

/** What functions have that is not listed. */
const namesOfFunctions = ["length", "name", "prototype", "call", "apply", "bind", "arguments", "caller"];

/** Names that objects of a class have from their prototypes. */
export function inheritedNames(context: Context, className: string): Set<string> {
  if (context.classOf(className).kind === "closure") return new Set(namesOfFunctions);
  const names = new Set<string>();
  for (const one of ancestors(context.source, className)) {
    if (one.kind === "literal") continue;
    for (const name of one.dropped) names.add(name);
    for (const map of [one.methods, one.getters, one.setters]) for (const name of map.keys()) names.add(name);
  }
  return new Set([...names].filter((name) => !name.startsWith("#") && name !== "constructor"));
}

/** Runs `handle` for each class by itself. */
export function eachClass(known: Known): { classes: readonly string[]; type: Known["type"] }[] {
  return known.type.objects.map((name) => ({ classes: [name], type: objectType(name) }));
}
