/* console.table (lib/internal/console/constructor.js and lib/internal/cli_table.js of Node). */
import {
  reflectContents,
  reflectCount,
  reflectItem,
  reflectKey,
  reflectKind,
  reflectState,
} from "../../memory/value-primitives.ts";
import { intToString } from "../numbers/int-to-string.ts";
import { inspect, inspectWith } from "./inspect.ts";
import { absentState, arrayKind, functionKind, hiddenState, mapKind, setKind } from "./kinds.ts";
import { isObject } from "./objects.ts";
import { displayWidth } from "./width.ts";

const endless = 9007199254740991;

class Column {
  readonly name: string;
  readonly cells: string[] = [];

  constructor(name: string) {
    this.name = name;
  }

  put(row: number, text: string): void {
    while (this.cells.length <= row) {
      this.cells.push("");
    }
    this.cells[row] = text;
  }
}

/** The table of a value, with the lines that console.table prints; of what has no rows the value itself. */
export function tableText(data: unknown, properties: unknown): string {
  if (!isObject(data) || reflectKind(data) === functionKind) {
    return typeof data === "string" ? data : inspect(data);
  }
  const kind = reflectKind(data);
  if (kind === mapKind || kind === setKind) {
    return collectionTable(data, kind);
  }
  const names = new Column("(index)");
  const values = new Column("Values");
  const columns: Column[] = [];
  let hasValues = false;
  const count = reflectCount(data);
  let row = 0;
  for (let i = 0; i < count; i++) {
    const state = reflectState(data, i);
    if (state === absentState || state === hiddenState) {
      continue;
    }
    names.put(row, kind === arrayKind ? intToString(i) : reflectKey(data, i));
    const item = reflectItem(data, i);
    if (properties !== undefined) {
      selectedCells(columns, item, properties, row);
    } else if (isObject(item)) {
      cells(columns, item, row);
    } else {
      hasValues = true;
      values.put(row, cellText(item));
    }
    row++;
  }
  const shown = inKeyOrder(columns);
  if (hasValues) {
    shown.push(values);
  }
  return drawn(names, shown, row);
}

function columnNamed(columns: Column[], name: string): Column {
  for (let i = 0; i < columns.length; i++) {
    if (columns[i]!.name === name) {
      return columns[i]!;
    }
  }
  const made = new Column(name);
  columns.push(made);
  return made;
}

function cells(columns: Column[], item: unknown, row: number): void {
  const isArray = reflectKind(item) === arrayKind;
  const count = reflectKind(item) === functionKind ? 0 : reflectCount(item);
  for (let i = 0; i < count; i++) {
    const state = reflectState(item, i);
    if (state !== absentState && state !== hiddenState) {
      const name = isArray ? intToString(i) : reflectKey(item, i);
      columnNamed(columns, name).put(row, cellText(reflectItem(item, i)));
    }
  }
}

function selectedCells(columns: Column[], item: unknown, properties: unknown, row: number): void {
  const wanted = reflectCount(properties);
  for (let i = 0; i < wanted; i++) {
    const name = reflectItem(properties, i);
    if (typeof name === "string") {
      const column = columnNamed(columns, name);
      const isArray = isObject(item) && reflectKind(item) === arrayKind;
      const count = isObject(item) ? reflectCount(item) : 0;
      for (let at = 0; at < count; at++) {
        const key = isArray ? intToString(at) : reflectKey(item, at);
        if (key === name && reflectState(item, at) !== absentState) {
          column.put(row, cellText(reflectItem(item, at)));
        }
      }
    }
  }
}

/** Objects with more than two properties are only named. */
function cellText(value: unknown): string {
  let depth = 0;
  if (isObject(value) && reflectKind(value) !== arrayKind && reflectKind(value) !== functionKind) {
    depth = reflectCount(value) > 2 ? -1 : 0;
  }
  return inspectWith(value, depth, endless, 3, false, 3);
}

/** Names that are indices come first, by their size. */
function inKeyOrder(columns: Column[]): Column[] {
  const shown: Column[] = [];
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    if (isIndex(column.name)) {
      let at = shown.length;
      shown.push(column);
      while (at > 0 && isBehind(shown[at - 1]!.name, column.name)) {
        shown[at] = shown[at - 1]!;
        at--;
      }
      shown[at] = column;
    }
  }
  for (let i = 0; i < columns.length; i++) {
    if (!isIndex(columns[i]!.name)) {
      shown.push(columns[i]!);
    }
  }
  return shown;
}

function isBehind(a: string, b: string): boolean {
  return a.length > b.length || (a.length === b.length && a > b);
}

function isIndex(name: string): boolean {
  if (name.length === 0 || name.length > 9 || (name.length > 1 && name.charCodeAt(0) === 48)) {
    return false;
  }
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (unit < 48 || unit > 57) {
      return false;
    }
  }
  return true;
}

function collectionTable(data: unknown, kind: number): string {
  const names = new Column("(iteration index)");
  const keys = new Column("Key");
  const values = new Column("Values");
  const held = reflectContents(data);
  const each = kind === mapKind ? 2 : 1;
  const count = (reflectCount(held) / each) | 0;
  for (let i = 0; i < count; i++) {
    names.put(i, intToString(i));
    if (kind === mapKind) {
      keys.put(i, cellText(reflectItem(held, 2 * i)));
    }
    values.put(i, cellText(reflectItem(held, each * i + each - 1)));
  }
  const shown: Column[] = [];
  if (kind === mapKind) {
    shown.push(keys);
  }
  shown.push(values);
  return drawn(names, shown, count);
}

function drawn(names: Column, columns: Column[], rows: number): string {
  const all: Column[] = [names];
  for (let i = 0; i < columns.length; i++) {
    all.push(columns[i]!);
  }
  const widths: number[] = [];
  for (let i = 0; i < all.length; i++) {
    let width = displayWidth(all[i]!.name);
    for (let row = 0; row < all[i]!.cells.length; row++) {
      width = Math.max(width, displayWidth(all[i]!.cells[row]!));
    }
    widths.push(width + 2);
  }
  let text = `${rule(widths, "┌", "┬", "┐")}\n│`;
  for (let i = 0; i < all.length; i++) {
    text += cell(all[i]!.name, widths[i]!);
  }
  text += `\n${rule(widths, "├", "┼", "┤")}\n`;
  for (let row = 0; row < rows; row++) {
    text += "│";
    for (let i = 0; i < all.length; i++) {
      const { cells } = all[i]!;
      text += cell(row < cells.length ? cells[row]! : "", widths[i]!);
    }
    text += "\n";
  }
  return text + rule(widths, "└", "┴", "┘");
}

function cell(text: string, width: number): string {
  return ` ${text}${" ".repeat(width - displayWidth(text) - 1)}│`;
}

function rule(widths: number[], left: string, middle: string, right: string): string {
  let text = left;
  for (let i = 0; i < widths.length; i++) {
    text += (i > 0 ? middle : "") + "─".repeat(widths[i]!);
  }
  return text + right;
}
