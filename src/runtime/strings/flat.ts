import {
  allocateString,
  byteUnit,
  copyByteUnits,
  copyWideUnits,
  finishString,
  isJoined,
  isRope,
  isWide,
  ropeLeft,
  ropeRight,
  setRopeFlat,
  setWideUnit,
  wideUnit,
} from "../../memory/string-primitives.ts";

/** The string with its units in one place. A rope remembers the answer. */
export function flat(text: string): string {
  if (!isRope(text)) {
    return text;
  }
  return isJoined(text) ? flatten(text) : ropeLeft(text);
}

/**
 * Fills from the end, because ropes are deep on the left: of `s += part` in a loop only one left side waits at a
 * time. Never recursive, so no depth is too much.
 */
function flatten(rope: string): string {
  const wide = isWide(rope);
  const made = allocateString(rope.length, wide);
  const waiting: string[] = [rope];
  let at = rope.length;
  while (waiting.length > 0) {
    let part = waiting.pop()!;
    while (isRope(part)) {
      if (isJoined(part)) {
        waiting.push(ropeLeft(part));
        part = ropeRight(part);
      } else {
        part = ropeLeft(part);
      }
    }
    at -= part.length;
    copyUnits(made, at, wide, part, 0, part.length);
  }
  const result = finishString(made);
  setRopeFlat(rope, result);
  return result;
}

/** Copies from a flat string into one that is being filled and is not narrower. */
export function copyUnits(
  target: string,
  at: number,
  wide: boolean,
  source: string,
  from: number,
  count: number,
): void {
  if (!wide) {
    copyByteUnits(target, at, source, from, count);
  } else if (isWide(source)) {
    copyWideUnits(target, at, source, from, count);
  } else {
    for (let i = 0; i < count; i++) {
      setWideUnit(target, at + i, byteUnit(source, from + i));
    }
  }
}

/** A unit of a flat string whose width is known. */
export function unitOf(text: string, wide: boolean, index: number): number {
  return wide ? wideUnit(text, index) : byteUnit(text, index);
}

/** A unit of a flat string. */
export function flatUnit(text: string, index: number): number {
  return isWide(text) ? wideUnit(text, index) : byteUnit(text, index);
}
