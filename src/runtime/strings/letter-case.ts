/*
 * Upper and lower case of Latin, Greek and Cyrillic letters by the regular parts of Unicode's tables; letters of other
 * scripts that have case end the program, which would otherwise print them wrongly.
 */
import { stop } from "../../memory/memory.ts";
import { allocateString, finishString, setByteUnit, setWideUnit } from "../../memory/string-primitives.ts";
import { internalStop } from "../../source/stop-codes.ts";
import { concat } from "./concat.ts";
import { flat, flatUnit } from "./flat.ts";
import { between } from "./slice.ts";

/** text.toUpperCase(). */
export function toUpperCase(text: string): string {
  const whole = flat(text);
  const length = whole.length;
  for (let i = 0; i < length; i++) {
    // The one Latin-1 letter whose upper case is longer.
    if (flatUnit(whole, i) === 223) {
      const rest = toUpperCase(between(whole, i + 1, length));
      return concat(concat(mapped(between(whole, 0, i), true), "SS"), rest);
    }
  }
  return mapped(whole, true);
}

/** text.toLowerCase(). */
export function toLowerCase(text: string): string {
  return mapped(flat(text), false);
}

function mapped(text: string, upper: boolean): string {
  const length = text.length;
  let changed = false;
  let wide = false;
  for (let i = 0; i < length; i++) {
    const unit = flatUnit(text, i);
    const other = upper ? upperUnit(unit) : lowerUnit(unit);
    changed = changed || other !== unit;
    wide = wide || other > 255;
  }
  if (!changed) {
    return text;
  }
  const target = allocateString(length, wide);
  for (let i = 0; i < length; i++) {
    const unit = flatUnit(text, i);
    const other = upper ? upperUnit(unit) : lowerUnit(unit);
    if (wide) {
      setWideUnit(target, i, other);
    } else {
      setByteUnit(target, i, other);
    }
  }
  return finishString(target);
}

function upperUnit(unit: number): number {
  if (unit < 128) {
    return unit >= 97 && unit <= 122 ? unit - 32 : unit;
  }
  if (unit < 256) {
    if (unit === 181) {
      return 924;
    }
    if (unit === 255) {
      return 376;
    }
    return unit >= 224 && unit !== 247 ? unit - 32 : unit;
  }
  // Greek and Cyrillic: alphabets in two rows.
  if (
    (unit >= 0x3b1 && unit <= 0x3c1) ||
    (unit >= 0x3c3 && unit <= 0x3c9) ||
    (unit >= 0x430 && unit <= 0x44f)
  ) {
    return unit - 32;
  }
  if (unit === 0x3c2) {
    return 0x3a3;
  }
  if (unit >= 0x450 && unit <= 0x45f) {
    return unit - 80;
  }
  if (isPaired(unit)) {
    return unit % 2 === 1 ? unit - 1 : unit;
  }
  refuseUnlessCaseless(unit, true);
  return unit;
}

function lowerUnit(unit: number): number {
  if (unit < 128) {
    return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  }
  if (unit < 256) {
    return unit >= 192 && unit <= 222 && unit !== 215 ? unit + 32 : unit;
  }
  if (
    (unit >= 0x391 && unit <= 0x3a1) ||
    (unit >= 0x3a4 && unit <= 0x3a9) ||
    (unit >= 0x410 && unit <= 0x42f)
  ) {
    return unit + 32;
  }
  if (unit >= 0x400 && unit <= 0x40f) {
    return unit + 80;
  }
  if (unit === 376) {
    return 255;
  }
  if (isPaired(unit)) {
    return unit % 2 === 0 ? unit + 1 : unit;
  }
  refuseUnlessCaseless(unit, false);
  return unit;
}

/** Latin Extended-A and Cyrillic extensions in which an even letter is followed by its lower case. */
function isPaired(unit: number): boolean {
  return (
    (unit >= 0x100 && unit <= 0x12f) || (unit >= 0x14a && unit <= 0x177) || (unit >= 0x460 && unit <= 0x481)
  );
}

function refuseUnlessCaseless(unit: number, upper: boolean): void {
  if (isKnownLetter(unit, upper) || isCaseless(unit)) {
    return;
  }
  stop(internalStop, "toUpperCase and toLowerCase know Latin, Greek and Cyrillic letters only");
}

/** A letter that is in the wanted case already. */
function isKnownLetter(unit: number, upper: boolean): boolean {
  if (upper) {
    return (unit >= 0x391 && unit <= 0x3a9) || (unit >= 0x400 && unit <= 0x42f);
  }
  return (unit >= 0x3b1 && unit <= 0x3c9) || (unit >= 0x430 && unit <= 0x45f);
}

/** Blocks of scripts without case, and of signs. */
function isCaseless(unit: number): boolean {
  return (
    (unit >= 0x2b0 && unit <= 0x344) ||
    (unit >= 0x346 && unit <= 0x36f) ||
    (unit >= 0x590 && unit <= 0x109f) ||
    (unit >= 0x1100 && unit <= 0x139f) ||
    (unit >= 0x1400 && unit <= 0x1c7f) ||
    (unit >= 0x2000 && unit <= 0x2125) ||
    (unit >= 0x2190 && unit <= 0x24b5) ||
    (unit >= 0x2500 && unit <= 0x2bff) ||
    (unit >= 0x2e00 && unit <= 0xa63f) ||
    (unit >= 0xac00 && unit <= 0xd800) ||
    (unit >= 0xd802 && unit <= 0xd837) ||
    (unit >= 0xd83b && unit <= 0xdfff) ||
    (unit >= 0xe000 && unit <= 0xfaff) ||
    (unit >= 0xfe00 && unit <= 0xff20) ||
    (unit >= 0xff5b && unit <= 0xffff)
  );
}
