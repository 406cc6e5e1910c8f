/* Files and settings for code that must not touch the heap: names are addresses of texts that end with a zero byte. */
import {
  closeFile,
  environmentText,
  openFile,
  readFile,
  statPath,
  writeFile,
  zeroLength,
} from "../../memory/host-services.ts";
import { allocateBytes, freeBytes, load8, loadInt64, store8 } from "../../memory/memory.ts";
import { byteUnit } from "../../memory/string-primitives.ts";
import { write } from "../../memory/system-services.ts";

/** True if the bytes begin with a text of ASCII. */
export function startsWith(address: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (load8(address + i) !== byteUnit(text, i)) return false;
  return true;
}

export function endsWith(address: number, text: string): boolean {
  const length = zeroLength(address);
  return length >= text.length && startsWith(address + length - text.length, text);
}

/** Behind the `NAME=` of a variable of the environment, 0 if it is not set or empty. */
export function setting(name: string): number {
  for (let i = 0; ; i++) {
    const one = environmentText(i);
    if (one === 0) return 0;
    if (startsWith(one, name)) return load8(one + name.length) === 0 ? 0 : one + name.length;
  }
}

/** A text of ASCII with a zero byte, in memory that the caller frees. */
export function zeroText(text: string): number {
  const address = allocateBytes(text.length + 1);
  for (let i = 0; i < text.length; i++) store8(address + i, byteUnit(text, i));
  store8(address + text.length, 0);
  return address;
}

/** Bytes that the last `readWhole` gave. */
let lastSize = 0;

export function wholeSize(): number {
  return lastSize;
}

/** All bytes of a file, in memory that the caller frees; 0 if it cannot be read. */
export function readWhole(name: number): number {
  const words = allocateBytes(16 * 8);
  const found = statPath(name, 0, 1, words);
  const size = loadInt64(words + 8);
  freeBytes(words);
  const file = found < 0 ? found : openFile(name, 0, 0);
  if (file < 0) return 0;
  const address = allocateBytes(size + 1);
  let got = 0;
  while (got < size) {
    const n = readFile(file, address + got, size - got);
    if (n <= 0) break;
    got += n;
  }
  closeFile(file);
  lastSize = got;
  return address;
}

/** 1 writes from the start, 2 appends; false if that failed. */
export function writeWhole(name: number, how: number, address: number, size: number): boolean {
  const file = openFile(name, how, 438);
  if (file < 0) return false;
  let done = 0;
  while (done < size) {
    const n = writeFile(file, address + done, size - done);
    if (n <= 0) break;
    done += n;
  }
  closeFile(file);
  return done === size;
}

/** A line of ASCII about a file to standard error. */
export function complain(before: string, name: number, after: string): void {
  tell(zeroText("heddle: "));
  tell(zeroText(before));
  tell(name);
  tell(zeroText(after));
  tell(zeroText("\n"));
}

function tell(text: number): void {
  write(2, text, zeroLength(text));
}
