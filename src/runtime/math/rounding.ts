/** Functions that round or classify, as far as the machine has no operation for them. */

import type { float } from "../../memory/value-primitives.ts";

/** Math.round: to the nearest integer, halves up; -0 for what lies in [-1/2, -0]. */
export function round(x: float): float {
  const up = Math.ceil(x);
  return up - 0.5 > x ? up - 1.0 : up;
}

/** Math.sign: -1, 1, or x itself if it is a zero or NaN. */
export function sign(x: float): float {
  if (x > 0.0) return 1.0;
  if (x < 0.0) return -1.0;
  return x;
}
