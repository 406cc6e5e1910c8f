/**
 * Properties of which only each object knows whether it has them and in which order (analysis/property-orders.ts). Such an
 * object has a hidden field with its shape (runtime/objects/shapes.ts).
 */
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import { isNullish } from "../convert.ts";
import { type Place, shapeField } from "../layout.ts";
import type { Known, Lowering } from "../lowering.ts";
import { byCase } from "./classes.ts";
import { loadPlace } from "./place-access.ts";

/** The place of a property among those that come in any order; -1 if it is none of them. */
export function freeIndex(l: Lowering, className: string, name: string): number {
  return l.context.orders.get(className)?.free.indexOf(name) ?? -1;
}

function shapePlace(l: Lowering, className: string): Place {
  return l.context.layout.place(className, shapeField) as Place;
}

export function shapeOf(l: Lowering, object: Operand, className: string): Operand {
  const place = shapePlace(l, className);
  return l.get(object, place.struct, place.field, "int");
}

export function hasFree(l: Lowering, object: Operand, className: string, index: number): Operand {
  const shape = shapeOf(l, object, className);
  return l.runtime("objects.shapes.shapeHas", [shape, constants.int(index)], "bool");
}

/** Objects of these classes get a property with the value that is stored next, if they have not got it already. */
export function addFree(
  l: Lowering,
  object: Known,
  name: string,
  place: Place,
  operation: Operation | undefined,
): void {
  const { orders } = l.context;
  const groups = new Map<string, { index: number; classes: string[] }>();
  for (const className of object.type.objects) {
    const order = orders.get(className);
    const adds = operation === undefined || order?.adds.has(operation);
    const index = adds ? freeIndex(l, className, name) : -1;
    const key = index < 0 ? "" : `${index} ${shapePlace(l, className).struct}`;
    const group = groups.get(key) ?? { index, classes: [] };
    group.classes.push(className);
    groups.set(key, group);
  }
  if (groups.size === 0 || (groups.size === 1 && groups.has(""))) return;
  const add = (): void => {
    byCase(l, object, [...groups.values()], "void", ({ index, classes }, { operand }) => {
      if (index >= 0) changeShape(l, operand, classes[0] as string, "objects.shapes.shapeWith", index);
      return constants.nil;
    });
  };
  // What has a value is there.
  if (place.type.undefined) l.when(isNullish(l, loadPlace(l, object.operand, place), "undefined"), add);
  else add();
}

function changeShape(l: Lowering, object: Operand, className: string, change: string, index: number): void {
  const place = shapePlace(l, className);
  const shape = l.get(object, place.struct, place.field, "int");
  l.set(object, place.struct, place.field, l.runtime(change, [shape, constants.int(index)], "int"));
}

/** Runs code for each of the free properties that an object has, in its order. */
export function eachFree(l: Lowering, object: Known, run: (name: string) => void): void {
  const className = object.type.objects[0] as string;
  const free = l.context.orders.get(className)?.free ?? [];
  if (free.length === 0) return;
  const shape = shapeOf(l, object.operand, className);
  l.loop(constants.int(0), l.runtime("objects.shapes.shapeSize", [shape], "int"), (place) => {
    const member = l.runtime("objects.shapes.shapeMember", [shape, place], "int");
    const next = (index: number): void => {
      const name = free[index];
      if (name === undefined) return;
      l.choose(
        l.op("int_eq", [member, constants.int(index)], "bool"),
        "void",
        () => {
          run(name);
          return constants.nil;
        },
        () => {
          next(index + 1);
          return constants.nil;
        },
      );
    };
    next(0);
  });
}
