import { asciiString } from "../../memory/string-primitives.ts";
import type { float } from "../../memory/value-primitives.ts";
import { concat } from "../strings/concat.ts";
import { flatUnit } from "../strings/flat.ts";
import { Decimal } from "./decimal.ts";
import { fixedNotation } from "./layout.ts";
import { setShortest } from "./shortest.ts";

const decimal = new Decimal();
const units: number[] = [];

/** x.toLocaleString() in Node's default locale: groups of three digits, at most three digits after the point. */
export function localeText(x: float): string {
  if (!(x >= 0.0 || x < 0.0)) {
    return "NaN";
  }
  const negative = x < 0.0 || (x === 0.0 && 1.0 / x < 0.0);
  if (!(Math.abs(x) <= 1.7976931348623157e308)) {
    return concat(negative ? "-" : "", "∞");
  }
  if (x === 0.0) {
    return negative ? "-0" : "0";
  }
  setShortest(decimal, Math.abs(x));
  decimal.round(decimal.point + 3);
  decimal.dropTrailingZeros();
  const fraction = decimal.length > 0 && decimal.length > decimal.point ? decimal.length - decimal.point : 0;
  return grouped(fixedNotation(negative, decimal, fraction), fraction > 0 ? fraction + 1 : 0);
}

/** Puts commas into the digits before the last `rest` characters. */
function grouped(text: string, rest: number): string {
  const integer = text.length - rest;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = flatUnit(text, i);
    const left = integer - i;
    if (left > 0 && left % 3 === 0 && length > 0 && units[length - 1] !== 45) {
      put(length++, 44);
    }
    put(length++, unit);
  }
  return asciiString(units, length);
}

function put(at: number, unit: number): void {
  if (at < units.length) {
    units[at] = unit;
  } else {
    units.push(unit);
  }
}
