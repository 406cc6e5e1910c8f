/** The names of properties in literals, patterns and descriptors. */
import { type Constant, constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { isIndexName, nameInBrackets } from "../names/symbol-names.ts";
import { literalConstant } from "../tree/literal-constants.ts";

/** A property's name where it is written out and no index; otherwise the key, evaluated. */
export type PropertyKey =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "computed"; readonly key: Operand };

export function propertyKey(f: FunctionContext, name: ts.PropertyName): PropertyKey {
  if (tsc.isComputedPropertyName(name)) return expressionKey(f, name.expression);
  if (tsc.isNumericLiteral(name)) return { kind: "computed", key: numberConstantOf(Number(name.text)) };
  return writtenKey(name.text);
}

/** The same of an expression that gives a property's name: in brackets, or as an argument. */
export function expressionKey(f: FunctionContext, given: ts.Expression): PropertyKey {
  const name = nameInBrackets(given);
  if (name !== undefined) return { kind: "name", name };
  const known = literalConstant(given);
  return known?.kind === "string" ? writtenKey(known.value) : { kind: "computed", key: f.expression(given) };
}

function writtenKey(text: string): PropertyKey {
  return isIndexName(text)
    ? { kind: "computed", key: constants.int(Number(text)) }
    : { kind: "name", name: text };
}

function numberConstantOf(value: number): Constant {
  return Number.isSafeInteger(value) ? constants.int(value) : constants.float(value);
}
