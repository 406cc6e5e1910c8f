/** Which properties the objects of a class show, in which order. */
import { isHiddenName } from "../../graph/frames.ts";
import {
  allFields,
  ancestors,
  type ClassField,
  type ClassInfo,
  isCapture,
  isSubclass,
} from "../../graph/program.ts";
import { propertyStates } from "../../graph/well-known.ts";
import type { Context } from "../context.ts";
import { errorClass } from "./listed-classes.ts";
import { inOrder } from "./properties.ts";

/** The prelude keeps an error's own `name` under another one (prelude/errors.ts). */
export const ownNameField = "#ownName";

/** Something that an object shows under a name. */
type Shown =
  | { readonly kind: "field"; readonly name: string; readonly field: ClassField }
  | { readonly kind: "accessor"; readonly name: string; readonly state: number };

/** Accessors of object literals are properties of their own; a class's belong to its prototype. */
export function shownProperties(context: Context, info: ClassInfo): Shown[] {
  const shown: Shown[] = isErrorClass(context, info)
    ? errorFields(context, info)
    : shownFields(context, info).map((field) => ({ kind: "field", name: field.name, field }));
  const { kind, getters, setters } = info;
  if (kind !== "literal") return inOrder(context, info.name, shown);
  const { accessors, getter, setter } = propertyStates;
  for (const name of new Set([...getters.keys(), ...setters.keys()])) {
    const state = !setters.has(name) ? getter : getters.has(name) ? accessors : setter;
    shown.push({ kind: "accessor", name, state });
  }
  return inOrder(context, info.name, shown);
}

/** The fields that are properties, parents' first; names with `#` are private, and so are captured variables. */
function shownFields(context: Context, info: ClassInfo): ClassField[] {
  const isFunction = info.kind === "closure";
  const byName = new Map<string, ClassField>();
  for (const one of allFields(context.source, info.name))
    if (!byName.has(one.name) && !isHiddenName(one.name) && !(isFunction && isCapture(one.name)))
      byName.set(one.name, one);
  return [...byName.values()];
}

/** Of errors the message and cause cannot be enumerated, and the name stands where it is first assigned. */
function errorFields(context: Context, info: ClassInfo): Shown[] {
  const [named] = allFields(context.source, info.name).filter((one) => one.name === ownNameField);
  const fields = shownFields(context, info).map((field): Shown & { readonly kind: "field" } => ({
    kind: "field",
    name: field.name,
    field,
  }));
  if (!named || fields.some((one) => one.name === "name")) return fields;
  const chain = [...ancestors(context.source, info.name)].reverse();
  const namer = chain.findIndex((one) => setsName(context, one));
  const before = new Set(
    chain
      .slice(0, namer < 0 ? chain.length : namer + 1)
      .flatMap((one) => one.fields.map((field) => field.name)),
  );
  const at = fields.filter(({ field }) => before.has(field.name)).length;
  fields.splice(at, 0, { kind: "field", name: "name", field: named });
  return fields;
}

function setsName(context: Context, { methods }: ClassInfo): boolean {
  const initialize = context.source.functions.get(methods.get("constructor") ?? "");
  return (initialize?.blocks ?? []).some(({ operations }) =>
    operations.some(({ op, attributes }) => op === "set_property" && attributes.name === "name"),
  );
}

export function isErrorClass(context: Context, info: ClassInfo): boolean {
  return info.kind === "class" && isSubclass(context.source, info.name, errorClass);
}

/** A class of the program declares it, and not only the library's. */
export function listsMessage(context: Context, info: ClassInfo): boolean {
  for (const { name, fields } of ancestors(context.source, info.name))
    if (!name.startsWith("prelude.") && fields.some((one) => one.name === "message")) return true;
  return false;
}
