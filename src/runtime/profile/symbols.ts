/**
 * Which function an address of code belongs to: from the executable's own table of symbols (ELF, 64 bits), sorted by
 * address. A program whose symbols were stripped knows none.
 */
import { zeroLength } from "../../memory/host-services.ts";
import { freeBytes, load8, load16, load32, loadInt64 } from "../../memory/memory.ts";
import { addRow, newRows, numberUpTo, sortRows } from "./address-rows.ts";
import { readWhole, startsWith, zeroText } from "./files.ts";
import { loadLines } from "./lines.ts";

const symbolSize = 24;
const symbolSection = 2;
const functionSymbol = 2;

/** The executable's symbols of functions in memory, by what they stand for; their names. */
let symbols = 0;
let symbolNames = 0;

export function loadSymbols(): void {
  symbols = newRows();
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
  sortRows(symbols);
}

function collectFunctions(first: number, bytes: number): void {
  for (let at = first; at < first + bytes; at += symbolSize) {
    const address = loadInt64(at + 8);
    if ((load8(at + 4) & 15) === functionSymbol && address !== 0) addRow(symbols, address, at);
  }
}

/** The name of the function to which an address belongs, 0 if it is none of the program's. */
export function symbolAt(pc: number): number {
  const symbol = numberUpTo(symbols, pc);
  if (symbol === 0 || pc >= loadInt64(symbol + 8) + loadInt64(symbol + 16)) return 0;
  return symbolNames + load32(symbol);
}

/** A symbol's length without what the C compiler adds: `.cold`, `.part.0`, `.constprop.0`. */
export function symbolLength(name: number): number {
  const length = zeroLength(name);
  for (let i = 0; i < length; i++) if (load8(name + i) === 46) return i;
  return length;
}
