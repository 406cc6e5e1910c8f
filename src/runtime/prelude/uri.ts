/** The global functions `encodeURI`, `encodeURIComponent`, `decodeURI` and `decodeURIComponent`. */
// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
import { URIError } from "./errors.ts";

const hexadecimal = "0123456789ABCDEF";
const unreservedMarks = "-_.!~*'()";
const reserved = ";/?:@&=+$,#";

export function encodeURIComponent(given: string | number | boolean): string {
  return encode(`${given}`, unreservedMarks);
}

export function encodeURI(given: string): string {
  return encode(`${given}`, unreservedMarks + reserved);
}

export function decodeURIComponent(given: string): string {
  return decode(`${given}`, "");
}

export function decodeURI(given: string): string {
  return decode(`${given}`, reserved);
}

function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function escaped(byte: number): string {
  return `%${hexadecimal.charAt(byte >> 4)}${hexadecimal.charAt(byte & 15)}`;
}

function encode(text: string, kept: string): string {
  let result = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isAlphanumeric(unit) || kept.includes(text.charAt(i))) {
      result += text.charAt(i);
    } else if (unit < 0x80) {
      result += escaped(unit);
    } else if (unit < 0x800) {
      result += escaped(0xc0 | (unit >> 6)) + escaped(0x80 | (unit & 63));
    } else if (unit < 0xd800 || unit > 0xdfff) {
      result +=
        escaped(0xe0 | (unit >> 12)) + escaped(0x80 | ((unit >> 6) & 63)) + escaped(0x80 | (unit & 63));
    } else {
      i++;
      const low = i < text.length ? text.charCodeAt(i) : 0;
      if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff) throw new URIError("URI malformed");
      const point = (unit - 0xd800) * 1024 + low - 0xdc00 + 0x10000;
      result += escaped(0xf0 | (point >> 18)) + escaped(0x80 | ((point >> 12) & 63));
      result += escaped(0x80 | ((point >> 6) & 63)) + escaped(0x80 | (point & 63));
    }
  }
  return result;
}

function digit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 70) return code - 55;
  if (code >= 97 && code <= 102) return code - 87;
  throw new URIError("URI malformed");
}

/** The byte that `%` and two digits at an index stand for. */
function byteAt(text: string, index: number): number {
  if (index + 2 >= text.length || text.charAt(index) !== "%") throw new URIError("URI malformed");
  return digit(text.charCodeAt(index + 1)) * 16 + digit(text.charCodeAt(index + 2));
}

function decode(text: string, kept: string): string {
  let result = "";
  let i = 0;
  while (i < text.length) {
    if (text.charAt(i) !== "%") {
      result += text.charAt(i);
      i++;
      continue;
    }
    const start = i;
    const first = byteAt(text, i);
    i += 3;
    if (first < 0x80) {
      const single = String.fromCharCode(first);
      result += kept.includes(single) ? text.slice(start, i) : single;
      continue;
    }
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc0 || first > 0xf7) throw new URIError("URI malformed");
    let point = first & (63 >> more);
    for (let j = 0; j < more; j++) {
      const byte = byteAt(text, i);
      if (byte >> 6 !== 2) throw new URIError("URI malformed");
      point = point * 64 + (byte & 63);
      i += 3;
    }
    const least = more === 1 ? 0x80 : more === 2 ? 0x800 : 0x10000;
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    if (point < least || point > 0x10ffff || isSurrogate) throw new URIError("URI malformed");
    result += String.fromCodePoint(point);
  }
  return result;
}
