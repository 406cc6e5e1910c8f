/** The properties of objects whose names are known at translation: what lists, copies and computed names go over. */
import { constants, type Operand } from "../graph/graph.ts";
import { ancestors, type ClassInfo } from "../graph/program.ts";
import { objectType } from "../graph/types.ts";
import type { Context } from "./context.ts";
import { isNullish } from "./convert.ts";
import { equalStrings, negated } from "./equality.ts";
import { callFunction, undefinedKnown } from "./invoke.ts";
import type { Place } from "./layout.ts";
import type { Known, Lowering } from "./lowering.ts";
import { loadPlace } from "./place-access.ts";

export interface Property {
  readonly name: string;
  readonly place: Place | undefined;
  /** Where every object of the class has it. */
  readonly certain: boolean;
  readonly getter: string | undefined;
  readonly setter: string | undefined;
}

/** A class's declared fields are properties from its constructor on, whatever they hold. */
export function isDeclared(context: Context, info: ClassInfo, field: string): boolean {
  for (const one of ancestors(context.source, info.name)) {
    const initialize = context.source.functions.get(one.methods.get("constructor") ?? "");
    for (const { operations } of initialize?.blocks ?? [])
      if (operations.some((op) => op.op === "define_field" && op.attributes.name === field)) return true;
  }
  return false;
}

/** Own enumerable properties in order: fields, the parents' first, then the accessors of a literal. */
export function propertiesOf(context: Context, className: string): Property[] {
  const info = context.classOf(className);
  if (info.kind !== "class" && info.kind !== "literal") return [];
  const found = new Map<string, Property>();
  for (const owner of [...ancestors(context.source, className)].reverse()) {
    if (owner.name.startsWith("prelude.")) continue;
    for (const field of owner.fields) {
      if (/^(#|@@)/.test(field.name) || found.has(field.name)) continue;
      const place = context.layout.place(className, field.name);
      if (!place) continue;
      const certain = field.definite || !place.type.undefined || isDeclared(context, info, field.name);
      found.set(field.name, { name: field.name, place, certain, getter: undefined, setter: undefined });
    }
  }
  if (info.kind === "literal") {
    for (const name of new Set([...info.getters.keys(), ...info.setters.keys()])) {
      const [getter, setter] = [info.getters.get(name), info.setters.get(name)];
      found.set(name, { name, place: undefined, certain: true, getter, setter });
    }
  }
  return [...found.values()];
}

export function loadProperty(l: Lowering, object: Known, property: Property): Known {
  if (property.place) return loadPlace(l, object.operand, property.place);
  return property.getter === undefined ? undefinedKnown : callFunction(l, property.getter, [object]);
}

/** The object has it now. */
export function isPresent(l: Lowering, object: Known, property: Property): Operand {
  if (property.certain || !property.place) return constants.bool(true);
  return negated(l, isNullish(l, loadPlace(l, object.operand, property.place), "undefined"));
}

export function isNamed(l: Lowering, text: Operand, name: string): Operand {
  return equalStrings(l, text, constants.string(name));
}

/** Names that objects of a class have from their prototypes. */
export function inheritedNames(context: Context, className: string): Set<string> {
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
