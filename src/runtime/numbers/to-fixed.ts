import type { float } from "../../memory/value-primitives.ts";
import { Decimal } from "./decimal.ts";
import { productError } from "./double-double.ts";
import { setExactValue } from "./exact-decimal.ts";
import { fixedNotation } from "./layout.ts";
import { nonFiniteToString, numberToString } from "./number-to-string.ts";
import { exactPowers } from "./powers-of-ten.ts";

const decimal = new Decimal();

/**
 * x.toFixed(digits), digits from 0 to 100: the exact value of x rounded to so many digits of fraction, a tie
 * away from zero.
 */
export function toFixed(x: float, digits: number): string {
  const magnitude = Math.abs(x);
  if (!(magnitude < 1e21)) {
    return magnitude <= 1.7976931348623157e308 ? numberToString(x) : nonFiniteToString(x);
  }
  if (magnitude === 0.0) {
    decimal.setInteger(0.0, 0);
  } else if (!setRoundedProduct(magnitude, digits)) {
    setExactValue(decimal, magnitude);
    decimal.round(decimal.point + digits);
  }
  return fixedNotation(x < 0.0, decimal, digits);
}

/**
 * Rounds magnitude × 10^digits if the power of ten is a double and the product stays below 2^53: then the
 * product, as the sum of two doubles, is exact, and so is its comparison with a half.
 */
function setRoundedProduct(magnitude: float, digits: number): boolean {
  if (digits > 22) {
    return false;
  }
  const power = exactPowers[digits]!;
  const product = magnitude * power;
  if (product >= 9007199254740992.0) {
    return false;
  }
  if (product < 0.25) {
    decimal.setInteger(0.0, 0);
    return true;
  }
  const error = productError(magnitude, power, product);
  let integer = Math.floor(product);
  const missing = 0.5 - (product - integer);
  if (error >= missing) {
    integer += 1.0;
  }
  decimal.setInteger(integer, -digits);
  return true;
}
