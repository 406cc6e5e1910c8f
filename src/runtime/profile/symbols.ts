/**
 * Which function an address of code belongs to: from the executable's own table of symbols (ELF, 64 bits), sorted by
 * address. A program whose symbols were stripped knows none.
 */
import { zeroLength } from "../../memory/host-services.ts";
import {
  allocateBytes,
  freeBytes,
  load8,
  load16,
  load32,
  loadInt64,
  storeInt64,
} from "../../memory/memory.ts";
import { readWhole, startsWith, zeroText } from "./files.ts";
import { loadLines } from "./lines.ts";

const symbolSize = 24;
const symbolSection = 2;
const functionSymbol = 2;

/** Addresses of the executable's symbols of functions in memory, sorted by what they stand for; their names. */
let symbols = 0;
let count = 0;
let symbolNames = 0;

export function loadSymbols(): void {
  count = 0;
  const name = zeroText("/proc/self/exe");
  const image = readWhole(name);
  freeBytes(name);
  if (image === 0) return;
  const sections = image + loadInt64(image + 40);
  const sectionSize = load16(image + 58);
  const sectionCount = load16(image + 60);
  const names = image + loadInt64(sections + load16(image + 62) * sectionSize + 24);
  for (let i = 0; i < sectionCount; i++) {
    const section = sections + i * sectionSize;
    if (startsWith(names + load32(section), ".debug_line"))
      if (load8(names + load32(section) + 11) === 0)
        loadLines(image + loadInt64(section + 24), loadInt64(section + 32));
    if (load32(section + 4) !== symbolSection) continue;
    const linked = sections + load32(section + 40) * sectionSize;
    symbolNames = image + loadInt64(linked + 24);
    collectFunctions(image + loadInt64(section + 24), loadInt64(section + 32));
  }
  sort();
}

function collectFunctions(first: number, bytes: number): void {
  symbols = allocateBytes(Math.floor(bytes / symbolSize) * 8 + 8);
  for (let at = first; at < first + bytes; at += symbolSize) {
    if ((load8(at + 4) & 15) !== functionSymbol || loadInt64(at + 8) === 0) continue;
    storeInt64(symbols + count * 8, at);
    count += 1;
  }
}

function addressOfSymbol(index: number): number {
  return loadInt64(loadInt64(symbols + index * 8) + 8);
}

/** Shell 1959: a few thousand. */
function sort(): void {
  let gap = 1;
  while (gap < count) gap = gap * 3 + 1;
  for (; gap > 0; gap = Math.floor(gap / 3)) {
    for (let i = gap; i < count; i++) {
      const symbol = loadInt64(symbols + i * 8);
      const address = loadInt64(symbol + 8);
      let at = i;
      while (at >= gap && addressOfSymbol(at - gap) > address) {
        storeInt64(symbols + at * 8, loadInt64(symbols + (at - gap) * 8));
        at -= gap;
      }
      storeInt64(symbols + at * 8, symbol);
    }
  }
}

/** The name of the function to which an address belongs, 0 if it is none of the program's. */
export function symbolAt(pc: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (addressOfSymbol(middle) <= pc) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  const symbol = loadInt64(symbols + (low - 1) * 8);
  if (pc >= loadInt64(symbol + 8) + loadInt64(symbol + 16)) return 0;
  return symbolNames + load32(symbol);
}

/** A symbol's length without what the C compiler adds: `.cold`, `.part.0`, `.constprop.0`. */
export function symbolLength(name: number): number {
  const length = zeroLength(name);
  for (let i = 0; i < length; i++) if (load8(name + i) === 46) return i;
  return length;
}
