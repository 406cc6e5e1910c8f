import { floatType, maxSafe, type NumberFact } from "../../graph/types.ts";

/** A set of numbers, as the second fixpoint sees them. No set at all is the empty one. */
export interface NumberSet {
  /** Bounds, inclusive; infinite where none is known. */
  readonly low: number;
  readonly high: number;
  /** No fractions. */
  readonly integral: boolean;
  readonly nan: boolean;
  readonly minusZero: boolean;
  /** Comes from a literal written as a float, or must be a double for another reason than its range. */
  readonly float: boolean;
  /** Measures something in memory, as a length does: its bounds say what is possible, and it is far below them. */
  readonly extent: boolean;
}

export function range(low: number, high: number): NumberSet {
  return { low, high, integral: true, nan: false, minusZero: false, float: false, extent: false };
}

export function extent(low: number, high: number): NumberSet {
  return { ...range(low, high), extent: true };
}

/** That many steps of this size would take minutes to leave the range of integers. */
const tinyStep = 2 ** 16;
/** No more than this is in memory. */
const largestExtent = 2 ** 32;

function isTiny(set: NumberSet): boolean {
  return set.low >= -tinyStep && set.high <= tinyStep;
}

/** Added again and again it does not plausibly leave the range of integers. */
export function isStep(set: NumberSet): boolean {
  return isTiny(set) || (set.extent && set.low >= -largestExtent && set.high <= largestExtent);
}

/** Whether what two sets make together still measures something. */
export function meetExtents(a: NumberSet, b: NumberSet): boolean {
  return (a.extent && (b.extent || isTiny(b))) || (b.extent && isTiny(a));
}

export const anyNumber: NumberSet = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  integral: false,
  nan: true,
  minusZero: true,
  float: false,
  extent: false,
};

/** Doubles of which nothing is known but that they are meant to be doubles. */
export const anyFloat: NumberSet = { ...anyNumber, float: true };
export const notANumber: NumberSet = {
  ...range(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  nan: true,
};
export const int32 = range(-(2 ** 31), 2 ** 31 - 1);
export const uint32 = range(0, 2 ** 32 - 1);
export const anyInt = range(-maxSafe, maxSafe);

export function constantNumber(kind: "int" | "float", value: number): NumberSet {
  if (Number.isNaN(value)) return { ...notANumber, float: true };
  const minusZero = Object.is(value, -0);
  return {
    low: value + 0,
    high: value + 0,
    integral: Number.isInteger(value),
    nan: false,
    minusZero,
    float: kind === "float" || minusZero,
    extent: false,
  };
}

/** True if only NaN can be in it. */
export function isOnlyNaN(set: NumberSet): boolean {
  return set.low > set.high;
}

export function includesZero(set: NumberSet): boolean {
  return set.low <= 0 && set.high >= 0;
}

/** Stored as a 64-bit integer. */
export function isInt(set: NumberSet): boolean {
  return !set.float && set.integral && !set.nan && set.low >= -maxSafe && set.high <= maxSafe;
}

export function joinSets(a: NumberSet | undefined, b: NumberSet | undefined): NumberSet | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (includes(a, b)) return a;
  return {
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    integral: a.integral && b.integral,
    nan: a.nan || b.nan,
    minusZero: a.minusZero || b.minusZero,
    float: a.float || b.float,
    extent: meetExtents(a, b),
  };
}

/** True if `b` adds nothing to `a`. */
export function includes(a: NumberSet, b: NumberSet): boolean {
  return (
    (a.low <= b.low || b.low > b.high) &&
    (a.high >= b.high || b.low > b.high) &&
    (!a.integral || b.integral) &&
    (a.nan || !b.nan) &&
    (a.minusZero || !b.minusZero) &&
    (a.float || !b.float) &&
    (!a.extent || b.extent || isTiny(b))
  );
}

/** Bounds at which a growing range stops for a while. */
const thresholds = [0, 1, 2 ** 8, 2 ** 16, 2 ** 31, 2 ** 32, maxSafe, Number.POSITIVE_INFINITY];

/** Moves the bounds in which `grown` exceeds `old` out to a threshold, though not beyond `cap`. */
export function widen(old: NumberSet, grown: NumberSet, cap: NumberSet | undefined): NumberSet {
  const high = grown.high > old.high ? above(grown.high) : grown.high;
  const low = grown.low < old.low ? below(grown.low) : grown.low;
  const fits = cap !== undefined && cap.low <= grown.low && cap.high >= grown.high;
  return { ...grown, low: fits ? Math.max(low, cap.low) : low, high: fits ? Math.min(high, cap.high) : high };
}

function above(bound: number): number {
  for (let i = thresholds.length - 1; i >= 0; i--) if (-thresholds[i]! >= bound) return -thresholds[i]!;
  return thresholds.find((one) => one >= bound)!;
}

function below(bound: number): number {
  return -above(-bound);
}

/** What the typed program says of a set. */
export function numberFact(set: NumberSet | undefined): NumberFact {
  if (set === undefined) return floatType.number as NumberFact;
  if (isInt(set)) return { kind: "int", low: set.low + 0, high: set.high + 0 };
  const finite = set.low > Number.NEGATIVE_INFINITY && set.high < Number.POSITIVE_INFINITY;
  if (set.integral && !set.nan && finite) {
    return { kind: "float", low: set.low + 0, high: set.high + 0, integral: true };
  }
  return floatType.number as NumberFact;
}
