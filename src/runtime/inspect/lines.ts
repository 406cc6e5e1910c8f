/*
 * How Node's inspect puts the entries of an object on one line, in columns, or each on a line of its own
 * (reduceToSingleString and groupArrayElements of lib/internal/util/inspect.js).
 */
import { allocateStrings, setStringItem } from "../../memory/array-primitives.ts";
import { concat } from "../strings/concat.ts";
import { join } from "../strings/join.ts";
import { padEnd, padStart, repeat } from "../strings/repeat.ts";
import { indexOf } from "../strings/search.ts";

const breakLength = 80;
/** Node's option `compact`: so many levels of the innermost objects share a line. */
const compact = 3;
const longestArray = 100;

/** The entries with a separator between them. */
export function joined(entries: string[], separator: string): string {
  const count = entries.length;
  const texts = allocateStrings(count);
  for (let i = 0; i < count; i++) {
    setStringItem(texts, i, entries[i]!);
  }
  return join(texts, count, separator);
}

/**
 * The whole text of an object: `base` stands before the braces, `levels` is how many levels of objects there are in
 * it, `numbers` that all elements of an array are numbers.
 */
export function layOut(
  given: string[],
  base: string,
  open: string,
  close: string,
  indentation: number,
  levels: number,
  isArray: boolean,
  numbers: boolean,
): string {
  let entries = given;
  if (isArray && given.length > 6) {
    entries = inColumns(given, indentation, numbers);
  }
  const start = base === "" ? open : concat(concat(base, " "), open);
  if (levels < compact && entries.length === given.length) {
    const room = entries.length + indentation + open.length + base.length + 10;
    if (fits(entries, room) && indexOf(base, "\n", 0) < 0) {
      const line = joined(entries, ", ");
      if (indexOf(line, "\n", 0) < 0) {
        return concat(concat(start, " "), concat(line, concat(" ", close)));
      }
    }
  }
  const newLine = concat("\n", repeat(" ", indentation));
  const between = concat(newLine, "  ");
  const lines = joined(entries, concat(",", between));
  return concat(concat(start, between), concat(lines, concat(newLine, close)));
}

function fits(entries: string[], start: number): boolean {
  const count = entries.length;
  let total = count + start;
  if (total + count > breakLength) {
    return false;
  }
  for (let i = 0; i < count; i++) {
    total += entries[i]!.length;
    if (total > breakLength) {
      return false;
    }
  }
  return true;
}

/** Groups the entries of an array into lines of columns if that looks good; otherwise gives them back. */
function inColumns(entries: string[], indentation: number, numbers: boolean): string[] {
  const count = entries.length > longestArray ? entries.length - 1 : entries.length;
  let total = 0;
  let longest = 0;
  for (let i = 0; i < count; i++) {
    const length = entries[i]!.length;
    total += length + 2;
    if (length > longest) {
      longest = length;
    }
  }
  const width = longest + 2;
  if (width * 3 + indentation >= breakLength || (total <= 5 * width && longest > 6)) {
    return entries;
  }
  const columns = columnCount(entries.length, count, total, width, indentation);
  if (columns <= 1) {
    return entries;
  }
  const widths = columnWidths(entries, count, columns);
  const lines: string[] = [];
  for (let i = 0; i < count; i += columns) {
    lines.push(lineOf(entries, i, i + columns < count ? i + columns : count, widths, numbers));
  }
  if (count < entries.length) {
    lines.push(entries[count]!);
  }
  return lines;
}

/** So many columns that the whole is about a square of characters. */
function columnCount(
  entries: number,
  count: number,
  total: number,
  width: number,
  indentation: number,
): number {
  const bias = Math.sqrt(width - total / entries);
  const biased = Math.max(width - 3.0 - bias, 1.0);
  const square = Math.round(Math.sqrt(2.5 * biased * count) / biased);
  const room = Math.floor((breakLength - indentation) / width);
  let columns = square < room ? square : room;
  if (columns > compact * 4) {
    columns = compact * 4;
  }
  return columns > 15 ? 15 : columns;
}

function columnWidths(entries: string[], count: number, columns: number): number[] {
  const widths: number[] = [];
  for (let column = 0; column < columns; column++) {
    let longest = 0;
    for (let i = column; i < count; i += columns) {
      const length = entries[i]!.length;
      if (length > longest) {
        longest = length;
      }
    }
    widths.push(longest + 2);
  }
  return widths;
}

/** Numbers are aligned on their right, all else on its left. */
function lineOf(entries: string[], from: number, to: number, widths: number[], numbers: boolean): string {
  let line = "";
  for (let i = from; i < to - 1; i++) {
    const cell = concat(entries[i]!, ", ");
    const width = widths[i - from]!;
    line = concat(line, numbers ? padStart(cell, width, " ") : padEnd(cell, width, " "));
  }
  const last = entries[to - 1]!;
  return concat(line, numbers ? padStart(last, widths[to - 1 - from]! - 2, " ") : last);
}
