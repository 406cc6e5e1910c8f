/**
 * What Heddle tells a person: in TypeScript's own form, with a code frame, the reason and a way out. Three failures are
 * never mixed: H2xxx your program is wrong or outside the language; H3xxx not supported yet, with a way around it;
 * internal faults are exceptions of class `InternalFault`.
 */
import { printSpan, type Span } from "./span.ts";

export interface Message {
  /** `H2003`, or `TS2345` for what the type checker said. */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly text: string;
  readonly span: Span | undefined;
  /** What is said under the marked characters of the main span. */
  readonly label?: string;
  /** Other places that explain it, each with its label. */
  readonly related?: readonly { readonly span: Span; readonly label: string }[];
  /** What to do. */
  readonly help?: string;
}

type Details = Pick<Message, "label" | "related" | "help">;

/** Collects messages, so that all errors of a program are told at once. */
export class Messages {
  readonly all: Message[] = [];
  #seen = new Set<string>();

  error(code: string, span: Span | undefined, text: string, rest: Details = {}): void {
    this.#add("error", code, span, text, rest);
  }

  warning(code: string, span: Span | undefined, text: string, rest: Details = {}): void {
    this.#add("warning", code, span, text, rest);
  }

  #add(
    severity: Message["severity"],
    code: string,
    span: Span | undefined,
    text: string,
    rest: Details,
  ): void {
    const key = `${code} ${span ? printSpan(span) : ""} ${text}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.all.push({ code, severity, span, text, ...rest });
  }

  get hasErrors(): boolean {
    return this.all.some((one) => one.severity === "error");
  }
}

/** Heddle itself is wrong: the driver prints the message, the stage and the graph, and asks for a report. */
export class InternalFault extends Error {
  /** Textual form of the graph in which it happened, if any. */
  readonly graphText: string | undefined;
  constructor(message: string, graphText?: string) {
    super(message);
    this.name = "InternalFault";
    this.graphText = graphText;
  }
}

/** The program is wrong in a way that ends its translation; the messages say how. */
export class Refusal extends Error {
  readonly messages: readonly Message[];
  constructor(messages: readonly Message[]) {
    super(messages.map((one) => one.text).join("\n"));
    this.name = "Refusal";
    this.messages = messages;
  }
}

function frame(
  span: Span,
  label: string,
  mark: string,
  textOf: (file: string) => string | undefined,
): string[] {
  const line = textOf(span.file)?.split(/\r?\n/)[span.line - 1];
  if (line === undefined) return [];
  const gutter = `${String(span.line).padStart(3)} | `;
  const pad = line.slice(0, span.column - 1).replace(/[^\t]/g, " ");
  const width = Math.max(1, Math.min(span.length, line.length - span.column + 1));
  const underline = `${" ".repeat(gutter.length - 2)}| ${pad}${mark.repeat(width)} ${label}`.trimEnd();
  return [gutter + line, underline];
}

/**
 * The text of a message with its code frames:
 *
 *   shapes.ts:4:11 - error H2003: `area` is a method here and a number there
 *     4 |   total += shape.area();
 *       |                  ^^^^ called
 */
export function formatMessage(message: Message, textOf: (file: string) => string | undefined): string {
  const where = message.span ? `${printSpan(message.span)} - ` : "";
  const lines = [`${where}${message.severity} ${message.code}: ${message.text}`];
  if (message.span) lines.push(...frame(message.span, message.label ?? "", "^", textOf));
  for (const other of message.related ?? []) {
    if (other.span.file !== message.span?.file) lines.push(`  ${printSpan(other.span)}`);
    lines.push(...frame(other.span, other.label, "-", textOf));
  }
  if (message.help) lines.push(`  = ${message.help}`);
  return lines.join("\n");
}
