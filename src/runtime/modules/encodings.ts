/** Bytes outside the heap as texts, and texts as bytes. */
import { decodeText, encodedLength, encodeText, latin1Text } from "../../memory/host-services.ts";
import { allocateBytes, load8, store8 } from "../../memory/memory.ts";
import { base64Digits, base64Group } from "./base64.ts";

/** The name under which an encoding is known here; undefined if Node has none of that name. */
export function encodingNamed(name: string): string | undefined {
  switch (name.toLowerCase()) {
    case "utf8":
    case "utf-8":
      return "utf8";
    case "latin1":
    case "binary":
      return "latin1";
    case "ascii":
      return "ascii";
    case "hex":
      return "hex";
    case "base64":
      return "base64";
    default:
      return undefined;
  }
}

/** A known encoding; Node's error for any other. */
export function checkedEncoding(encoding: string | undefined | null): string {
  if (encoding === undefined || encoding === null) return "utf8";
  const known = encodingNamed(encoding);
  if (known === undefined) throw new TypeError(`Unknown encoding: ${encoding}`);
  return known;
}

/** The text of bytes; `encoding` is a name that `encodingNamed` gave. */
export function textOfBytes(address: number, length: number, encoding: string): string {
  if (encoding === "utf8") return decodeText(address, length);
  if (encoding === "latin1") return latin1Text(address, length);
  let text = "";
  if (encoding === "ascii") {
    for (let i = 0; i < length; i++) text += String.fromCharCode(load8(address + i) & 127);
  } else if (encoding === "hex") {
    for (let i = 0; i < length; i++)
      text += load8(address + i)
        .toString(16)
        .padStart(2, "0");
  } else {
    for (let i = 0; i < length; i += 3) {
      const rest = length - i;
      const second = rest > 1 ? load8(address + i + 1) : 0;
      const third = rest > 2 ? load8(address + i + 2) : 0;
      text += base64Group(load8(address + i), second, third, Math.min(rest, 3));
    }
  }
  return text;
}

// How many bytes the last `bytesOfText` made.
let lastLength = 0;

export function bytesLength(): number {
  return lastLength;
}

/** The bytes of a text in memory that the caller frees. */
export function bytesOfText(text: string, encoding: string): number {
  if (encoding === "utf8") {
    const address = encodeText(text);
    lastLength = encodedLength();
    return address;
  }
  const address = allocateBytes(text.length + 1);
  lastLength = text.length;
  if (encoding === "latin1" || encoding === "ascii") {
    for (let i = 0; i < text.length; i++) store8(address + i, text.charCodeAt(i) & 255);
  } else if (encoding === "hex") {
    lastLength = 0;
    for (let i = 0; i + 1 < text.length; i += 2) {
      const byte = Number.parseInt(text.slice(i, i + 2), 16);
      if (!(byte >= 0 && byte <= 255)) break;
      store8(address + lastLength++, byte | 0);
    }
  } else {
    putBase64(address, text);
  }
  return address;
}

function putBase64(address: number, text: string): void {
  let bits = 0;
  let count = 0;
  lastLength = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    const digit = base64Digits.indexOf(letter === "-" ? "+" : letter === "_" ? "/" : letter);
    if (letter === "=") break;
    if (digit < 0) continue;
    bits = ((bits << 6) | digit) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      store8(address + lastLength++, (bits >> count) & 255);
    }
  }
}
