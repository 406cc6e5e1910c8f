/** Ranges of the bit operations, on 32-bit integers. */
import { int32, isInt, type NumberSet, range, uint32 } from "./number-set.ts";

/** ToInt32, as a set. */
function toInt32(a: NumberSet): NumberSet {
  const low = Math.trunc(a.low);
  const high = Math.trunc(a.high);
  if (!(low >= int32.low && high <= int32.high)) return int32;
  // NaN becomes 0.
  return a.nan ? range(Math.min(low, 0), Math.max(high, 0)) : range(low + 0, high + 0);
}

function toUint32(a: NumberSet): NumberSet {
  const low = Math.trunc(a.low);
  const high = Math.trunc(a.high);
  if (!(low >= 0 && high <= uint32.high)) return uint32;
  return a.nan ? range(0, high) : range(low + 0, high + 0);
}

/** The least 2^n - 1 that is not below. */
function mask(high: number): number {
  return high <= 0 ? 0 : 2 ** (32 - Math.clz32(high)) - 1;
}

export function andSets(left: NumberSet, right: NumberSet): NumberSet {
  const a = toInt32(left);
  const b = toInt32(right);
  if (a.low >= 0 && b.low >= 0) return range(0, Math.min(a.high, b.high));
  if (a.low >= 0) return range(0, a.high);
  if (b.low >= 0) return range(0, b.high);
  return int32;
}

export function orSets(left: NumberSet, right: NumberSet): NumberSet {
  const a = toInt32(left);
  const b = toInt32(right);
  if (b.low === 0 && b.high === 0) return { ...a, extent: left.extent };
  if (a.low === 0 && a.high === 0) return b;
  if (a.low >= 0 && b.low >= 0) return range(Math.max(a.low, b.low), mask(Math.max(a.high, b.high)));
  return int32;
}

export function xorSets(left: NumberSet, right: NumberSet): NumberSet {
  const a = toInt32(left);
  const b = toInt32(right);
  if (a.low >= 0 && b.low >= 0) return range(0, mask(Math.max(a.high, b.high)));
  return int32;
}

export function notSet(operand: NumberSet): NumberSet {
  const a = toInt32(operand);
  return range(-a.high - 1, -a.low - 1);
}

/** The distance of a shift, if it is one number. */
function distance(b: NumberSet): number | undefined {
  return isInt(b) && b.low === b.high ? b.low & 31 : undefined;
}

export function shiftLeftSets(left: NumberSet, right: NumberSet): NumberSet {
  const a = toInt32(left);
  const by = distance(right);
  if (by === undefined) return int32;
  const low = a.low * 2 ** by;
  const high = a.high * 2 ** by;
  return low >= int32.low && high <= int32.high ? range(low, high) : int32;
}

export function shiftRightSets(left: NumberSet, right: NumberSet): NumberSet {
  const a = toInt32(left);
  const by = distance(right);
  if (by !== undefined) return { ...range(a.low >> by, a.high >> by), extent: left.extent };
  return range(Math.min(a.low, 0), Math.max(a.high, a.low < 0 ? -1 : 0));
}

export function shiftRightUnsignedSets(left: NumberSet, right: NumberSet): NumberSet {
  const a = toUint32(left);
  const by = distance(right);
  return by === undefined
    ? range(0, a.high)
    : { ...range(Math.floor(a.low / 2 ** by), Math.floor(a.high / 2 ** by)), extent: left.extent };
}
