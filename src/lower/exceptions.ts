/** The function that tells of an uncaught exception: the program's own, since it knows what can be thrown. */
import { constants, graph, type Operand, variable } from "../graph/graph.ts";
import { isSubclass } from "../graph/program.ts";
import { joinTypes, neverType, type ValueType } from "../graph/types.ts";
import { callMethod } from "./calls/invoke.ts";
import type { Context } from "./context.ts";
import { narrow } from "./convert.ts";
import { anyValue } from "./library/console.ts";
import { type Known, Lowering } from "./lowering.ts";
import { byCase, memberCases } from "./objects/classes.ts";
import { errorClass } from "./objects/listed-classes.ts";
import { symbolText, toText } from "./primitives/to-string.ts";
import { partsOf, split } from "./split.ts";

export const reportFunction = "runtime.exceptions.reportUncaught";

/** Everything that the program throws. */
function thrown(context: Context): ValueType {
  let type = neverType;
  for (const one of context.source.functions.values()) {
    for (const { exit } of one.blocks) {
      if (exit.kind === "raise" && exit.value.kind === "variable" && typeof exit.value.type === "object") {
        type = joinTypes(type, exit.value.type);
      } else if (exit.kind === "raise") type = joinTypes(type, { ...neverType, ...constantType(exit.value) });
    }
  }
  return type;
}

function constantType(operand: Operand): Partial<ValueType> {
  switch (operand.kind) {
    case "string":
      return { string: true };
    case "int":
    case "float":
      return { number: { kind: "float", low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY } };
    case "bool":
      return { boolean: true };
    case "bigint":
      return { bigint: true };
    case "null":
      return { null: true };
    default:
      return { undefined: true };
  }
}

/** The stack of an error, of which the run-time prints the heading. */
function objectText(l: Lowering, known: Known): Operand {
  const cases = memberCases(l, known.type.objects, "stack");
  return byCase(l, known, cases, "ref", ({ member, classes }, object) => {
    const getters = member.kind === "accessor" ? member.getters : undefined;
    if (getters?.size !== classes.length) return constants.string("an error");
    return toText(l, callMethod(l, "get stack", getters, object, []));
  });
}

/** Code of a program, not of the run-time or a collector: those are linked into one. */
function isProgram(context: Context): boolean {
  for (const one of context.source.functions.values()) if (!one.system && !isPrelude(one.name)) return true;
  return false;
}

function isPrelude(name: string): boolean {
  return name.startsWith("prelude.") || name === "main" || name === "initialize";
}

export function makeReport(context: Context): void {
  if (!isProgram(context)) return;
  const type = thrown(context);
  const errors = type.objects.every((one) => isSubclass(context.source, one, errorClass));
  if (!errors) {
    // The run-time's own report inspects whatever it gets.
    context.inspect(type);
    return;
  }
  const value = variable("thrown", "value");
  const low = graph(reportFunction, { result: "void", system: true });
  const l = new Lowering(context, low, undefined);
  l.block.params = [value];
  const known = narrow(l, { operand: value, type: anyValue }, type);
  const text = split(l, known, "ref", (one, part) => {
    if (part === "symbol") return symbolText(l, one.operand);
    return part === "objects" ? objectText(l, one) : toText(l, one);
  });
  if (partsOf(type).length > 0) l.do("call", [text], { function: "runtime.output.trace.writeUncaught" });
  l.end({ kind: "return", value: undefined });
  context.target.functions.set(reportFunction, l.finish());
}
