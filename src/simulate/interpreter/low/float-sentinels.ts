/**
 * The two reserved NaNs that stand for undefined and null in a float. Node does not keep the bits of a NaN, so here they
 * are objects; as numbers they are NaN, as on the machine.
 */
class FloatSentinel {
  /** The lower word of the NaN; the upper one is `sentinelHigh`. */
  readonly low: number;
  constructor(low: number) {
    this.low = low;
  }
  valueOf(): number {
    return Number.NaN;
  }
}

export const sentinelHigh = 0x7ffe_0000;

/** A float in a register. */
export type Float = number & { readonly low?: number };

export const floatUndefined = new FloatSentinel(1) as unknown as Float;
export const floatNull = new FloatSentinel(2) as unknown as Float;

/** True for the reserved NaNs. */
export function isSentinel(float: unknown): float is FloatSentinel {
  return float instanceof FloatSentinel;
}

/** The float whose NaN has these words. */
export function nanOfWords(high: number, low: number): number {
  if (high !== sentinelHigh) return Number.NaN;
  return low === 1 ? floatUndefined : low === 2 ? floatNull : Number.NaN;
}
