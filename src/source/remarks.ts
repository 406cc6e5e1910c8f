/**
 * What stages and passes did at a place of the source, and why they left another alone: an allocation that is gone, a
 * call that was not inlined. Nobody must read them; `--remarks` prints them.
 */
import { printSpan, type Span } from "./span.ts";

export interface Remark {
  /** The stage or pass. */
  readonly from: string;
  readonly span: Span | undefined;
  /** What was done or not done, and why: `inlined area`, `kept: stored into a field`. */
  readonly text: string;
}

export class Remarks {
  readonly #all = new Map<string, Remark>();

  /** Notes it once, however many copies of the place there are; `because`: the place that is the reason. */
  add(from: string, span: Span | undefined, what: string, because?: Span): void {
    if (!span) return;
    const text = because ? `${what} ${placeSeenFrom(span, because)}` : what;
    const key = `${printSpan(span)} ${from} ${text}`;
    if (!this.#all.has(key)) this.#all.set(key, { from, span: outermost(span), text });
  }

  /** In the order of the source; remarks on one place in the order in which they came. */
  get all(): Remark[] {
    return [...this.#all.values()].sort((a, b) => compareSpans(a.span, b.span));
  }
}

/** Where the other place is, for somebody who looks at this one. */
export function placeSeenFrom(here: Span, there: Span): string {
  return there.file === here.file ? `at line ${there.line}` : `at ${there.file}:${there.line}`;
}

/** The place itself: what a copy of it was inlined into is no part of it. */
function outermost(span: Span): Span {
  const { file, line, column, length } = span;
  return { file, line, column, length };
}

function compareSpans(a: Span | undefined, b: Span | undefined): number {
  if (!a || !b) return 0;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** One remark a line, in the form that editors make clickable. */
export function printRemarks(remarks: Remarks): string {
  return remarks.all
    .map(({ from, span, text }) => `${span ? printSpan(span) : ""}: ${from}: ${text}\n`)
    .join("");
}
