import type { float } from "../../memory/value-primitives.ts";

/** What a Uint8ClampedArray keeps of a number: the nearest byte, of two the even one; NaN is 0. */
export function clampToByte(x: float): number {
  if (!(x > 0.0)) {
    return 0;
  }
  if (x >= 255.0) {
    return 255;
  }
  const below = x | 0;
  const rest = x - below;
  if (rest < 0.5 || (rest === 0.5 && (below & 1) === 0)) {
    return below;
  }
  return below + 1;
}
