/* A sample: how often, how much, type, number of frames, frames innermost first; 8 bytes each. */
import { loadInt64 } from "../../memory/memory.ts";

export const recordCount = 0;
export const recordAmount = 8;
export const recordType = 16;
export const recordFrames = 24;
export const recordFirst = 32;

/** Records stand one behind the other. */
export function nextRecord(record: number): number {
  return record + recordFirst + loadInt64(record + recordFrames) * 8;
}
