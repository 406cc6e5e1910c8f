import { lowWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";
import { Decimal } from "./decimal.ts";
import { setExactValue, setHalfwayAbove, setHalfwayBelow } from "./exact-decimal.ts";

const lower = new Decimal();
const exact = new Decimal();
const upper = new Decimal();
const above = new Decimal();

/**
 * As `setShortest`, by the exact decimal expansions of x and of the two points halfway to its neighbours.
 * The halfway points themselves read as x if its significand is even. Of two equally near decimals the one
 * with an even last digit wins, as in V8.
 */
export function setShortestExactly(into: Decimal, x: float): void {
  setExactValue(exact, x);
  setHalfwayBelow(lower, x);
  setHalfwayAbove(upper, x);
  const isEven = (lowWord(x) & 1) === 0;
  for (let count = 1; count < exact.length; count++) {
    into.setPrefix(exact, count);
    above.setPrefix(exact, count);
    above.increment();
    const fromLower = into.compare(lower);
    const toUpper = upper.compare(above);
    const belowReads = fromLower > 0 || (fromLower === 0 && isEven);
    const aboveReads = toUpper > 0 || (toUpper === 0 && isEven);
    if (belowReads || aboveReads) {
      if (aboveReads && (!belowReads || roundsUp(count))) {
        into.setPrefix(above, above.length);
      }
      into.dropTrailingZeros();
      return;
    }
  }
  into.setPrefix(exact, exact.length);
}

/** Whether the digits of `exact` from `count` on are more than half a unit, or half and the digit before is odd. */
function roundsUp(count: number): boolean {
  const next = exact.digits[count]!;
  if (next !== 5 || exact.length > count + 1) {
    return next >= 5;
  }
  return (exact.digits[count - 1]! & 1) === 1;
}
