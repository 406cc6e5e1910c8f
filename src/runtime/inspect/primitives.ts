import type { float } from "../../memory/value-primitives.ts";
import { numberToString } from "../numbers/number-to-string.ts";

/** A number as console.log shows it: unlike String(x) it tells -0 from 0. */
export function numberText(x: float): string {
  return x === 0.0 && 1.0 / x < 0.0 ? "-0" : numberToString(x);
}
