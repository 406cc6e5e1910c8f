import { fromWords, highWord, lowWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";
import type { Decimal } from "./decimal.ts";
import { DoubleDouble, powerOfTwo } from "./double-double.ts";
import { exactPowers, floorLog10OfPowerOfTwo, multiplyByPowerOfTen } from "./powers-of-ten.ts";
import { setShortestExactly } from "./shortest-exact.ts";

// Far above the error of a scaled value (below 2^53 × 2^-98 + 2^-51), far below what would matter: about one
// random double in 2^38 comes closer to a boundary than this and is left to exact arithmetic.
const doubt = 1e-12;

const scaled = new DoubleDouble();

/** Makes `into` the shortest decimal that reads back as x, of several the closest to x; x is positive and finite. */
export function setShortest(into: Decimal, x: float): void {
  const biasedExponent = highWord(x) >>> 20;
  if (!setShortDecimal(into, x, biasedExponent - 1023) && !setShortestScaled(into, x)) {
    setShortestExactly(into, x);
  }
}

/**
 * Numbers that people write. Among integers below 2^51 a step is more than a step between doubles of that
 * size, so no two of them, over the same power of ten, read as the same double: if x times a power of ten is
 * near such an integer and that divides back to x, the integer's digits are the shortest.
 */
function setShortDecimal(into: Decimal, x: float, exponent: number): boolean {
  if (exponent < -26 || exponent > 52) {
    return false;
  }
  if (Math.floor(x) === x) {
    into.setInteger(x, 0);
    into.dropTrailingZeros();
    return true;
  }
  const power = 14 - floorLog10OfPowerOfTwo(exponent);
  if (power < 0) {
    return false;
  }
  const factor = exactPowers[power]!;
  const integer = Math.floor(x * factor + 0.5);
  if (integer / factor !== x) {
    return false;
  }
  into.setInteger(integer, -power);
  into.dropTrailingZeros();
  return true;
}

/**
 * The idea of Schubfach (Giulietti 2020): the doubles next to x = m × 2^e leave an interval x ± 2^e / 2 whose
 * numbers read as x. Scaled by the power of ten that makes its width between 0.1 and 1, it holds at most one
 * integer; if it holds one, that is the answer, and otherwise one more digit is. Schubfach multiplies by
 * tables of 128-bit integers; here it is done in double-double, and refused within `doubt` of a boundary.
 */
function setShortestScaled(into: Decimal, x: float): boolean {
  const high = highWord(x);
  const low = lowWord(x);
  let exponent = (high >>> 20) - 1075;
  let significand = fromWords((high & 0xfffff) | 0x43300000, low);
  if (exponent === -1075) {
    exponent = -1074;
    significand -= 4503599627370496.0;
  } else if (significand === 4503599627370496.0) {
    // Below a power of two the doubles lie twice as close: the interval is not symmetric.
    return false;
  }
  const power = -1 - floorLog10OfPowerOfTwo(exponent);
  scaled.high = significand;
  scaled.low = 0.0;
  scaled.scale(powerOfTwo(exponent + multiplyByPowerOfTen(scaled, power)));
  const halfWidth = (scaled.high / significand) * 0.5;
  let integer = Math.floor(scaled.high);
  let fraction = scaled.high - integer + scaled.low;
  if (fraction < 0.0) {
    integer -= 1.0;
    fraction += 1.0;
  } else if (fraction >= 1.0) {
    integer += 1.0;
    fraction -= 1.0;
  }
  const rest = 1.0 - fraction;
  if (Math.abs(fraction - halfWidth) < doubt || Math.abs(rest - halfWidth) < doubt) {
    return false;
  }
  if (fraction < halfWidth || rest < halfWidth) {
    into.setInteger(fraction < halfWidth ? integer : integer + 1.0, -power);
    into.dropTrailingZeros();
    return true;
  }
  const tenths = fraction * 10.0;
  const digit = (tenths + 0.5) | 0;
  if (Math.abs(Math.abs(tenths - digit) - 0.5) < doubt) {
    return false;
  }
  into.setInteger(integer, -power);
  into.append(digit);
  return true;
}
