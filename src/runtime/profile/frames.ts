/**
 * What a sample shows: its frames, innermost first. Frames are numbered as they are met, each a name, a file and a line.
 *
 *   alloc:  Point | total (shapes.ts:13), inlined into main | module | program
 */
import { firstPlaceLine } from "../../graph/place-lines.ts";
import { zeroLength } from "../../memory/host-services.ts";
import { allocateBytes, clearBytes, load8, loadInt64, storeInt64 } from "../../memory/memory.ts";
import { table } from "../../memory/profile-primitives.ts";
import { startsWith, zeroText } from "./files.ts";
import { lineAt } from "./lines.ts";
import { recordFirst, recordFrames, recordType } from "./records.ts";
import { symbolAt, symbolLength } from "./symbols.ts";

// Rows of tables (backend/c/tables.ts).
const typeRow = 32;
const typeShown = 16;
const functionRow = 32;
const placeRow = 32;
const rowName = 8;
const rowFile = 16;
const rowLine = 24;

// A frame: name and its length, file, line.
const frameSize = 32;
const mostFrames = 65536;
const slots = 131072;

let frames = 0;
let count = 0;
/** Numbers of frames, plus one, by name and line. */
let found = 0;
/** Rows of functions by the symbols' names, -1 where there is none: pairs. */
let rows = 0;

/** The frames of the sample at hand: numbers, innermost first. */
let stack = 0;
let depth = 0;
let foreign = 0;

export function beginFrames(): void {
  frames = allocateBytes(mostFrames * frameSize);
  count = 0;
  found = allocateBytes(slots * 8);
  clearBytes(found, slots * 8);
  rows = allocateBytes(slots * 16);
  clearBytes(rows, slots * 16);
  stack = allocateBytes(4096 * 8);
  foreign = zeroText("(system)");
}

export function frameCount(): number {
  return count;
}

export function frameName(frame: number): number {
  return loadInt64(frames + frame * frameSize);
}

export function frameNameLength(frame: number): number {
  return loadInt64(frames + frame * frameSize + 8);
}

/** Empty where there is none. */
export function frameFile(frame: number): number {
  return loadInt64(frames + frame * frameSize + 16);
}

export function frameLine(frame: number): number {
  return loadInt64(frames + frame * frameSize + 24);
}

/** How many frames `showSample` has found; `shownFrame` gives each. */
export function shownDepth(): number {
  return depth;
}

export function shownFrame(index: number): number {
  return loadInt64(stack + index * 8);
}

function push(name: number, length: number, file: number, line: number): void {
  if (depth === 4096) return;
  let slot = Math.floor(name * 3 + line * 7919) % slots;
  for (;;) {
    const one = loadInt64(found + slot * 8) - 1;
    if (one < 0) break;
    if (frameName(one) === name && frameLine(one) === line) {
      storeInt64(stack + depth * 8, one);
      depth += 1;
      return;
    }
    slot = (slot + 1) % slots;
  }
  if (count === mostFrames) return;
  const frame = frames + count * frameSize;
  storeInt64(frame, name);
  storeInt64(frame + 8, length);
  storeInt64(frame + 16, file);
  storeInt64(frame + 24, line);
  storeInt64(found + slot * 8, count + 1);
  storeInt64(stack + depth * 8, count);
  depth += 1;
  count += 1;
}

export function showSample(record: number): void {
  depth = 0;
  const type = loadInt64(record + recordType);
  if (type !== 0) pushType(type);
  const length = loadInt64(record + recordFrames);
  for (let i = 0; i < length; i++) {
    const pc = loadInt64(record + recordFirst + i * 8);
    // What a function returns to may stand behind its caller's end: the call is before it.
    const code = type === 0 && i === 0 ? pc : pc - 1;
    const symbol = symbolAt(code);
    if (symbol !== 0 && isMain(symbol)) return;
    if (symbol !== 0 && isProfiler(symbol)) continue;
    pushCode(code, symbol);
  }
}

/** The calls that were inlined there, and around them the function itself, which the C compiler may have filled further. */
function pushCode(code: number, symbol: number): void {
  const place = symbol === 0 ? 0 : lineAt(code) - firstPlaceLine;
  const outermost = place > 0 ? pushPlace(place) : 0;
  const row = symbol === 0 ? -1 : rowOf(symbol);
  if (outermost !== 0 && row >= 0 && isSame(loadInt64(row + rowName), outermost)) return;
  pushSymbol(symbol, row);
}

function isSame(one: number, other: number): boolean {
  for (let i = 0; ; i++) {
    if (load8(one + i) !== load8(other + i)) return false;
    if (load8(one + i) === 0) return true;
  }
}

function isProfiler(symbol: number): boolean {
  return startsWith(symbol, "f_runtime_profile_") || startsWith(symbol, "f_heddle_allocate");
}

/** C's own: what is around it is not the program's. */
function isMain(symbol: number): boolean {
  return startsWith(symbol, "main") && load8(symbol + 4) === 0;
}

function pushType(type: number): void {
  for (let row = table(0); loadInt64(row) !== 0; row += typeRow) {
    if (loadInt64(row) !== type) continue;
    const name = loadInt64(row + typeShown);
    push(name, zeroLength(name), 0, 0);
    return;
  }
}

/** A place's row says where the next one outwards is, 0 behind the last, whose name is the result. */
function pushPlace(place: number): number {
  const first = table(2);
  let name = 0;
  for (let next = place; next !== 0; ) {
    const row = first + (next - 1) * placeRow;
    name = loadInt64(row + rowName);
    push(name, zeroLength(name), loadInt64(row + rowFile), loadInt64(row + rowLine));
    next = loadInt64(row);
  }
  return name;
}

function pushSymbol(symbol: number, row: number): void {
  if (symbol === 0) {
    push(foreign, zeroLength(foreign), 0, 0);
    return;
  }
  if (row < 0) {
    push(symbol, symbolLength(symbol), 0, 0);
    return;
  }
  const name = loadInt64(row + rowName);
  push(name, zeroLength(name), loadInt64(row + rowFile), loadInt64(row + rowLine));
}

function rowOf(symbol: number): number {
  let slot = (symbol * 7) % slots;
  while (loadInt64(rows + slot * 16) !== 0 && loadInt64(rows + slot * 16) !== symbol)
    slot = (slot + 1) % slots;
  if (loadInt64(rows + slot * 16) === symbol) return loadInt64(rows + slot * 16 + 8);
  const length = symbolLength(symbol);
  let row = table(1);
  while (loadInt64(row) !== 0 && !isSymbol(loadInt64(row), symbol, length)) row += functionRow;
  const result = loadInt64(row) === 0 ? -1 : row;
  storeInt64(rows + slot * 16, symbol);
  storeInt64(rows + slot * 16 + 8, result);
  return result;
}

function isSymbol(name: number, symbol: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (load8(name + i) !== load8(symbol + i)) return false;
  return load8(name + length) === 0;
}
