/** What a collector says of itself in the log; nothing, and at no cost, unless the environment asks for it. */

import { beginSection, endSection, openLog, writeLine } from "../../memory/log-primitives.ts";
import { clockNanoseconds } from "../../memory/memory.ts";

// Sections, each a bit, and lines: the numbers that stand for the texts in backend/c/native/log.c.
export const setNurserySizeSection = 1;
export const minorSection = 2;
export const collectStepSection = 4;
export const collectDoneSection = 8;
// 16 is a phase of the program (runtime/modules/debug.ts), 32 the whole run.

export const nurserySizeLine = 0;
export const memoryBeforeLine = 1;
export const survivorsLine = 2;
const timeTakenLine = 3;
export const markedLine = 4;
export const blocksInUseLine = 5;
/** In the first section of a major collection. */
export const objectsBeforeLine = 6;
// 7 is what the process has, 8 a phase's name.
export const youngLine = 9;

/** Sections that are wanted. */
let wanted = 0;
/** When the section began that is open. */
let began = 0;

/** For a collector's `initialize`. */
export function initializeLog(): void {
  wanted = openLog();
}

export function logBegin(section: number): void {
  if ((wanted & section) === 0) return;
  beginSection(section);
  began = clockNanoseconds();
}

/** Within a section. */
export function logLine(section: number, line: number, value: number): void {
  if ((wanted & section) !== 0) writeLine(line, value);
}

export function logEnd(section: number): void {
  if ((wanted & section) === 0) return;
  writeLine(timeTakenLine, clockNanoseconds() - began);
  endSection(section);
}
