// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/** Texts as bytes: TextEncoder and TextDecoder for UTF-8, atob and btoa. */
import { stop } from "../../memory/memory.ts";
import { unsupportedStop } from "../../source/stop-codes.ts";
import { base64Digits, base64Group } from "./base64.ts";

export class TextEncoder {
  get encoding(): string {
    return "utf-8";
  }

  encode(given?: string): Uint8Array {
    const text = given === undefined ? "" : `${given}`;
    const bytes = new Uint8Array(text.length * 3);
    return bytes.slice(0, encodeInto(text, bytes).written);
  }

  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
    return encodeInto(text, bytes);
  }
}

/** As many whole characters as there is room for. */
function encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
  let at = 0;
  let read = 0;
  while (read < text.length) {
    const found = text.codePointAt(read) ?? 0;
    const point = found >= 0xd800 && found <= 0xdfff ? 0xfffd : found;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (at + size > bytes.length) break;
    if (size === 1) {
      bytes[at] = point;
    } else {
      bytes[at] = (size === 2 ? 0xc0 : size === 3 ? 0xe0 : 0xf0) | (point >> (6 * (size - 1)));
      for (let i = 1; i < size; i++) bytes[at + i] = 0x80 | ((point >> (6 * (size - 1 - i))) & 63);
    }
    at += size;
    read += point > 0xffff ? 2 : 1;
  }
  return { read, written: at };
}

export class TextDecoder {
  readonly "##fatal": boolean;
  readonly "##keepsMark": boolean;

  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) {
    const name = label === undefined ? "utf-8" : `${label}`.trim().toLowerCase();
    if (name !== "utf-8" && name !== "utf8")
      stop(unsupportedStop, "a TextDecoder for another encoding than UTF-8");
    this["##fatal"] = options?.fatal === true;
    this["##keepsMark"] = options?.ignoreBOM === true;
  }

  get encoding(): string {
    return "utf-8";
  }

  get fatal(): boolean {
    return this["##fatal"];
  }

  get ignoreBOM(): boolean {
    return this["##keepsMark"];
  }

  decode(given?: Uint8Array | ArrayBuffer): string {
    if (given === undefined) return "";
    const bytes = given instanceof ArrayBuffer ? new Uint8Array(given) : given;
    const text = this["##text"](bytes);
    return !this["##keepsMark"] && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }

  "##text"(bytes: Uint8Array): string {
    let text = "";
    let at = 0;
    while (at < bytes.length) {
      const first = bytes[at]!;
      at++;
      if (first < 0x80) {
        text += String.fromCharCode(first);
        continue;
      }
      const more = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let point = first & (0x3f >> more);
      let left = more;
      // The second byte excludes longer forms than needed, surrogates, and what is above U+10FFFF.
      let low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
      let high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
      while (left > 0 && at < bytes.length && bytes[at]! >= low && bytes[at]! <= high) {
        point = point * 64 + (bytes[at]! & 63);
        at++;
        left--;
        low = 0x80;
        high = 0xbf;
      }
      const isGood = more > 0 && left === 0;
      if (!isGood && this["##fatal"])
        throw new TypeError("The encoded data was not valid for encoding utf-8");
      text += String.fromCodePoint(isGood ? point : 0xfffd);
    }
    return text;
  }
}

export function btoa(given: string): string {
  const text = `${given}`;
  let result = "";
  for (let i = 0; i < text.length; i += 3) {
    const left = text.length - i;
    const first = text.charCodeAt(i);
    const second = left > 1 ? text.charCodeAt(i + 1) : 0;
    const third = left > 2 ? text.charCodeAt(i + 2) : 0;
    if (first > 255 || second > 255 || third > 255) fail("Invalid character");
    result += base64Group(first, second, third, Math.min(left, 3));
  }
  return result;
}

export function atob(given: string): string {
  let text = "";
  for (const one of `${given}`) if (!" \t\n\f\r".includes(one)) text += one;
  if (text.length % 4 === 0 && text.endsWith("=")) text = text.slice(0, text.endsWith("==") ? -2 : -1);
  for (let i = 0; i < text.length; i++) if (!base64Digits.includes(text.charAt(i))) fail("Invalid character");
  if (text.length % 4 === 1) fail("The string to be decoded is not correctly encoded.");
  let result = "";
  let bits = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    bits = ((bits << 6) | base64Digits.indexOf(text.charAt(i))) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      result += String.fromCharCode((bits >> count) & 255);
    }
  }
  return result;
}

/** Node's is a DOMException: what programs look at is its name and message. */
function fail(message: string): never {
  const error = new Error(message);
  error.name = "InvalidCharacterError";
  throw error;
}
