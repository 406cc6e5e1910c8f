/**
 * Which place an address of code belongs to: from the executable's table of lines (DWARF 2 to 5, .debug_line), of which
 * only addresses and lines matter here. The backend numbers its lines by places (graph/place-lines.ts).
 */
import { load8, load16, load32 } from "../../memory/memory.ts";
import { addRow, newRows, numberUpTo, sortRows } from "./address-rows.ts";

/** Lines by addresses. */
let rows = 0;

/** Where the reader of variable-length numbers stands. */
let at = 0;

export function loadLines(start: number, size: number): void {
  rows = newRows();
  for (let unit = start; unit < start + size; ) {
    const end = unit + 4 + load32(unit);
    readUnit(unit + 4, end);
    unit = end;
  }
  sortRows(rows);
}

function next8(): number {
  at += 1;
  return load8(at - 1);
}

/** LEB128. */
function unsigned(): number {
  let result = 0;
  let scale = 1;
  for (;;) {
    const byte = next8();
    result += (byte & 127) * scale;
    if (byte < 128) return result;
    scale = scale * 128;
  }
}

function signed(): number {
  let result = 0;
  let scale = 1;
  for (;;) {
    const byte = next8();
    result += (byte & 127) * scale;
    scale = scale * 128;
    if (byte < 128) return (byte & 64) !== 0 ? result - scale : result;
  }
}

// The header's bytes, and the machine's registers (DWARF 5, 6.2).
let smallestStep = 1;
let lineBase = 0;
let lineRange = 1;
let opcodeBase = 0;
let address = 0;
let line = 1;

function readUnit(start: number, end: number): void {
  const version = load16(start);
  const header = start + (version >= 5 ? 4 : 2);
  at = header + 4;
  const program = at + load32(header);
  smallestStep = next8();
  if (version >= 4) at += 1;
  at += 1;
  const base = next8();
  lineBase = base > 127 ? base - 256 : base;
  lineRange = next8();
  opcodeBase = next8();
  const lengths = at - 1;
  at = program;
  address = 0;
  line = 1;
  while (at < end) step(lengths);
}

function step(lengths: number): void {
  const opcode = next8();
  if (opcode >= opcodeBase) {
    const adjusted = opcode - opcodeBase;
    address += Math.floor(adjusted / lineRange) * smallestStep;
    line += lineBase + (adjusted % lineRange);
    addRow(rows, address, line);
  } else if (opcode === 0) extended();
  else if (opcode === 1) addRow(rows, address, line);
  else if (opcode === 2) address += unsigned() * smallestStep;
  else if (opcode === 3) line += signed();
  else if (opcode === 8) address += Math.floor((255 - opcodeBase) / lineRange) * smallestStep;
  else if (opcode === 9) {
    // Two bytes, which need not be aligned.
    address += load8(at) + load8(at + 1) * 256;
    at += 2;
  } else for (let i = load8(lengths + opcode); i > 0; i--) unsigned();
}

function extended(): void {
  const length = unsigned();
  const after = at + length;
  const opcode = next8();
  if (opcode === 1) {
    addRow(rows, address, 0);
    address = 0;
    line = 1;
  } else if (opcode === 2) {
    address = 0;
    for (let i = 7; i >= 0; i--) address = address * 256 + load8(at + i);
  }
  at = after;
}

/** The line of an address, 0 if none is known. */
export function lineAt(pc: number): number {
  return rows === 0 ? 0 : numberUpTo(rows, pc);
}
