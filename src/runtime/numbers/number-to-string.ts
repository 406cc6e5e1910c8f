import type { float } from "../../memory/value-primitives.ts";
import { Decimal } from "./decimal.ts";
import { intToString } from "./int-to-string.ts";
import { exponentialNotation, fixedNotation } from "./layout.ts";
import { setShortest } from "./shortest.ts";

const decimal = new Decimal();

/** String(x): the shortest digits that read back as x, in exponential notation from 1e21 and below 1e-6. */
export function numberToString(x: float): string {
  const integer = x | 0;
  if (integer === x) {
    return intToString(integer);
  }
  if (!(Math.abs(x) <= 1.7976931348623157e308)) {
    return nonFiniteToString(x);
  }
  setShortest(decimal, Math.abs(x));
  if (decimal.point > 21 || decimal.point < -5) {
    return exponentialNotation(x < 0.0, decimal, decimal.length - 1);
  }
  const isIntegral = decimal.length <= decimal.point;
  return fixedNotation(x < 0.0, decimal, isIntegral ? 0 : decimal.length - decimal.point);
}

/** What every formatting function prints for NaN, Infinity and -Infinity. */
export function nonFiniteToString(x: float): string {
  if (x > 0.0) {
    return "Infinity";
  }
  return x < 0.0 ? "-Infinity" : "NaN";
}
