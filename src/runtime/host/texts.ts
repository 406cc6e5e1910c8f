/* Texts on their way to the operating system and back. */
import { allocateBytes, load8, store8 } from "../../memory/memory.ts";
import {
  allocateString,
  byteUnit,
  finishString,
  isWide,
  setByteUnit,
  wideUnit,
} from "../../memory/string-primitives.ts";
import { flat } from "../strings/flat.ts";

let lastLength = 0;

/** The text as UTF-8 and a zero byte, in memory that the caller frees; a surrogate alone becomes U+FFFD. */
export function encodeText(given: string): number {
  const text = flat(given);
  const { length } = text;
  const wide = isWide(text);
  const address = allocateBytes((wide ? 3 : 2) * length + 1);
  let at = address;
  for (let i = 0; i < length; i++) {
    let point = wide ? wideUnit(text, i) : byteUnit(text, i);
    if (point >= 0xd800 && point <= 0xdfff) {
      point = pairAt(text, i, length);
      if (point > 0xffff) {
        i++;
      }
    }
    at = put(at, point);
  }
  store8(at, 0);
  lastLength = at - address;
  return address;
}

function pairAt(text: string, at: number, length: number): number {
  const first = wideUnit(text, at);
  if (first <= 0xdbff && at + 1 < length) {
    const second = wideUnit(text, at + 1);
    if (second >= 0xdc00 && second <= 0xdfff) {
      return 0x10000 + (first - 0xd800) * 1024 + (second - 0xdc00);
    }
  }
  return 0xfffd;
}

/** Writes a code point and gives the address after it. */
function put(at: number, point: number): number {
  if (point < 0x80) {
    store8(at, point);
    return at + 1;
  }
  if (point < 0x800) {
    store8(at, 0xc0 + (point >> 6));
    store8(at + 1, 0x80 + (point & 63));
    return at + 2;
  }
  if (point < 0x10000) {
    store8(at, 0xe0 + (point >> 12));
    store8(at + 1, 0x80 + ((point >> 6) & 63));
    store8(at + 2, 0x80 + (point & 63));
    return at + 3;
  }
  store8(at, 0xf0 + (point >> 18));
  store8(at + 1, 0x80 + ((point >> 12) & 63));
  store8(at + 2, 0x80 + ((point >> 6) & 63));
  store8(at + 3, 0x80 + (point & 63));
  return at + 4;
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
