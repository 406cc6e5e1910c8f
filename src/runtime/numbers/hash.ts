import { highWord, lowWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";

/** 32 bits for a double that is no integer; every NaN has the same. */
export function hash(x: float): number {
  if (Number.isNaN(x)) return 7;
  const bits = Math.imul(highWord(x) ^ lowWord(x), 0x9e3779b1);
  return (bits ^ (bits >>> 15)) >>> 0;
}
