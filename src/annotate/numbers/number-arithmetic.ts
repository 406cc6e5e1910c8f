/** Interval arithmetic with JavaScript's rounding: what comes out of an operation on two sets of numbers. */
import { maxSafe } from "../../graph/types.ts";
import {
  anyNumber,
  includesZero,
  isInt,
  isOnlyNaN,
  isStep,
  meetExtents,
  type NumberSet,
  notANumber,
  range,
} from "./number-set.ts";

const infinity = Number.POSITIVE_INFINITY;

/** Bounds of all results at the corners; a corner that is NaN says that nothing is known. */
function corners(values: readonly number[], integral: boolean, nan: boolean, float: boolean): NumberSet {
  if (values.some(Number.isNaN)) return { ...range(-infinity, infinity), integral, nan, float };
  return {
    low: Math.min(...values) + 0,
    high: Math.max(...values) + 0,
    integral,
    nan,
    minusZero: false,
    float,
    extent: false,
  };
}

function isInfinite(a: NumberSet): boolean {
  return a.low === -infinity || a.high === infinity;
}

/**
 * A sum of two integers stays an integer if it is proved to be in range, or if one of the two is a step that does not
 * plausibly lead out of it: then it is checked, and what passes is in range.
 */
function clampStep(a: NumberSet, b: NumberSet, sum: NumberSet): NumberSet {
  const inRange = sum.low >= -maxSafe && sum.high <= maxSafe;
  const outOfRange = sum.low > maxSafe || sum.high < -maxSafe;
  if (inRange || outOfRange || !isInt(a) || !isInt(b) || !(isStep(a) || isStep(b))) return sum;
  return { ...sum, extent: false, low: Math.max(sum.low, -maxSafe), high: Math.min(sum.high, maxSafe) };
}

export function addSets(a: NumberSet, b: NumberSet): NumberSet {
  return clampStep(a, b, exactSum(a, b));
}

/** A sum that may leave the range of integers. */
export function exactSum(a: NumberSet, b: NumberSet): NumberSet {
  if (isOnlyNaN(a) || isOnlyNaN(b)) return { ...notANumber, float: a.float || b.float };
  const cancels =
    (a.high === infinity && b.low === -infinity) || (a.low === -infinity && b.high === infinity);
  const sum = corners(
    [a.low + b.low, a.high + b.high],
    a.integral && b.integral,
    a.nan || b.nan || cancels,
    a.float || b.float,
  );
  return { ...sum, minusZero: a.minusZero && b.minusZero, extent: meetExtents(a, b) };
}

export function subSets(a: NumberSet, b: NumberSet): NumberSet {
  return clampStep(a, b, exactDifference(a, b));
}

export function exactDifference(a: NumberSet, b: NumberSet): NumberSet {
  if (isOnlyNaN(a) || isOnlyNaN(b)) return { ...notANumber, float: a.float || b.float };
  const cancels =
    (a.high === infinity && b.high === infinity) || (a.low === -infinity && b.low === -infinity);
  const difference = corners(
    [a.low - b.high, a.high - b.low],
    a.integral && b.integral,
    a.nan || b.nan || cancels,
    a.float || b.float,
  );
  return { ...difference, minusZero: a.minusZero && includesZero(b), extent: meetExtents(a, b) };
}

/** 0 × ∞ at a corner: the bounds that matter come from the finite values next to it. */
function times(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x * y;
}

export function mulSets(a: NumberSet, b: NumberSet): NumberSet {
  if (isOnlyNaN(a) || isOnlyNaN(b)) return { ...notANumber, float: a.float || b.float };
  const nan = a.nan || b.nan || (includesZero(a) && isInfinite(b)) || (includesZero(b) && isInfinite(a));
  const product = corners(
    [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)],
    a.integral && b.integral,
    nan,
    a.float || b.float,
  );
  const exactZero = (includesZero(a) && b.low < 0) || (includesZero(b) && a.low < 0);
  const underflow = !(a.integral && b.integral) && (a.low < 0 || b.low < 0);
  return { ...product, minusZero: exactZero || underflow || a.minusZero || b.minusZero };
}

export function divSets(a: NumberSet, b: NumberSet): NumberSet {
  const float = a.float || b.float;
  if (isOnlyNaN(a) || isOnlyNaN(b)) return { ...notANumber, integral: false, float };
  if (includesZero(b))
    return {
      ...anyNumber,
      nan: a.nan || b.nan || includesZero(a) || (isInfinite(a) && isInfinite(b)),
      float,
    };
  const nan = a.nan || b.nan || (isInfinite(a) && isInfinite(b));
  const quotient = corners(
    [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high],
    false,
    nan,
    float,
  );
  const signs = (a.low <= 0 && b.high > 0 && (a.minusZero || !a.integral || isInfinite(b))) || b.low < 0;
  return { ...quotient, minusZero: signs, extent: a.extent && (b.low >= 1 || b.high <= -1) };
}

export function modSets(a: NumberSet, b: NumberSet): NumberSet {
  const float = a.float || b.float;
  if (isOnlyNaN(a) || isOnlyNaN(b)) return { ...notANumber, float };
  const integral = a.integral && b.integral;
  const largest = Math.max(Math.abs(b.low), Math.abs(b.high)) - (integral ? 1 : 0);
  return {
    low: a.low < 0 ? Math.max(a.low, -largest) + 0 : 0,
    high: a.high > 0 ? Math.min(a.high, largest) : 0,
    integral,
    nan: a.nan || b.nan || includesZero(b) || isInfinite(a),
    minusZero: a.low < 0 || a.minusZero,
    float,
    extent: a.extent || b.extent,
  };
}

export function negSet(a: NumberSet): NumberSet {
  if (isOnlyNaN(a)) return a;
  return { ...a, low: -a.high + 0, high: -a.low + 0, minusZero: includesZero(a) };
}

export function powSets(a: NumberSet, b: NumberSet): NumberSet {
  const float = a.float || b.float;
  if (a.low === a.high && b.low === b.high && !a.nan && !b.nan) {
    const value = a.low ** b.low;
    if (Number.isInteger(value) && !a.minusZero) return { ...range(value, value), float };
  }
  if (a.integral && b.integral && a.low >= 0 && b.low >= 0 && !a.nan && !b.nan) {
    return { ...range(0, a.high ** b.high), float, nan: false };
  }
  return { ...anyNumber, float };
}

/** floor, ceil, trunc, round: integers, if the argument is finite. */
export function roundSet(a: NumberSet, round: (x: number) => number): NumberSet {
  if (isOnlyNaN(a)) return a;
  const minusZero = a.minusZero || (!a.integral && a.low < 0 && a.high > -1 && round !== Math.floor);
  return { ...a, low: round(a.low) + 0, high: round(a.high) + 0, integral: true, minusZero, float: false };
}

export function absSet(a: NumberSet): NumberSet {
  if (isOnlyNaN(a)) return a;
  const far = Math.max(Math.abs(a.low), Math.abs(a.high));
  const near = includesZero(a) ? 0 : Math.min(Math.abs(a.low), Math.abs(a.high));
  return { ...a, low: near, high: far, minusZero: false };
}

export function signSet(a: NumberSet): NumberSet {
  if (isOnlyNaN(a)) return a;
  return { ...a, low: Math.sign(a.low) + 0, high: Math.sign(a.high) + 0, integral: true, float: false };
}

export function minSets(a: NumberSet, b: NumberSet): NumberSet {
  return extreme(a, b, Math.min);
}

export function maxSets(a: NumberSet, b: NumberSet): NumberSet {
  return extreme(a, b, Math.max);
}

function extreme(a: NumberSet, b: NumberSet, choose: (x: number, y: number) => number): NumberSet {
  const float = a.float || b.float;
  if (isOnlyNaN(a) || isOnlyNaN(b)) return { ...notANumber, float };
  return {
    low: choose(a.low, b.low),
    high: choose(a.high, b.high),
    integral: a.integral && b.integral,
    nan: a.nan || b.nan,
    minusZero: a.minusZero || b.minusZero,
    float,
    extent: meetExtents(a, b),
  };
}
