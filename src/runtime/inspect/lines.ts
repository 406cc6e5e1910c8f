/*
 * How Node's inspect puts the entries of an object on one line, in columns, or each on a line of its own
 * (reduceToSingleString and groupArrayElements of lib/internal/util/inspect.js).
 */
import { displayWidth } from "./width.ts";

/** Node's options that hold for a whole text. */
class Style {
  breakLength = 80;
  longestArray = 100;
  /** So many levels of the innermost objects share a line. */
  compact = 3;
  /** Properties by their names. */
  sorted = false;

  /** As console.log prints. */
  reset(): void {
    this.breakLength = 80;
    this.longestArray = 100;
    this.compact = 3;
    this.sorted = false;
  }
}

export const style = new Style();
const mostColumns = 12;

/**
 * The whole text of an object: `base` stands before the braces, `numbers` says that all elements of an array are
 * numbers, `levels` how many levels of objects there are in it.
 */
export function layOut(
  given: string[],
  base: string,
  open: string,
  isArray: boolean,
  numbers: boolean,
  indentation: number,
  levels: number,
): string {
  const close = isArray ? "]" : "}";
  const start = base.length === 0 ? open : `${base} ${open}`;
  const entries =
    isArray && given.length > 6 && style.compact > 0 ? inColumns(given, indentation, numbers) : given;
  if (levels < style.compact && entries.length === given.length) {
    const room = entries.length + indentation + open.length + base.length + 10;
    if (fits(entries, room) && !base.includes("\n")) {
      const line = entries.join(", ");
      if (!line.includes("\n")) {
        return `${start} ${line} ${close}`;
      }
    }
  }
  const newLine = `\n${" ".repeat(indentation)}`;
  return `${start}${newLine}  ${entries.join(`,${newLine}  `)}${newLine}${close}`;
}

function fits(entries: string[], start: number): boolean {
  let total = entries.length + start;
  if (total + entries.length > style.breakLength) {
    return false;
  }
  for (let i = 0; i < entries.length; i++) {
    total += entries[i]!.length;
    if (total > style.breakLength) {
      return false;
    }
  }
  return true;
}

/** Groups the entries of an array into lines of columns if that looks good; otherwise gives them back. */
function inColumns(entries: string[], indentation: number, numbers: boolean): string[] {
  // What stands after the elements is no part of the columns.
  const count = entries.length > style.longestArray ? entries.length - 1 : entries.length;
  const widths: number[] = [];
  let total = 0;
  let longest = 0;
  for (let i = 0; i < count; i++) {
    const width = displayWidth(entries[i]!);
    widths.push(width);
    total += width + 2;
    if (width > longest) {
      longest = width;
    }
  }
  const column = longest + 2;
  if (column * 3 + indentation >= style.breakLength || (total <= 5 * column && longest > 6)) {
    return entries;
  }
  const average = total / entries.length;
  const columns = columnCount(count, column, average, indentation);
  if (columns <= 1) {
    return entries;
  }
  const lines = linesOf(entries, count, widths, columns, numbers);
  if (count < entries.length) {
    lines.push(entries[count]!);
  }
  return lines;
}

/** So many columns that the whole is about a square: a character is two and a half times as high as wide. */
function columnCount(count: number, column: number, average: number, indentation: number): number {
  const bias = Math.sqrt(column - average);
  const biased = Math.max(column - 3.0 - bias, 1.0);
  const square = Math.round(Math.sqrt(2.5 * biased * count) / biased) | 0;
  const most = Math.min(Math.floor((style.breakLength - indentation) / column), mostColumns);
  return Math.min(square, most);
}

/** Numbers stand at the right of their column, all else at its left. */
function linesOf(
  entries: string[],
  count: number,
  widths: number[],
  columns: number,
  numbers: boolean,
): string[] {
  const longest = longestOfColumns(widths, count, columns);
  const lines: string[] = [];
  for (let first = 0; first < count; first += columns) {
    const last = Math.min(first + columns, count) - 1;
    let line = "";
    for (let i = first; i < last; i++) {
      const gap = " ".repeat(longest[i - first]! - widths[i]!);
      line += numbers ? `${gap}${entries[i]!}, ` : `${entries[i]!}, ${gap}`;
    }
    if (numbers) {
      line += " ".repeat(longest[last - first]! - widths[last]!);
    }
    lines.push(line + entries[last]!);
  }
  return lines;
}

function longestOfColumns(widths: number[], count: number, columns: number): number[] {
  const longest: number[] = [];
  for (let column = 0; column < columns; column++) {
    let most = 0;
    for (let i = column; i < count; i += columns) {
      if (widths[i]! > most) {
        most = widths[i]!;
      }
    }
    longest.push(most);
  }
  return longest;
}
