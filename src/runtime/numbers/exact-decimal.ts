import { highWord, lowWord } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";
import type { Decimal } from "./decimal.ts";

// Limbs of seven decimal digits, the least first: a limb times a factor below 2^24 plus a carry stays far
// below 2^53. The masks lose nothing; they show the inference of ranges that this is so.
const base = 10000000;
const limbDigits = 7;
const limbs: number[] = [];
let limbCount = 0;

/** Makes `into` the exact value of a positive finite double. */
export function setExactValue(into: Decimal, x: float): void {
  setExactDecimal(into, significandHigh(x), lowWord(x), exponentOf(x));
}

/** Makes `into` the point halfway from x, positive and finite, to the next larger double. */
export function setHalfwayAbove(into: Decimal, x: float): void {
  const low = lowWord(x);
  setExactDecimal(into, (significandHigh(x) << 1) + (low >>> 31), ((low << 1) | 1) >>> 0, exponentOf(x) - 1);
}

/** Makes `into` the point halfway from x, positive and finite, to the next smaller double. */
export function setHalfwayBelow(into: Decimal, x: float): void {
  const high = significandHigh(x);
  const low = lowWord(x);
  const exponent = exponentOf(x);
  if (high === 0x100000 && low === 0 && exponent > -1074) {
    // 4 × 2^52 - 1 quarter units: below a power of two the doubles lie twice as close.
    setExactDecimal(into, 0x3fffff, 0xffffffff, exponent - 2);
    return;
  }
  const doubledHigh = (high << 1) + (low >>> 31);
  const doubledLow = (low << 1) >>> 0;
  if (doubledLow === 0) {
    setExactDecimal(into, doubledHigh - 1, 0xffffffff, exponent - 1);
  } else {
    setExactDecimal(into, doubledHigh, doubledLow - 1, exponent - 1);
  }
}

/**
 * Makes `into` the exact decimal value of (high × 2^32 + low) × 2^exponent, which is not zero; high is below
 * 2^24 and low an unsigned 32-bit integer. A division by 2^n is a multiplication by 5^n that moves the point.
 */
function setExactDecimal(into: Decimal, high: number, low: number, exponent: number): void {
  limbCount = 0;
  multiplyAdd(0, high);
  multiplyAdd(65536, low >>> 16);
  multiplyAdd(65536, low & 65535);
  let rest = exponent;
  for (; rest >= 23; rest -= 23) {
    multiplyAdd(8388608, 0);
  }
  for (; rest <= -10; rest += 10) {
    multiplyAdd(9765625, 0);
  }
  for (; rest > 0; rest--) {
    multiplyAdd(2, 0);
  }
  for (; rest < 0; rest++) {
    multiplyAdd(5, 0);
  }
  into.length = 0;
  for (let i = limbCount - 1; i >= 0; i--) {
    into.appendInteger(limbs[i]!, limbDigits);
  }
  into.point = into.length;
  if (exponent < 0) {
    into.point += exponent;
  }
  dropLeadingZeros(into);
  into.dropTrailingZeros();
}

function multiplyAdd(factor: number, addend: number): void {
  let carry = addend & 0x1ffffff;
  for (let i = 0; i < limbCount; i++) {
    const sum = (limbs[i]! & 0xffffff) * (factor & 0xffffff) + carry;
    carry = Math.floor(sum / base) & 0x1ffffff;
    limbs[i] = sum - carry * base;
  }
  while (carry > 0) {
    const upper = Math.floor(carry / base);
    const limb = carry - upper * base;
    if (limbCount < limbs.length) {
      limbs[limbCount] = limb;
    } else {
      limbs.push(limb);
    }
    limbCount++;
    carry = upper;
  }
}

function dropLeadingZeros(number: Decimal): void {
  let zeros = 0;
  while (number.digits[zeros] === 0) {
    zeros++;
  }
  if (zeros === 0) {
    return;
  }
  for (let i = zeros; i < number.length; i++) {
    number.digits[i - zeros] = number.digits[i]!;
  }
  number.length -= zeros;
  number.point -= zeros;
}

function significandHigh(x: float): number {
  const high = highWord(x);
  const fraction = high & 0xfffff;
  return high >>> 20 === 0 ? fraction : fraction | 0x100000;
}

function exponentOf(x: float): number {
  const biased = highWord(x) >>> 20;
  return (biased === 0 ? 1 : biased) - 1075;
}
