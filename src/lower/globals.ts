/** Module variables, and the test that they have been initialised. */
import { constants, type Operation } from "../graph/graph.ts";
import { representationOf } from "../graph/representation.ts";
import { isValueType, type ValueType } from "../graph/types.ts";
import { InternalFault } from "../source/messages.ts";
import type { Context } from "./context.ts";
import { convert, lowTypeOf, nullishConstant } from "./convert.ts";
import type { Known, Lowering } from "./lowering.ts";
import { argumentsOf, give, type Handlers } from "./results.ts";

function typeOfGlobal(context: Context, name: string): ValueType {
  const type = context.source.globals.get(name)?.type;
  if (type === undefined || !isValueType(type)) throw new InternalFault(`the global ${name} has no type`);
  return type;
}

const flagOf = (name: string): string => `${name}.initialized`;

/** Declares the low-level globals. */
export function lowerGlobals(context: Context): void {
  for (const global of context.source.globals.values()) {
    const type = typeOfGlobal(context, global.name);
    const representation = representationOf(type);
    const low = lowTypeOf(type);
    if (low === "void") continue;
    const undefinedAtStart = type.undefined && representation.kind !== "unit";
    const born = undefinedAtStart ? nullishConstant(representation, "undefined") : undefined;
    const given = global.initial?.kind === "bool" && low === "bool" ? global.initial : undefined;
    const initial = given ?? (born && born.kind !== "variable" && born.kind !== "nil" ? born : undefined);
    context.target.globals.set(global.name, { ...global, type: low, initial });
  }
  for (const name of context.checkedGlobals) {
    const initial = constants.bool(false);
    context.target.globals.set(flagOf(name), { name: flagOf(name), type: "bool", initial, span: undefined });
  }
}

function getGlobal(l: Lowering, operation: Operation): void {
  const name = String(operation.attributes.name);
  const type = typeOfGlobal(l.context, name);
  const low = lowTypeOf(type);
  if (low === "void") return give(l, operation, { operand: constants.nil, type });
  give(l, operation, {
    operand: l.op("get_global", [], low, { name }, name.slice(name.lastIndexOf(".") + 1)),
    type,
  });
}

function setGlobal(l: Lowering, operation: Operation): void {
  const name = String(operation.attributes.name);
  const type = typeOfGlobal(l.context, name);
  const [value] = argumentsOf(l, operation) as [Known];
  const operand = convert(l, value, type);
  if (lowTypeOf(type) !== "void") l.do("set_global", [operand], { name });
  if (l.context.checkedGlobals.has(name)) l.do("set_global", [constants.bool(true)], { name: flagOf(name) });
}

function checkGlobal(l: Lowering, operation: Operation): void {
  const name = String(operation.attributes.name);
  const known = l.op("get_global", [], "bool", { name: flagOf(name) }, "initialized");
  const shown = operation.attributes.shown ?? name.slice(name.lastIndexOf(".") + 1);
  l.require(known, () => l.throwError("ReferenceError", `Cannot access '${shown}' before initialization`));
}

export const globalHandlers: Handlers<"get_global" | "set_global" | "check_global"> = {
  get_global: getGlobal,
  set_global: setGlobal,
  check_global: checkGlobal,
};
