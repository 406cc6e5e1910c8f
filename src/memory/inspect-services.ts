/**
 * Texts of values, for library modules that are translated with a program. Translated, each is a function of the
 * run-time; on Node they are Node's own.
 */

import { deepEqual as looseEqual } from "node:assert";
import { Console } from "node:console";
import { Writable } from "node:stream";
import { formatWithOptions, inspect, isDeepStrictEqual } from "node:util";

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

/** What console.table prints of a value, but for the last end of line; the columns are those of a list, if one is given. */
export function tableText(value: unknown, columns: unknown): string {
  let text = "";
  const stdout = new Writable({
    write(part, _encoding, done) {
      text += part;
      done();
    },
  });
  new Console({ stdout }).table(value, columns as string[] | undefined);
  return text.slice(0, -1);
}

let indentation = "";

/** Lines that console prints begin with so many blanks. */
export function setIndentation(width: number): void {
  indentation = " ".repeat(width);
}

/** The lines as console prints them. */
export function indented(text: string): string {
  return indentation + text.replaceAll("\n", `\n${indentation}`);
}

/** Whether two values are alike all through. */
export function deepEqual(a: unknown, b: unknown, strict: boolean): boolean {
  if (strict) return isDeepStrictEqual(a, b);
  try {
    looseEqual(a, b);
    return true;
  } catch {
    return false;
  }
}
