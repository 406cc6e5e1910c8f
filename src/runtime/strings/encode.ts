/* Code points as UTF-8. */
import { store8 } from "../../memory/memory.ts";
import { byteUnit, isWide, wideUnit } from "../../memory/string-primitives.ts";

/** The code point at a place of a flat text; a surrogate alone is U+FFFD. Above 65535 it took two units. */
export function pointAt(text: string, at: number, length: number): number {
  if (!isWide(text)) {
    return byteUnit(text, at);
  }
  const first = wideUnit(text, at);
  if (first < 0xd800 || first > 0xdfff) {
    return first;
  }
  if (first <= 0xdbff && at + 1 < length) {
    const second = wideUnit(text, at + 1);
    if (second >= 0xdc00 && second <= 0xdfff) {
      return 0x10000 + (first - 0xd800) * 1024 + (second - 0xdc00);
    }
  }
  return 0xfffd;
}

/** Writes a code point, at most four bytes, and gives the address after it. */
export function putPoint(at: number, point: number): number {
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
