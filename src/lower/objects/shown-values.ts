/** What lists and copies show of a place that may hold more than a value (runtime/prelude/properties.ts). */
import { constants, type Operand } from "../../graph/graph.ts";
import { intType, isNever, joinTypes, type ValueType } from "../../graph/types.ts";
import { propertyClass, propertyMember, propertyStates } from "../../graph/well-known.ts";
import { callFunction, signatureOf } from "../calls/invoke.ts";
import type { Context } from "../context.ts";
import { lowTypeOf } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { split } from "../split.ts";
import { byCase } from "./classes.ts";
import { resultIn } from "./dictionaries.ts";

function isProperty(context: Context, className: string): boolean {
  const info = context.source.classes.get(className);
  return (info?.cloneOf ?? info?.name) === propertyClass;
}

export function mayHoldProperty(context: Context, type: ValueType): boolean {
  return type.objects.some((one) => isProperty(context, one));
}

/** Runs `property` with the name of the method of the property that is there, `plain` for any other value. */
function byPlace(
  l: Lowering,
  known: Known,
  result: ValueType,
  method: string,
  plain: (known: Known) => Operand,
): Operand {
  const low = lowTypeOf(result);
  return split(l, known, low, (one, part) => {
    if (part !== "objects") return plain(one);
    const properties = one.type.objects.filter((name) => isProperty(l.context, name));
    const others = one.type.objects.filter((name) => !properties.includes(name));
    const cases = properties.map((name) => ({ classes: [name] }));
    if (others.length > 0) cases.push({ classes: others });
    return byCase(l, one, cases, low, ({ classes }, found) => {
      const [name = ""] = classes;
      const target = isProperty(l.context, name) ? l.context.method(name, method) : undefined;
      return target === undefined ? plain(found) : resultIn(l, callFunction(l, target, [found]), result);
    });
  });
}

/** The value that is shown. */
export function shownValue(l: Lowering, known: Known): Known {
  if (!mayHoldProperty(l.context, known.type)) return known;
  const { objects } = known.type;
  const properties = objects.filter((name) => isProperty(l.context, name));
  let type: ValueType = { ...known.type, objects: objects.filter((name) => !properties.includes(name)) };
  for (const name of properties) {
    const target = l.context.method(name, propertyMember.value);
    const own = target === undefined ? undefined : signatureOf(l, target).result;
    if (own && !isNever(own)) type = joinTypes(type, own);
  }
  const operand = byPlace(l, known, type, propertyMember.value, (one) => resultIn(l, one, type));
  return { operand, type };
}

/** A number of `propertyStates` for what is there. */
export function shownState(l: Lowering, known: Known): Operand {
  const value = constants.int(propertyStates.value);
  if (!mayHoldProperty(l.context, known.type)) return value;
  return byPlace(l, known, intType, propertyMember.state, () => value);
}

/** Lists show it. */
export function isListed(l: Lowering, known: Known): Operand {
  if (!mayHoldProperty(l.context, known.type)) return constants.bool(true);
  return l.op("int_ne", [shownState(l, known), constants.int(propertyStates.absent)], "bool");
}
