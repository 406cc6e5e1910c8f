/** What tests show of values: new names for variables and for what was read from memory, where a branch begins. */
import { type Attribute, isVariable, type Operand, type Variable } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { LocalVariable } from "../names/bindings.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { refinableVariable } from "../values/variables.ts";

export interface Fact {
  /** Undefined: the value was read from memory. */
  readonly variable: LocalVariable | undefined;
  readonly value: Variable;
  readonly others: Operand[];
  readonly attributes: Record<string, Attribute>;
}

/** One test of each variable, the same on both branches. */
export type TestKeys = Map<LocalVariable | undefined, object>;

/** Gives what was tested new names, where the branch begins. */
export function learn(
  f: FunctionContext,
  facts: readonly Fact[],
  origin: { readonly keys: TestKeys; readonly holds: boolean; readonly node: ts.Node },
): void {
  const { keys, holds, node } = origin;
  const names = new Map<Variable, Variable>();
  for (const { variable, value, others, attributes } of facts) {
    const key = keys.get(variable) ?? {};
    keys.set(variable, key);
    const known = names.get(value) ?? value;
    const refined = f.builder.refine(known, others, attributes, { test: key, holds, span: spanOf(node) });
    names.set(value, refined);
    if (variable) f.builder.write(variable, refined);
    else f.builder.keepIfReadAgain(refined);
  }
}

/** What a test of the value of an expression tells: of a variable, of what was read from memory, of an object. */
export function fact(
  f: FunctionContext,
  given: ts.Expression,
  value: Operand,
  attributes: Record<string, Attribute>,
  ...others: Operand[]
): Fact[] {
  if (!isVariable(value)) return [];
  const node = skipErased(given);
  const variable = refinableVariable(f, node);
  if (variable) return f.builder.read(variable) === value ? [{ variable, value, others, attributes }] : [];
  const read = f.builder.readOf(value);
  if (!read) return [];
  const facts: Fact[] = [{ variable: undefined, value, others, attributes }];
  const object = read.args[0];
  const member = read.attributes.name;
  if (
    read.op === "get_property" &&
    object &&
    member !== "length" &&
    tellsOfObjects.has(String(attributes.test)) &&
    (tsc.isPropertyAccessExpression(node) || tsc.isElementAccessExpression(node))
  ) {
    facts.push(...fact(f, node.expression, object, { ...attributes, member: String(member) }, ...others));
  }
  return facts;
}

/** Tests of a property by which objects of several classes are told apart. */
const tellsOfObjects = new Set([
  "undefined",
  "not_undefined",
  "null",
  "not_null",
  "nullish",
  "not_nullish",
  "truthy",
  "falsy",
  "typeof",
  "not_typeof",
  "equal",
  "not_equal",
  "array",
  "not_array",
]);
