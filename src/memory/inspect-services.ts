/**
 * Texts of values, for library modules that are translated with a program. Translated, each is a function of the
 * run-time; on Node they are Node's own.
 */
import { formatWithOptions, inspect } from "node:util";

/** util.inspect with some of its options. */
export function inspectText(
  value: unknown,
  depth: number,
  breakLength: number,
  compact: number,
  sorted: boolean,
  maxArrayLength: number,
): string {
  return inspect(value, { depth, breakLength, compact, sorted, maxArrayLength });
}

/** util.format of the elements of an array. */
export function formatText(values: unknown): string {
  return formatWithOptions({}, ...(values as unknown[]));
}

/** What console.table prints of a value; the columns are those of a list, if one is given. */
export function tableText(_value: unknown, _columns: unknown): string {
  throw new Error("tableText is only there in translated programs");
}

/** Lines that console prints begin with so many blanks. */
export function setIndentation(_width: number): void {
  throw new Error("setIndentation is only there in translated programs");
}
