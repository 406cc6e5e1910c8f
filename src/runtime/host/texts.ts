/* Texts on their way to the operating system and back. */
import { allocateBytes, load8, store8 } from "../../memory/memory.ts";
import { allocateString, finishString, isWide, setByteUnit } from "../../memory/string-primitives.ts";
import { pointAt, putPoint } from "../strings/encode.ts";
import { flat } from "../strings/flat.ts";

let lastLength = 0;

/** The text as UTF-8 and a zero byte, in memory that the caller frees; a surrogate alone becomes U+FFFD. */
export function encodeText(given: string): number {
  const text = flat(given);
  const { length } = text;
  const address = allocateBytes((isWide(text) ? 3 : 2) * length + 1);
  let at = address;
  for (let i = 0; i < length; i++) {
    const point = pointAt(text, i, length);
    if (point > 0xffff) {
      i++;
    }
    at = putPoint(at, point);
  }
  store8(at, 0);
  lastLength = at - address;
  return address;
}

/** How many bytes the last `encodeText` made, without the zero. */
export function encodedLength(): number {
  return lastLength;
}

/** The text of which each byte is a unit. */
export function latin1Text(address: number, length: number): string {
  const text = allocateString(length, false);
  for (let i = 0; i < length; i++) {
    setByteUnit(text, i, load8(address + i));
  }
  return finishString(text);
}

/** The bytes up to the first zero. */
export function zeroLength(address: number): number {
  let at = address;
  while (load8(at) !== 0) {
    at++;
  }
  return at - address;
}
