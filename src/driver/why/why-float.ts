/** Why a number is a double: the nearest operation that makes one of integers, or the literal that is one. */
import { isVariable, type Operand, type Operation, type Variable } from "../../graph/graph.ts";
import { isValueType } from "../../graph/types.ts";
import type { Span } from "../../source/span.ts";
import type { TypedIndex } from "./typed-index.ts";

export interface Cause {
  readonly text: string;
  /** Where that happens; undefined for a literal. */
  readonly span: Span | undefined;
}

/** What each operation does to integers. */
const causes: Readonly<Record<string, string>> = {
  add: "both operands may grow, so that the sum may leave ±(2^53-1)",
  sub: "both operands may grow, so that the difference may leave ±(2^53-1)",
  mul: "the product may leave ±(2^53-1), where JavaScript rounds",
  div: "a quotient may have a fraction",
  mod: "the remainder may be -0 or NaN",
  pow: "the power may leave ±(2^53-1) or have a fraction",
  neg: "the result may be -0",
  to_number: "what is converted may be any number",
  call_builtin: "the library's function gives any number",
  call_method: "the library's method gives any number",
  get_property: "it is a property of the library that may be any number",
};

const grows: ReadonlySet<string> = new Set(["add", "sub", "mul", "pow"]);

export function isFloat(operand: Operand): boolean {
  if (operand.kind === "float") return true;
  if (operand.kind === "int") return !Number.isSafeInteger(operand.value);
  return isVariable(operand) && isValueType(operand.type) && operand.type.number?.kind === "float";
}

/** Breadth first, so that the cause is the nearest one; at most so many variables are looked at. */
const mostSteps = 10_000;

export function whyFloat(index: TypedIndex, start: Variable): Cause | undefined {
  return search(index, [start]);
}

/** The same of what is stored in a field. */
export function whyFloatField(index: TypedIndex, name: string): Cause | undefined {
  return search(index, index.storedIn("field", name));
}

function search(index: TypedIndex, start: readonly Operand[]): Cause | undefined {
  const seen = new Set<Operand>();
  // Where doubles only lead to each other, as in a sum that grows in a loop, the nearest operation is the cause.
  let nearest: Cause | undefined;
  let front = start.filter(isFloat);
  while (front.length > 0 && seen.size < mostSteps) {
    const next: Operand[] = [];
    for (const operand of front) {
      if (seen.has(operand)) continue;
      seen.add(operand);
      if (!isVariable(operand)) return literalCause(operand);
      const operation = index.definition(operand);
      const floats = index.sources(operand).filter(isFloat);
      if (operation && floats.length === 0) {
        const cause = ownCause(operation);
        if (cause) return cause;
      }
      if (operation && grows.has(operation.op)) nearest ??= ownCause(operation);
      next.push(...floats);
    }
    front = next;
  }
  return nearest;
}

function literalCause(operand: Operand): Cause | undefined {
  if (operand.kind !== "float" && operand.kind !== "int") return undefined;
  const text = Object.is(operand.value, -0) ? "-0" : String(operand.value);
  const whole = Number.isSafeInteger(operand.value) && text !== "-0";
  return {
    text: whole ? `the literal ${text} is written with a point or an exponent` : `${text} is no integer`,
    span: undefined,
  };
}

function ownCause({ op, span }: Operation): Cause | undefined {
  const text = causes[op];
  return text === undefined ? undefined : { text, span };
}
