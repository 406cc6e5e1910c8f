import type { float } from "../../memory/value-primitives.ts";

/**
 * A decimal number 0.d1 d2 … dn × 10^point. The first digit is not zero; zero has no digits. Digits past
 * the last stand for zeros. Formatting goes double → decimal → text, exact parsing text → decimal → double.
 */
export class Decimal {
  readonly digits: number[];
  length: number;
  point: number;

  constructor() {
    this.digits = [];
    this.length = 0;
    this.point = 0;
  }

  /** Puts one more digit after the last. */
  append(digit: number): void {
    if (this.length < this.digits.length) {
      this.digits[this.length] = digit;
    } else {
      this.digits.push(digit);
    }
    this.length++;
  }

  /** Becomes value × 10^exponent, for an integral double from 0 to 2^53. */
  setInteger(value: float, exponent: number): void {
    this.length = 0;
    const upper = (value / 1e8) | 0;
    const lower = (value - upper * 1e8) | 0;
    if (upper > 0) {
      this.appendInteger(upper, digitCount(upper));
      this.appendInteger(lower, 8);
    } else if (lower > 0) {
      this.appendInteger(lower, digitCount(lower));
    }
    this.point = this.length + exponent;
  }

  /** Puts `count` digits of an integer below 10^9 after the last digit, zeros in front if it has fewer. */
  appendInteger(value: number, count: number): void {
    const start = this.length;
    while (this.digits.length < start + count) {
      this.digits.push(0);
    }
    let rest = value | 0;
    for (let i = start + count - 1; i >= start; i--) {
      const quotient = (rest / 10) | 0;
      this.digits[i] = rest - quotient * 10;
      rest = quotient;
    }
    this.length = start + count;
  }

  dropTrailingZeros(): void {
    while (this.length > 0 && this.digits[this.length - 1] === 0) {
      this.length--;
    }
  }

  /** Becomes the first `count` digits of another number, which has at least as many. */
  setPrefix(from: Decimal, count: number): void {
    this.length = 0;
    for (let i = 0; i < count; i++) {
      this.append(from.digits[i]!);
    }
    this.point = from.point;
  }

  /** Adds one unit of the last digit. A carry out of the first digit leaves a power of ten. */
  increment(): void {
    let last = this.length - 1;
    while (last >= 0 && this.digits[last] === 9) {
      last--;
    }
    this.length = last + 1;
    if (last >= 0) {
      this.digits[last] = this.digits[last]! + 1;
    } else {
      this.append(1);
      this.point++;
    }
  }

  /** Keeps `count` digits, rounding a tie away from zero as toFixed, toPrecision and toExponential do. */
  round(count: number): void {
    if (count >= this.length) {
      return;
    }
    if (count < 0) {
      this.length = 0;
      return;
    }
    const up = this.digits[count]! >= 5;
    this.length = count;
    if (up) {
      this.increment();
    }
  }

  /** Negative, zero or positive as this number is less than, equal to or greater than another. Neither is zero. */
  compare(other: Decimal): number {
    if (this.point !== other.point) {
      return this.point - other.point;
    }
    for (let i = 0; i < this.length || i < other.length; i++) {
      const mine = i < this.length ? this.digits[i]! : 0;
      const theirs = i < other.length ? other.digits[i]! : 0;
      if (mine !== theirs) {
        return mine - theirs;
      }
    }
    return 0;
  }
}

/** How many decimal digits an integer from 1 to 10^9 - 1 has. */
export function digitCount(value: number): number {
  let count = 1;
  let limit = 10;
  while (count < 9 && value >= limit) {
    limit = Math.imul(limit, 10);
    count++;
  }
  return count;
}
