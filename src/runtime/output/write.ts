import { allocateBytes, store8 } from "../../memory/memory.ts";
import { byteUnit, isWide, wideUnit } from "../../memory/string-primitives.ts";
import { write } from "../../memory/system-services.ts";
import { flat } from "../strings/flat.ts";

const bufferSize = 4096;
let buffer = 0;

/** Writes a string to a file as UTF-8: 1 is standard output, 2 standard error. */
export function writeText(file: number, text: string): void {
  if (buffer === 0) {
    buffer = allocateBytes(bufferSize);
  }
  const whole = flat(text);
  const length = whole.length;
  const wide = isWide(whole);
  let used = 0;
  for (let i = 0; i < length; i++) {
    if (used > bufferSize - 4) {
      write(file, buffer, used);
      used = 0;
    }
    let point = wide ? wideUnit(whole, i) : byteUnit(whole, i);
    if (point >= 0xd800 && point <= 0xdfff) {
      point = codePoint(whole, i, length);
      if (point > 0xffff) {
        i++;
      }
    }
    used = putCodePoint(used, point);
  }
  if (used > 0) {
    write(file, buffer, used);
  }
}

/** The code point at a surrogate; alone it prints as U+FFFD. */
function codePoint(text: string, at: number, length: number): number {
  const first = wideUnit(text, at);
  if (first <= 0xdbff && at + 1 < length) {
    const second = wideUnit(text, at + 1);
    if (second >= 0xdc00 && second <= 0xdfff) {
      return 0x10000 + (first - 0xd800) * 1024 + (second - 0xdc00);
    }
  }
  return 0xfffd;
}

function putCodePoint(used: number, point: number): number {
  const at = buffer + used;
  if (point < 0x80) {
    store8(at, point);
    return used + 1;
  }
  if (point < 0x800) {
    store8(at, 0xc0 + (point >> 6));
    store8(at + 1, 0x80 + (point & 63));
    return used + 2;
  }
  if (point < 0x10000) {
    store8(at, 0xe0 + (point >> 12));
    store8(at + 1, 0x80 + ((point >> 6) & 63));
    store8(at + 2, 0x80 + (point & 63));
    return used + 3;
  }
  store8(at, 0xf0 + (point >> 18));
  store8(at + 1, 0x80 + ((point >> 12) & 63));
  store8(at + 2, 0x80 + ((point >> 6) & 63));
  store8(at + 3, 0x80 + (point & 63));
  return used + 4;
}
