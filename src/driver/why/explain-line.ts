/** What the translation did at a line of the source, and why: remarks of the passes, and what flow found of numbers. */

import type { Graph, Operation } from "../../graph/graph.ts";
import { arithmeticOperators } from "../../graph/operator-sets.ts";
import type { Program } from "../../graph/program.ts";
import { isValueType, maxSafe, type NumberFact } from "../../graph/types.ts";
import { placeSeenFrom, type Remark } from "../../source/remarks.ts";
import type { Span } from "../../source/span.ts";
import { TypedIndex } from "./typed-index.ts";
import { type Cause, whyFloat, whyFloatField } from "./why-float.ts";
import { inOwnWords, withoutRepetition } from "./wording.ts";

export interface Explained {
  readonly column: number;
  readonly length: number;
  /** Sentences, each with what it is about: `allocation: the object is kept: …`. */
  readonly facts: readonly string[];
}

/** What a pass's remarks are about. */
const subjects: Readonly<Record<string, string>> = {
  "malloc-removal": "allocation",
  "escape-analysis": "allocation",
  folding: "allocation",
  inline: "call",
  devirtualize: "call",
};

const arithmetic: ReadonlySet<string> = new Set([...arithmeticOperators, "to_number"]);

const checkedOps: ReadonlySet<string> = new Set(["int_add_checked", "int_sub_checked"]);

/** What there is of a translation. */
export interface Seen {
  /** After annotate. */
  readonly typed: Program;
  /** The checks that are left after the passes: `file:line:column`. */
  readonly checked: ReadonlySet<string>;
  readonly remarks: readonly Remark[];
}

export const placeKey = ({ file, line, column }: Span): string => `${file}:${line}:${column}`;

/** The places of checks in a low program. */
export function checksOf(program: Program): Set<string> {
  const found = new Set<string>();
  for (const { span } of operationsOf(program, ({ op }) => checkedOps.has(op)))
    if (span) found.add(placeKey(span));
  return found;
}

export function explainLine(seen: Seen, file: string, line: number): Explained[] {
  const places = new Map<string, { column: number; length: number; facts: string[] }>();
  const add = ({ column, length }: Span, fact: string): void => {
    const key = `${column}`;
    const place = places.get(key) ?? { column, length, facts: [] };
    places.set(key, { ...place, length: Math.max(place.length, length) });
    if (!place.facts.includes(fact)) place.facts.push(fact);
  };
  const here = (span: Span | undefined): span is Span => span?.file === file && span.line === line;
  for (const { from, span, text } of seen.remarks)
    if (here(span)) add(span, `${subjects[from] ?? from}: ${inOwnWords(text)}`);
  const index = new TypedIndex(seen.typed);
  for (const operation of operationsOf(seen.typed, ({ op }) => arithmetic.has(op))) {
    const { span } = operation;
    if (here(span)) for (const fact of numberFacts(index, operation, span, seen.checked)) add(span, fact);
  }
  for (const { fields } of seen.typed.classes.values())
    for (const { name, type, span } of fields) {
      if (!here(span) || !isValueType(type) || !type.number) continue;
      const why = type.number.kind === "float" ? because(whyFloatField(index, name), span) : "";
      add(span, `field: ${describe(type.number)}${why}`);
    }
  return [...places.values()]
    .map((place) => ({ ...place, facts: withoutRepetition(place.facts) }))
    .sort((a, b) => a.column - b.column);
}

function* operationsOf(program: Program, wanted: (operation: Operation) => boolean): Iterable<Operation> {
  const graphs: Iterable<Graph> = program.functions.values();
  for (const { blocks } of graphs)
    for (const { operations } of blocks) for (const one of operations) if (wanted(one)) yield one;
}

function numberFacts(
  index: TypedIndex,
  { result, op }: Operation,
  span: Span,
  checked: ReadonlySet<string>,
): string[] {
  if (!result || !isValueType(result.type) || !result.type.number) return [];
  const fact = result.type.number;
  if (fact.kind === "float") return [`number: ${describe(fact)}${because(whyFloat(index, result), span)}`];
  const check = checked.has(placeKey(span))
    ? ", checked: flow knows no bound, and the program stops where it would leave ±(2^53-1)"
    : op === "to_number"
      ? ""
      : ", unchecked";
  return [`number: ${describe(fact)}${check}`];
}

function because(cause: Cause | undefined, here: Span): string {
  if (!cause) return "";
  const isHere = !cause.span || (cause.span.line === here.line && cause.span.file === here.file);
  return `: ${cause.text}${isHere || !cause.span ? "" : ` (${placeSeenFrom(here, cause.span)})`}`;
}

function describe({ kind, low, high, integral }: NumberFact): string {
  if (kind === "float") return integral ? "a double that is always whole" : "a double";
  if (low === high) return `always ${low}`;
  const from = low === -maxSafe ? "-(2^53-1)" : `${low}`;
  const to = high === maxSafe ? "2^53-1" : `${high}`;
  return `an integer, ${from} to ${to}`;
}

/** The lines of a program that have operations. */
export function linesOf(program: Program): Set<string> {
  const found = new Set<string>();
  for (const { span } of operationsOf(program, () => true)) if (span) found.add(`${span.file}:${span.line}`);
  return found;
}
