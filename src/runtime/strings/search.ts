import { findUnit, isWide, sameUnits } from "../../memory/string-primitives.ts";
import { flat, unitOf } from "./flat.ts";

/** The first index from `from` on at which the pattern stands, or -1. */
export function indexOf(text: string, pattern: string, from: number): number {
  const start = from < 0 ? 0 : Math.min(from, text.length);
  const last = text.length - pattern.length;
  if (pattern.length === 0) {
    return start;
  }
  if (start > last || (isWide(pattern) && !isWide(text))) {
    return -1;
  }
  const source = flat(text);
  const wanted = flat(pattern);
  const wide = isWide(source);
  const first = unitOf(wanted, isWide(wanted), 0);
  if (!wide) {
    for (let at = findUnit(source, start, last + 1, first); at <= last; ) {
      if (stands(source, false, wanted, at)) {
        return at;
      }
      at = findUnit(source, at + 1, last + 1, first);
    }
    return -1;
  }
  for (let at = start; at <= last; at++) {
    if (unitOf(source, wide, at) === first && stands(source, wide, wanted, at)) {
      return at;
    }
  }
  return -1;
}

/** The last index up to `from` at which the pattern stands, or -1. */
export function lastIndexOf(text: string, pattern: string, from: number): number {
  const source = flat(text);
  const wanted = flat(pattern);
  const last = text.length - pattern.length;
  const wide = isWide(source);
  for (let at = Math.max(from, 0); at >= 0; at--) {
    if (at > last) {
      at = last;
    }
    if (at >= 0 && stands(source, wide, wanted, at)) {
      return at;
    }
  }
  return -1;
}

/** The pattern stands at an index, which counts as the nearest one in range. */
export function matchesAt(text: string, pattern: string, index: number): boolean {
  const at = index < 0 ? 0 : Math.min(index, text.length);
  if (at + pattern.length > text.length) {
    return false;
  }
  const source = flat(text);
  return stands(source, isWide(source), flat(pattern), at);
}

/** All of a flat pattern stands at an index of a flat text, which is long enough. */
function stands(text: string, wide: boolean, pattern: string, at: number): boolean {
  const length = pattern.length;
  if (!wide && !isWide(pattern)) {
    return sameUnits(text, at, pattern, 0, length) === length;
  }
  const patternWide = isWide(pattern);
  for (let i = 0; i < length; i++) {
    if (unitOf(text, wide, at + i) !== unitOf(pattern, patternWide, i)) {
      return false;
    }
  }
  return true;
}
