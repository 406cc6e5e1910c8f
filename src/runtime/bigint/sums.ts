/** Sums, differences and order of BigInts. */
import { isNegative, wordCount } from "../../memory/bigint-primitives.ts";
import type { Reference } from "../../memory/memory.ts";
import {
  addMagnitudes,
  compareMagnitudes,
  fromInt,
  isSmall,
  smallValue,
  subtractMagnitudes,
  withSign,
} from "./magnitude.ts";

/** a + b. */
export function add(a: Reference, b: Reference): Reference {
  if (isSmall(a) && isSmall(b)) {
    return fromInt(smallValue(a) + smallValue(b));
  }
  return signedSum(a, b, isNegative(b));
}

/** a - b. */
export function subtract(a: Reference, b: Reference): Reference {
  if (isSmall(a) && isSmall(b)) {
    return fromInt(smallValue(a) - smallValue(b));
  }
  return signedSum(a, b, !isNegative(b));
}

/** a + |b| with the sign that is given for b. */
function signedSum(a: Reference, b: Reference, negative: boolean): Reference {
  if (isNegative(a) === negative) {
    return addMagnitudes(a, b, negative);
  }
  if (compareMagnitudes(a, b) >= 0) {
    return subtractMagnitudes(a, b, isNegative(a));
  }
  return subtractMagnitudes(b, a, negative);
}

export function negate(a: Reference): Reference {
  return withSign(a, !isNegative(a));
}

export function equal(a: Reference, b: Reference): boolean {
  return isNegative(a) === isNegative(b) && compareMagnitudes(a, b) === 0;
}

/** -1, 0 or 1. */
export function compare(a: Reference, b: Reference): number {
  const negative = isNegative(a);
  if (negative !== isNegative(b)) {
    return negative ? -1 : 1;
  }
  const order = compareMagnitudes(a, b);
  return negative ? 0 - order : order;
}

export function isZero(a: Reference): boolean {
  return wordCount(a) === 0;
}
