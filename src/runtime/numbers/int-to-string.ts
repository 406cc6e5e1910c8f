import { asciiString } from "../../memory/string-primitives.ts";
import { digitCount } from "./decimal.ts";

const units: number[] = [];

/** The decimal digits of an integer within ±(2^53 - 1). */
export function intToString(i: number): string {
  if (units.length === 0) {
    for (let k = 0; k < 17; k++) {
      units.push(0);
    }
  }
  let at = 0;
  let rest = i;
  if (i < 0) {
    units[at++] = 45;
    rest = -i;
  }
  if (rest >= 100000000) {
    const upper = Math.floor(rest / 100000000);
    at = putDigits(at, upper, digitCount(upper));
    at = putDigits(at, rest - upper * 100000000, 8);
  } else {
    at = putDigits(at, rest, digitCount(rest));
  }
  return asciiString(units, at);
}

function putDigits(start: number, value: number, count: number): number {
  let rest = value | 0;
  for (let at = start + count - 1; at >= start; at--) {
    const quotient = (rest / 10) | 0;
    units[at] = 48 + rest - quotient * 10;
    rest = quotient;
  }
  return start + count;
}
