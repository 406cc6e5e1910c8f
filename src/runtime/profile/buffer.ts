/* Bytes in memory of their own, growing at the end or flowing into a file. Nothing here touches the heap. */
import { closeFile, openFile, writeFile } from "../../memory/host-services.ts";
import { allocateBytes, copyBytes, freeBytes, load8, store8 } from "../../memory/memory.ts";
import { byteUnit } from "../../memory/string-primitives.ts";

let start = 0;
let used = 0;
let room = 0;
/** Where the bytes go whenever there is no room left; -1: nowhere, they become more. */
let file = -1;
let failed = false;

/** What follows goes into a file, whose name ends with a zero byte; false if it cannot be written. */
export function beginFile(name: number): boolean {
  file = openFile(name, 1, 438);
  failed = false;
  if (file < 0) return false;
  room = 1048576;
  start = allocateBytes(room);
  used = 0;
  return true;
}

/** False if something could not be written. */
export function endFile(): boolean {
  flush();
  closeFile(file);
  file = -1;
  freeBytes(start);
  return !failed;
}

function flush(): void {
  let done = 0;
  while (done < used && !failed) {
    const n = writeFile(file, start + done, used - done);
    if (n > 0) done += n;
    else failed = true;
  }
  used = 0;
}

export function beginBytes(): void {
  room = 65536;
  start = allocateBytes(room);
  used = 0;
}

export function bytesStart(): number {
  return start;
}

export function bytesUsed(): number {
  return used;
}

export function putByte(byte: number): void {
  if (used === room && file >= 0) flush();
  if (used === room) {
    const larger = allocateBytes(room * 2);
    copyBytes(larger, start, used);
    freeBytes(start);
    start = larger;
    room = room * 2;
  }
  store8(start + used, byte);
  used += 1;
}

/** Writes a byte again that stands there already. */
export function setByte(at: number, byte: number): void {
  store8(start + at, byte);
}

/** A text of ASCII. */
export function putText(text: string): void {
  for (let i = 0; i < text.length; i++) putByte(byteUnit(text, i));
}

export function putBytes(address: number, count: number): void {
  for (let i = 0; i < count; i++) putByte(load8(address + i));
}

/** A whole number that is not negative, in decimal digits. */
export function putNumber(n: number): void {
  if (n >= 10) putNumber(Math.floor(n / 10));
  putByte(48 + (n % 10));
}

/** Little endian. */
export function put32(n: number): void {
  putByte(n & 255);
  putByte((n >> 8) & 255);
  putByte((n >> 16) & 255);
  putByte((n >>> 24) & 255);
}

/** UTF-8 within the quotes of JSON. */
export function putQuoted(address: number, count: number): void {
  putByte(34);
  for (let i = 0; i < count; i++) {
    const byte = load8(address + i);
    if (byte < 32) {
      putText("\\u00");
      putByte(48 + (byte >> 4));
      putByte((byte & 15) < 10 ? 48 + (byte & 15) : 87 + (byte & 15));
    } else {
      if (byte === 34 || byte === 92) putByte(92);
      putByte(byte);
    }
  }
  putByte(34);
}
