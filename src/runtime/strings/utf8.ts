import { load8 } from "../../memory/memory.ts";
import { allocateString, finishString, setByteUnit, setWideUnit } from "../../memory/string-primitives.ts";

// Where the code point that `codePointAt` read ends.
let after = 0;

/** The string of `length` bytes of UTF-8 at an address outside the heap; what is not UTF-8 reads as U+FFFD. */
export function decodeUtf8(address: number, length: number): string {
  const end = address + length;
  let units = 0;
  let wide = false;
  for (let at = address; at < end; at = after) {
    const point = codePointAt(at, end);
    units += point > 65535 ? 2 : 1;
    wide = wide || point > 255;
  }
  const made = allocateString(units, wide);
  let index = 0;
  for (let at = address; at < end; at = after) {
    const point = codePointAt(at, end);
    if (!wide) {
      setByteUnit(made, index++, point);
    } else if (point <= 65535) {
      setWideUnit(made, index++, point);
    } else {
      setWideUnit(made, index++, 0xd800 + ((point - 65536) >> 10));
      setWideUnit(made, index++, 0xdc00 + ((point - 65536) & 1023));
    }
  }
  return finishString(made);
}

/** One code point; of a bad sequence the longest part that could begin a good one counts as one (WHATWG). */
function codePointAt(start: number, end: number): number {
  const first = load8(start);
  let at = start + 1;
  after = at;
  if (first < 128) {
    return first;
  }
  if (first < 0xc2 || first > 0xf4) {
    return 0xfffd;
  }
  const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
  let point = first & (more === 1 ? 31 : more === 2 ? 15 : 7);
  for (let i = 0; i < more; i++) {
    if (at >= end) {
      return 0xfffd;
    }
    const next = load8(at);
    // The byte after these must exclude longer forms than needed, surrogates, and what is above U+10FFFF.
    const low = i > 0 ? 128 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 128;
    const high = i > 0 ? 191 : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 191;
    if (next < low || next > high) {
      return 0xfffd;
    }
    point = point * 64 + (next & 63);
    at++;
    after = at;
  }
  return point;
}
