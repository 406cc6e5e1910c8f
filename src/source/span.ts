/** A place in a source file: where an operation came from and where a message points. */
export interface Span {
  /** The file's name as messages show it: relative to the working directory, with forward slashes. */
  readonly file: string;
  /** 1-based line and column of the first character. */
  readonly line: number;
  readonly column: number;
  /** Characters covered on that line; at least 1. */
  readonly length: number;
  /** The call through which the code reached this function by inlining. */
  readonly inlinedAt?: Span;
}

/** `file:line:column`, the form that editors and terminals make clickable. */
export function printSpan(span: Span): string {
  return `${span.file}:${span.line}:${span.column}`;
}
