/** The names of properties in literals, patterns and descriptors. */
import { type Constant, constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { isIndexName, nameInBrackets } from "../names/symbol-names.ts";

/** A property's name where it is written out and no index; otherwise the key, evaluated. */
export type PropertyKey =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "computed"; readonly key: Operand };

export function propertyKey(f: FunctionContext, name: ts.PropertyName): PropertyKey {
  if (tsc.isComputedPropertyName(name)) {
    const inBrackets = nameInBrackets(name.expression);
    if (inBrackets === undefined) return { kind: "computed", key: f.expression(name.expression) };
    return { kind: "name", name: inBrackets };
  }
  if (tsc.isNumericLiteral(name)) return { kind: "computed", key: numberConstantOf(Number(name.text)) };
  return writtenKey(name.text);
}

function writtenKey(text: string): PropertyKey {
  return isIndexName(text)
    ? { kind: "computed", key: constants.int(Number(text)) }
    : { kind: "name", name: text };
}

function numberConstantOf(value: number): Constant {
  return Number.isSafeInteger(value) ? constants.int(value) : constants.float(value);
}
