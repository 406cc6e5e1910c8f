/** Objects that are dictionaries (runtime/prelude/dictionaries.ts): every access is a call of one of their methods. */
import { namedMethod } from "../../graph/frames.ts";
import { constants, type Operand } from "../../graph/graph.ts";
import { isNever, type ValueType } from "../../graph/types.ts";
import { callMethod, undefinedKnown } from "../calls/invoke.ts";
import { convert, lowTypeOf } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { string } from "../results.ts";

export function isDictionary(l: Lowering, className: string): boolean {
  return l.context.source.classes.get(className)?.dictionary !== undefined;
}

/** Calls a method of a receiver of which all classes are dictionaries. */
export function callTable(l: Lowering, receiver: Known, method: string, args: readonly Known[]): Known {
  const functions = new Map<string, string>();
  for (const name of receiver.type.objects) {
    const { dictionary } = l.context.classOf(name);
    const found = dictionary === undefined ? undefined : l.context.method(dictionary, method);
    if (found !== undefined && l.context.source.functions.has(found)) functions.set(name, found);
  }
  if (functions.size < receiver.type.objects.length) {
    l.stop("internal", `${method} of a dictionary that flow does not know`);
    return undefinedKnown;
  }
  return callMethod(l, method, functions, receiver, args);
}

/** What dictionaries have under a name that no program writes (graph/frames.ts). */
export function hiddenValue(l: Lowering, receiver: Known, name: string): Known {
  return callTable(l, receiver, namedMethod("get", name), [string(constants.string(name))]);
}

/** What a call gives in the representation of a type; nothing if it never returns. */
export function resultIn(l: Lowering, known: Known, type: ValueType): Operand {
  const low = lowTypeOf(type);
  return isNever(known.type) || low === "void" ? l.anything(low) : convert(l, known, type);
}
