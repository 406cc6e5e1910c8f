import { fromWords, highWord, lowWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";
import { Decimal } from "./decimal.ts";
import { DoubleDouble, powerOfTwo } from "./double-double.ts";
import { setExactValue } from "./exact-decimal.ts";
import { exponentialNotation, fixedNotation } from "./layout.ts";
import { nonFiniteToString } from "./number-to-string.ts";
import { exactPowers, floorLog10OfPowerOfTwo, multiplyByPowerOfTen } from "./powers-of-ten.ts";
import { setShortest } from "./shortest.ts";

// The scaled value below is off by less than 10^15 × 2^-98 + 2^-52.
const doubt = 1e-12;

const decimal = new Decimal();
const scaled = new DoubleDouble();

/** x.toPrecision(precision), precision from 1 to 100. */
export function toPrecision(x: float, precision: number): string {
  if (!(Math.abs(x) <= 1.7976931348623157e308)) {
    return nonFiniteToString(x);
  }
  setRounded(Math.abs(x), precision);
  const exponent = decimal.length > 0 ? decimal.point - 1 : 0;
  if (exponent < -6 || exponent >= precision) {
    return exponentialNotation(x < 0.0, decimal, precision - 1);
  }
  return fixedNotation(x < 0.0, decimal, precision - 1 - exponent);
}

/** x.toExponential(digits), digits from 0 to 100, or -1 for as many as it takes to read back as x. */
export function toExponential(x: float, digits: number): string {
  const magnitude = Math.abs(x);
  if (!(magnitude <= 1.7976931348623157e308)) {
    return nonFiniteToString(x);
  }
  if (digits >= 0) {
    setRounded(magnitude, digits + 1);
    return exponentialNotation(x < 0.0, decimal, digits);
  }
  if (magnitude === 0.0) {
    return "0e+0";
  }
  setShortest(decimal, magnitude);
  return exponentialNotation(x < 0.0, decimal, decimal.length - 1);
}

/** Makes `decimal` the exact value of magnitude rounded to `precision` digits, a tie away from zero. */
function setRounded(magnitude: float, precision: number): void {
  if (magnitude === 0.0) {
    decimal.setInteger(0.0, 0);
  } else if (precision > 15 || !setRoundedScaled(magnitude, precision)) {
    setExactValue(decimal, magnitude);
    decimal.round(precision);
  }
}

/** The same by scaling x to an integer of `precision` digits in double-double; refused within `doubt` of a tie. */
function setRoundedScaled(magnitude: float, precision: number): boolean {
  const high = highWord(magnitude);
  const biased = high >>> 20;
  if (biased === 0) {
    return false;
  }
  // The estimate comes from the power of two below x: it may be one digit too low.
  let power = precision - 1 - floorLog10OfPowerOfTwo(biased - 1023);
  scale(high, lowWord(magnitude), power);
  if (scaled.high >= exactPowers[precision]!) {
    power--;
    scale(high, lowWord(magnitude), power);
  }
  let integer = Math.floor(scaled.high);
  const missing = 0.5 - (scaled.high - integer) - scaled.low;
  if (Math.abs(missing) < doubt) {
    return false;
  }
  if (missing < 0.0) {
    integer += 1.0;
  }
  decimal.setInteger(integer, -power);
  return true;
}

/** Makes `scaled` the normal double of these words times 10^power, below 10^17. */
function scale(high: number, low: number, power: number): void {
  scaled.high = fromWords((high & 0xfffff) | 0x43300000, low);
  scaled.low = 0.0;
  scaled.scale(powerOfTwo((high >>> 20) - 1075 + multiplyByPowerOfTen(scaled, power)));
}
