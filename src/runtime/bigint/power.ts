import { isNegative, wordCount } from "../../memory/bigint-primitives.ts";
import { throwRangeError } from "../../memory/failures.ts";
import type { Reference } from "../../memory/memory.ts";
import { bitAt, bitLength } from "./divide.ts";
import { fromInt, isSmall, smallValue } from "./magnitude.ts";
import { multiply } from "./multiply.ts";
import { leftBy } from "./shift.ts";
import { negate } from "./sums.ts";

/** base ** exponent, by squaring from the exponent's highest bit. */
export function power(base: Reference, exponent: Reference): Reference {
  if (isNegative(exponent)) {
    throwRangeError("undefined must be positive");
  }
  if (wordCount(exponent) === 0) {
    return fromInt(1);
  }
  if (isSmall(base)) {
    const value = smallValue(base);
    if (value === 0 || value === 1) {
      return base;
    }
    const odd = bitAt(exponent, 0) === 1;
    if (value === -1) {
      return odd ? base : negate(base);
    }
    if (value === 2 && isSmall(exponent)) {
      return leftBy(fromInt(1), smallValue(exponent));
    }
  }
  if (!isSmall(exponent) || smallValue(exponent) > 1073741824) {
    throwRangeError("Maximum BigInt size exceeded");
  }
  let result = base;
  for (let place = bitLength(exponent) - 2; place >= 0; place--) {
    result = multiply(result, result);
    if (bitAt(exponent, place) === 1) {
      result = multiply(result, base);
    }
  }
  return result;
}
