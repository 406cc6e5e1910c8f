/** Making instances, object literals, cells and function values. */
import { namedMethod } from "../../graph/frames.ts";
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import { ancestors, lookupConstructor } from "../../graph/program.ts";
import { representationOf } from "../../graph/representation.ts";
import { objectType } from "../../graph/types.ts";
import { hasNullPrototype } from "../../graph/well-known.ts";
import { callFunction } from "../calls/invoke.ts";
import { convert, lowTypeOf, nullishConstant } from "../convert.ts";
import { shapeField } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";
import { argumentsOf, give, type Handlers, string } from "../results.ts";
import { callTable } from "./dictionaries.ts";

/**
 * A bare instance. Undefined at birth are fields that may be read before they are written, as those are whose first
 * write asks whether the object has them already.
 */
export function newInstance(l: Lowering, className: string): Operand {
  const { source, layout, orders } = l.context;
  const free = orders.get(className)?.free ?? [];
  const managed = [...ancestors(source, className)].some((one) => one.managed);
  const attributes = managed ? { struct: className, managed } : { struct: className };
  const made = l.op("allocate", [], "ref", attributes, "made");
  for (const owner of ancestors(source, source.classes.get(className)?.dictionary ?? className)) {
    for (const field of owner.fields) {
      const place = layout.place(owner.name, field.name);
      if (!place?.type.undefined || (field.definite && !free.includes(field.name))) continue;
      const representation = representationOf(place.type);
      // References and values are born as nil and undefined.
      if (representation.kind === "unit" || representation.kind === "ref" || representation.kind === "value")
        continue;
      l.set(made, place.struct, place.field, nullishConstant(representation, "undefined"));
    }
  }
  const shape = layout.place(className, shapeField);
  if (shape) l.set(made, shape.struct, shape.field, constants.int(0));
  return made;
}

/** An object with its fields in order; they are computed before it is made. */
function filled(l: Lowering, className: string, values: readonly Known[]): Operand {
  const { layout, source } = l.context;
  const info = source.classes.get(className);
  const stores: { struct: string; field: string; operand: Operand }[] = [];
  for (const [index, field] of (info?.fields ?? []).entries()) {
    const place = layout.place(className, field.name);
    const value = values[index];
    if (!place || !value || lowTypeOf(place.type) === "void") continue;
    stores.push({ struct: place.struct, field: place.field, operand: convert(l, value, place.type) });
  }
  const made = newInstance(l, className);
  for (const { struct, field, operand } of stores) l.set(made, struct, field, operand);
  return made;
}

/** A dictionary with its first properties. */
function filledTable(l: Lowering, className: string, table: string, values: readonly Known[]): Known {
  const made: Known = { operand: newInstance(l, className), type: objectType(className) };
  const initialize = lookupConstructor(l.context.source, table);
  if (initialize !== undefined) callFunction(l, initialize, [made]);
  const info = l.context.classOf(className);
  const inherits = l.context.layout.place(table, "##inherits");
  if (hasNullPrototype(info) && inherits)
    l.set(made.operand, inherits.struct, inherits.field, constants.bool(false));
  for (const [index, value] of values.entries()) {
    const name = info.fields[index]?.name;
    if (name !== undefined)
      callTable(l, made, namedMethod("set", name), [string(constants.string(name)), value]);
  }
  return made;
}

function newObject(l: Lowering, operation: Operation): void {
  const className = String(operation.attributes.class);
  const values = argumentsOf(l, operation);
  const { dictionary } = l.context.classOf(className);
  if (dictionary !== undefined) {
    give(l, operation, filledTable(l, className, dictionary, values));
    return;
  }
  give(l, operation, { operand: filled(l, className, values), type: objectType(className) });
}

function closure(l: Lowering, operation: Operation): void {
  const className = String(operation.attributes.class);
  const type = objectType(className);
  l.context.madeClosures.add(className);
  if (operation.args.length === 0 && !l.context.hasOwnProperties(className)) {
    give(l, operation, { operand: l.functionValue(className), type });
    return;
  }
  give(l, operation, { operand: filled(l, className, argumentsOf(l, operation)), type });
}

export const objectHandlers: Handlers<"new_object" | "closure"> = { new_object: newObject, closure };
