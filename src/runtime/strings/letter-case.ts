/*
 * Upper and lower case by Unicode's full mappings, which depend on no language: letters may become several, and a
 * sigma at the end of a word has a form of its own.
 */
import {
  allocateString,
  finishString,
  isWide,
  setByteUnit,
  setWideUnit,
} from "../../memory/string-primitives.ts";
import {
  cased,
  caseIgnorable,
  longUpper,
  lowerPoints,
  lowerUnits,
  upperPoints,
  upperUnits,
} from "./case-tables.ts";
import { flat, unitOf } from "./flat.ts";
import { isInRuns } from "./runs.ts";

/** text.toUpperCase(). */
export function toUpperCase(text: string): string {
  return converted(flat(text), true);
}

/** text.toLowerCase(). */
export function toLowerCase(text: string): string {
  return converted(flat(text), false);
}

/** The units of a result: first counted, then written. */
class Result {
  length = 0;
  wide = false;
  changed = false;
  /** Where units are written; empty while they are counted. */
  target = "";

  put(unit: number): void {
    if (this.target.length > 0) {
      if (this.wide) {
        setWideUnit(this.target, this.length, unit);
      } else {
        setByteUnit(this.target, this.length, unit);
      }
    } else if (unit > 255) {
      this.wide = true;
    }
    this.length++;
  }
}

function converted(text: string, upper: boolean): string {
  const result = new Result();
  convert(text, upper, result);
  if (!result.changed) {
    return text;
  }
  result.target = allocateString(result.length, result.wide);
  result.length = 0;
  convert(text, upper, result);
  return finishString(result.target);
}

function convert(text: string, upper: boolean, result: Result): void {
  const wide = isWide(text);
  for (let i = 0; i < text.length; i++) {
    const unit = unitOf(text, wide, i);
    if (unit < 128) {
      const other = upper ? upperAscii(unit) : lowerAscii(unit);
      result.changed = result.changed || other !== unit;
      result.put(other);
    } else if (unit >= 0xd800 && unit <= 0xdfff) {
      const point = pointAt(text, i);
      result.put(unit);
      if (point > 65535) {
        const other = 65536 + mapped(upper ? upperPoints : lowerPoints, point - 65536);
        result.changed = result.changed || other !== point;
        // All code points with case share the high surrogate with their other case.
        result.put(0xdc00 + (other & 1023));
        i++;
      }
    } else {
      convertUnit(text, i, unit, upper, result);
    }
  }
}

function upperAscii(unit: number): number {
  return unit >= 97 && unit <= 122 ? unit - 32 : unit;
}

function lowerAscii(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}

function convertUnit(text: string, at: number, unit: number, upper: boolean, result: Result): void {
  const other = mapped(upper ? upperUnits : lowerUnits, unit);
  if (other !== unit) {
    result.changed = true;
    result.put(unit === 0x3a3 && !upper && isFinalSigma(text, at) ? 0x3c2 : other);
  } else if (upper) {
    putLongUpper(unit, result);
  } else if (unit === 0x130) {
    // İ keeps its dot.
    result.changed = true;
    result.put(0x69);
    result.put(0x307);
  } else {
    result.put(unit);
  }
}

/** What a table of case-tables.ts says of a code point. */
function mapped(table: string, point: number): number {
  let low = 0;
  let high = table.length >> 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    const first = table.charCodeAt(4 * middle);
    if (point < first) {
      high = middle;
    } else if (point > table.charCodeAt(4 * middle + 1)) {
      low = middle + 1;
    } else {
      const distance = point - first;
      const isMapped = distance % table.charCodeAt(4 * middle + 3) === 0;
      return isMapped ? table.charCodeAt(4 * middle + 2) + distance : point;
    }
  }
  return point;
}

function putLongUpper(unit: number, result: Result): void {
  for (let i = 0; i < longUpper.length; i += 4) {
    if (longUpper.charCodeAt(i) === unit) {
      result.changed = true;
      result.put(longUpper.charCodeAt(i + 1));
      result.put(longUpper.charCodeAt(i + 2));
      if (longUpper.charCodeAt(i + 3) !== 0) {
        result.put(longUpper.charCodeAt(i + 3));
      }
      return;
    }
  }
  result.put(unit);
}

/** Letters stand before a sigma and none behind it; what is no part of a word's letters does not count. */
function isFinalSigma(text: string, at: number): boolean {
  let before = at;
  let point = 0;
  do {
    before--;
    point = before < 0 ? 0 : pointEndingAt(text, before);
    if (point > 65535) {
      before--;
    }
  } while (before >= 0 && isInRuns(caseIgnorable, point));
  if (before < 0 || !isInRuns(cased, point)) {
    return false;
  }
  let after = at + 1;
  while (after < text.length) {
    point = pointAt(text, after);
    if (!isInRuns(caseIgnorable, point)) {
      return !isInRuns(cased, point);
    }
    after += point > 65535 ? 2 : 1;
  }
  return true;
}

/** The code point at an index of a flat string: a unit, or a surrogate pair. */
function pointAt(text: string, index: number): number {
  const wide = isWide(text);
  const unit = unitOf(text, wide, index);
  if (unit < 0xd800 || unit > 0xdbff || index + 1 >= text.length) {
    return unit;
  }
  const second = unitOf(text, wide, index + 1);
  return second >= 0xdc00 && second <= 0xdfff ? 65536 + (unit - 0xd800) * 1024 + second - 0xdc00 : unit;
}

function pointEndingAt(text: string, index: number): number {
  const point = index > 0 ? pointAt(text, index - 1) : 0;
  return point > 65535 ? point : unitOf(text, isWide(text), index);
}
