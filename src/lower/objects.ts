/** Making instances, object literals, cells and function values. */
import { constants, type Operand, type Operation } from "../graph/graph.ts";
import { ancestors } from "../graph/program.ts";
import { representationOf } from "../graph/representation.ts";
import { objectType } from "../graph/types.ts";
import { convert, lowTypeOf, nullishConstant } from "./convert.ts";
import type { Known, Lowering } from "./lowering.ts";
import { argumentsOf, give, type Handlers } from "./results.ts";

/** A bare instance. Fields that may be read before they are written are undefined at birth. */
export function newInstance(l: Lowering, className: string): Operand {
  const made = l.op("allocate", [], "ref", { struct: className }, "made");
  const { source, layout } = l.context;
  for (const owner of ancestors(source, className)) {
    for (const field of owner.fields) {
      const place = layout.place(className, field.name);
      if (field.definite || !place?.type.undefined) continue;
      const representation = representationOf(place.type);
      // References and values are born as nil and undefined.
      if (representation.kind === "unit" || representation.kind === "ref" || representation.kind === "value")
        continue;
      l.set(made, place.struct, place.field, nullishConstant(representation, "undefined"));
    }
  }
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

function newObject(l: Lowering, operation: Operation): void {
  const className = String(operation.attributes.class);
  const values = argumentsOf(l, operation);
  give(l, operation, { operand: filled(l, className, values), type: objectType(className) });
}

function closure(l: Lowering, operation: Operation): void {
  const className = String(operation.attributes.class);
  const type = objectType(className);
  l.context.madeClosures.add(className);
  if (operation.args.length === 0) {
    give(l, operation, { operand: constants.static(l.context.staticClosure(className)), type });
    return;
  }
  give(l, operation, { operand: filled(l, className, argumentsOf(l, operation)), type });
}

export const objectHandlers: Handlers<"new_object" | "closure"> = { new_object: newObject, closure };
