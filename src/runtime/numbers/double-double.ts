import { fromWords } from "../../memory/float-bits.ts";
import type { float } from "../../memory/value-primitives.ts";

/**
 * An unevaluated sum high + low of two doubles, |low| at most half a unit in the last place of high: about
 * 106 significant bits out of plain floating point (Dekker 1971). Values here stay between 2^-200 and
 * 2^300, so that nothing under- or overflows and every error bound below is relative.
 */
export class DoubleDouble {
  high: float;
  low: float;

  constructor() {
    this.high = 0.0;
    this.low = 0.0;
  }

  /** Becomes the sum of two doubles of which the first is the larger. */
  setSum(larger: float, smaller: float): void {
    const sum = larger + smaller;
    this.high = sum;
    this.low = smaller - (sum - larger);
  }

  /** Becomes itself times a double; relative error below 2^-104. */
  multiply(factor: float): void {
    const product = this.high * factor;
    this.setSum(product, productError(this.high, factor, product) + this.low * factor);
  }

  /** Becomes itself times the sum of two doubles; relative error below 2^-102. */
  multiplySum(factorHigh: float, factorLow: float): void {
    const product = this.high * factorHigh;
    const cross = this.high * factorLow + this.low * factorHigh;
    this.setSum(product, productError(this.high, factorHigh, product) + cross);
  }

  /** Becomes itself divided by a double; relative error below 2^-103. */
  divide(divisor: float): void {
    const quotient = this.high / divisor;
    const product = quotient * divisor;
    const rest = this.high - product - productError(quotient, divisor, product) + this.low;
    this.setSum(quotient, rest / divisor);
  }

  /** Becomes itself times a power of two, exactly. */
  scale(factor: float): void {
    this.high = this.high * factor;
    this.low = this.low * factor;
  }
}

/** The exact difference between a times b and its rounded product: each factor is cut into two of 26 bits. */
export function productError(a: float, b: float, product: float): float {
  const aScaled = a * 134217729.0;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = b * 134217729.0;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** 2^exponent for an exponent from -1022 to 1023. */
export function powerOfTwo(exponent: number): float {
  return fromWords((exponent + 1023) << 20, 0);
}
