/**
 * Which strings and numbers reach a slot, as long as all are constants of the program: what tells the classes of a
 * discriminated union apart. Only constants that the program compares something with are kept apart; the others are
 * one and the same `other`.
 */
import type { Constant } from "../../graph/graph.ts";
import type { Program } from "../../graph/program.ts";

/** A constant that nothing is compared with. */
const other = Symbol("other");

export type Literal = string | number | typeof other;
export type Literals = ReadonlySet<Literal> | "any";

export const noLiterals: Literals = new Set();

/** More than these in one slot are any. */
const most = 64;

const comparisons = new Set(["strict_equal", "strict_not_equal", "loose_equal", "loose_not_equal"]);

/** The constants that something in the program is compared with. */
export function comparedLiterals(program: Program): ReadonlySet<Literal> {
  const found = new Set<Literal>();
  for (const { blocks } of program.functions.values()) {
    for (const { operations } of blocks) {
      for (const { op, args } of operations) {
        if (!comparisons.has(op)) continue;
        for (const arg of args) if (isLiteral(arg)) found.add(arg.value);
      }
    }
  }
  return found;
}

function isLiteral(operand: {
  readonly kind: string;
}): operand is { kind: "string"; value: string } | { kind: "int" | "float"; value: number } {
  return operand.kind === "string" || operand.kind === "int" || operand.kind === "float";
}

/** What a constant is among `compared`. NaN equals nothing, which no set can say. */
export function literalOf(constant: Constant, compared: ReadonlySet<Literal>): Literals {
  if (!isLiteral(constant)) return noLiterals;
  if (Number.isNaN(constant.value)) return "any";
  return new Set([compared.has(constant.value) ? constant.value : other]);
}

/** `a` itself if `b` adds nothing. */
export function joinLiterals(a: Literals, b: Literals): Literals {
  if (a === b || a === "any" || (b !== "any" && isSubset(b, a))) return a;
  if (b === "any" || a.size === 0) return b;
  const joined = new Set([...a, ...b]);
  return joined.size > most ? "any" : joined;
}

function isSubset(a: ReadonlySet<Literal>, b: ReadonlySet<Literal>): boolean {
  if (a.size > b.size) return false;
  for (const one of a) if (!b.has(one)) return false;
  return true;
}

/** Those of `a` that can be in `b`. */
export function commonLiterals(a: Literals, b: Literals): Literals {
  if (a === "any" || b === "any") return a === "any" ? b : a;
  return new Set([...a].filter((one) => b.has(one)));
}

/** Those of `a` that are not the one in `b`. */
export function withoutLiteral(a: Literals, b: Literals): Literals {
  const only = singleLiteral(b);
  return a === "any" || only === undefined ? a : new Set([...a].filter((one) => one !== only));
}

/** The one constant, if there is exactly one. */
export function singleLiteral(literals: Literals): string | number | undefined {
  if (literals === "any" || literals.size !== 1) return undefined;
  const [only] = literals;
  return typeof only === "symbol" ? undefined : only;
}
