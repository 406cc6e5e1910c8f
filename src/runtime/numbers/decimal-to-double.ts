import { fromWords, highWord, lowWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";
import { Decimal } from "./decimal.ts";
import { DoubleDouble, powerOfTwo } from "./double-double.ts";
import { setHalfwayAbove, setHalfwayBelow } from "./exact-decimal.ts";
import { exactPowers, multiplyByPowerOfTen } from "./powers-of-ten.ts";

// No point halfway between two doubles has more digits: those that follow only tell whether there are any.
const maxDigits = 770;

const product = new DoubleDouble();
const decimal = new Decimal();
const halfway = new Decimal();

/**
 * The double nearest to a decimal, ties to even. The decimal is given by its first digits as an integer,
 * leading × 10^tailCount + tail (up to 15 digits and up to 4 more), times 10^power; `truncated` says that
 * nonzero digits follow. text[start..end) holds all its digits, and a point perhaps, from the first nonzero one.
 */
export function decimalToDouble(
  leading: float,
  tail: float,
  tailCount: number,
  power: number,
  truncated: boolean,
  text: string,
  start: number,
  end: number,
): float {
  if (tailCount === 0 && power >= -22 && power <= 22) {
    // Both are exact, so the one operation rounds correctly (Clinger 1990).
    return power < 0 ? leading / exactPowers[-power]! : leading * exactPowers[power]!;
  }
  if (power > 309) {
    return Infinity;
  }
  if (power < -345) {
    return 0.0;
  }
  product.high = leading;
  product.low = 0.0;
  product.multiply(exactPowers[tailCount]!);
  product.setSum(product.high, product.low + tail);
  const exponent = multiplyByPowerOfTen(product, power);
  const half = exponent >> 1;
  const nearest = product.high * powerOfTwo(half) * powerOfTwo(exponent - half);
  // The error is below 2^-97; cut digits are worth less than 10^-18, one unit of the nineteenth.
  const doubt = product.high * 1e-28;
  const doubtAbove = truncated ? product.high * 1.1e-18 : doubt;
  if (nearest > 2.2250738585072014e-308) {
    if (
      product.high + (product.low - doubt) === product.high &&
      product.high + (product.low + doubtAbove) === product.high
    ) {
      return nearest;
    }
  } else if (setSubnormal(exponent, doubtAbove)) {
    return product.high;
  }
  setDigits(text, start, end, power + tailCount);
  return nearestExactly(nearest);
}

/**
 * Makes product × 2^exponent, at most the smallest normal double, the nearest multiple of the smallest
 * double. False if it is in doubt which.
 */
function setSubnormal(exponent: number, doubt: float): boolean {
  const scale = powerOfTwo(exponent + 1074);
  const value = product.high * scale;
  let integer = Math.floor(value);
  const missing = 0.5 - (value - integer) - product.low * scale;
  // The scaled doubt may be less than the rounding errors here.
  if (Math.abs(missing) < doubt * scale + 1e-12) {
    return false;
  }
  if (missing < 0.0) {
    integer += 1.0;
  }
  product.high = integer * 5e-324;
  return true;
}

/** Makes `decimal` the digits of text[start..end), of which the first 15 (or all) times 10^power are its value. */
function setDigits(text: string, start: number, end: number, power: number): void {
  decimal.length = 0;
  let leadingCount = 0;
  let dropped = false;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0) {
      if (leadingCount < 15) {
        leadingCount++;
      }
      if (decimal.length < maxDigits) {
        decimal.append(digit);
      } else if (digit !== 0) {
        dropped = true;
      }
    }
  }
  decimal.point = leadingCount + power;
  if (dropped) {
    decimal.append(1);
  } else {
    decimal.dropTrailingZeros();
  }
}

/** The double nearest to `decimal`, sought from one close to it by comparing with the points halfway to its neighbours. */
function nearestExactly(guess: float): float {
  let x = guess;
  if (x === 0.0) {
    x = 5e-324;
  } else if (x === Infinity) {
    x = 1.7976931348623157e308;
  }
  while (true) {
    setHalfwayAbove(halfway, x);
    const overAbove = decimal.compare(halfway);
    const isOdd = (lowWord(x) & 1) === 1;
    if (overAbove > 0 || (overAbove === 0 && isOdd)) {
      x = neighbour(x, 1);
      if (x === Infinity || overAbove === 0) {
        return x;
      }
      continue;
    }
    setHalfwayBelow(halfway, x);
    const overBelow = decimal.compare(halfway);
    if (overBelow > 0 || (overBelow === 0 && !isOdd)) {
      return x;
    }
    x = neighbour(x, -1);
    if (x === 0.0) {
      return x;
    }
  }
}

/** The next larger (step 1) or smaller (step -1) double of a positive one. */
function neighbour(x: float, step: number): float {
  const high = highWord(x);
  const low = lowWord(x);
  if (step > 0) {
    return low === 0xffffffff ? fromWords(high + 1, 0) : fromWords(high, low + 1);
  }
  return low === 0 ? fromWords(high - 1, 0xffffffff) : fromWords(high, low - 1);
}
