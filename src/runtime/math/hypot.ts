/**
 * Math.hypot: the values are divided by the largest one, so that no square overflows, and their squares are
 * added with Kahan's compensation, in the order of the arguments.
 */

import type { float } from "../../memory/value-primitives.ts";

/** Math.hypot of two arguments, of which the compensation never reaches the sum. */
export function hypot2(x: float, y: float): float {
  const absX = Math.abs(x);
  const absY = Math.abs(y);
  if (absX === Infinity || absY === Infinity) return Infinity;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const largest = Math.max(absX, absY);
  if (largest === 0.0) return 0.0;
  const scaledX = absX / largest;
  const scaledY = absY / largest;
  return Math.sqrt(scaledX * scaledX + scaledY * scaledY) * largest;
}

/** Math.hypot of any number of arguments. */
export function hypotArray(values: number[]): float {
  let largest = 0.0;
  let hasNaN = false;
  for (let i = 0; i < values.length; i++) {
    const value = Math.abs(values[i]!);
    if (Number.isNaN(value)) hasNaN = true;
    else if (value > largest) largest = value;
  }
  if (largest === Infinity) return Infinity;
  if (hasNaN) return NaN;
  if (largest === 0.0) return 0.0;
  let sum = 0.0;
  let compensation = 0.0;
  for (let i = 0; i < values.length; i++) {
    const scaled = Math.abs(values[i]!) / largest;
    const summand = scaled * scaled - compensation;
    const next = sum + summand;
    compensation = next - sum - summand;
    sum = next;
  }
  return Math.sqrt(sum) * largest;
}
