/** `heddle check --format=json`; docs/check-json.md is the schema. Fields are added, never changed. */
import type { Message } from "../source/messages.ts";
import type { Span } from "../source/span.ts";

interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function messagesAsJson(messages: readonly Message[]): string {
  const shown = messages.map(({ code, severity, text, span, label, help, related }) => ({
    ...(span ? placeOf(span) : {}),
    code,
    severity,
    message: text,
    ...(label === undefined ? {} : { label }),
    ...(help === undefined ? {} : { wayAround: help }),
    related: (related ?? []).map((one) => ({ ...placeOf(one.span), message: one.label })),
  }));
  return JSON.stringify({ version: 1, messages: shown }, undefined, 2);
}

/** A span lies on one line; the end is the column behind its last character. */
function placeOf({ file, line, column, length }: Span): JsonPlace {
  return { file, line, column, endLine: line, endColumn: column + length };
}
