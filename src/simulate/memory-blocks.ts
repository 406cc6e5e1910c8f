import type { MemoryAreas } from "./memory-areas.ts";
import { bytes, hex, MemoryError } from "./memory-error.ts";
import { explainAccess } from "./memory-explain.ts";
import {
  allocated,
  initialised,
  initialised4,
  objectStart,
  type Page,
  pageSize,
  writable4,
  writeMask4,
} from "./memory-pages.ts";

/** memmove: checks both ranges, and copies with each byte whether it was ever written. */
export function copyRange(areas: MemoryAreas, target: number, source: number, n: number): void {
  if (copyWords(areas, target, source, n)) return;
  checkRange(areas, "copy", "from", source, n);
  checkRange(areas, "copy", "to", target, n);
  const copied = new Uint8Array(n);
  const status = new Uint8Array(n);
  eachPart(areas, source, n, (page, at, length, done) => {
    copied.set(page.bytes.subarray(at, at + length), done);
    status.set(page.status.subarray(at, at + length), done);
  });
  eachPart(areas, target, n, (page, at, length, done) => {
    page.bytes.set(copied.subarray(done, done + length), at);
    for (let i = 0; i < length; i++) {
      page.status[at + i] = (page.status[at + i]! & ~initialised) | (status[done + i]! & initialised);
    }
  });
}

export function clearRange(areas: MemoryAreas, address: number, n: number): void {
  checkRange(areas, "clear", "at", address, n);
  eachPart(areas, address, n, (page, at, length) => {
    page.bytes.fill(0, at, at + length);
    for (let i = at; i < at + length; i++) page.status[i]! |= initialised;
  });
}

/**
 * The quick way for what collectors copy most: whole words, each range on one page, upwards. False if it
 * is another case or anything is wrong; a part may have been copied by then.
 */
function copyWords(areas: MemoryAreas, target: number, source: number, n: number): boolean {
  const from = areas.pageAt(source);
  const to = areas.pageAt(target);
  if (from === undefined || to === undefined || !(n > 0)) return false;
  const sourceAt = source - from.base;
  const targetAt = target - to.base;
  if (((sourceAt | targetAt | n) & 3) !== 0 || sourceAt + n > pageSize || targetAt + n > pageSize)
    return false;
  if (sourceAt !== (sourceAt & (pageSize - 1)) || targetAt !== (targetAt & (pageSize - 1))) return false;
  if (target > source && target < source + n) return false;
  let mask = writeMask4;
  for (let i = 0; i < n >> 2; i++) {
    const sourceStatus = from.status32[(sourceAt >> 2) + i]!;
    const targetStatus = to.status32[(targetAt >> 2) + i]!;
    if ((sourceStatus & mask) !== writable4 || (targetStatus & mask) !== writable4) return false;
    to.words[(targetAt >> 2) + i] = from.words[(sourceAt >> 2) + i]!;
    to.status32[(targetAt >> 2) + i] = (targetStatus & ~initialised4) | (sourceStatus & initialised4);
    mask = writeMask4 | objectStart;
  }
  return true;
}

function checkRange(areas: MemoryAreas, what: string, where: string, address: number, n: number): void {
  if (!(Number.isInteger(n) && n >= 0)) {
    throw new MemoryError(
      "bad-value",
      address,
      `${what} ${where} ${hex(address)}: ${n} is not a number of bytes`,
    );
  }
  for (let done = 0; done < n; ) {
    const page = areas.pageAt(address + done);
    if (page === undefined) explainAccess(areas, `${what} of ${bytes(n)} ${where}`, address, n);
    const at = address + done - page.base;
    const end = Math.min(at + n - done, pageSize);
    for (let i = at; i < end; i++) {
      const status = page.status[i] ?? 0;
      const crossing = (status & objectStart) !== 0 && (done > 0 || i > at);
      if ((status & allocated) === 0 || crossing) {
        explainAccess(areas, `${what} of ${bytes(n)} ${where}`, address, n);
      }
    }
    done += end - at;
  }
}

/** Calls `visit` for the part of a checked range that lies on each page. */
function eachPart(
  areas: MemoryAreas,
  address: number,
  n: number,
  visit: (page: Page, at: number, length: number, done: number) => void,
): void {
  for (let done = 0; done < n; ) {
    const page = areas.pageAt(address + done)!;
    const at = address + done - page.base;
    const length = Math.min(n - done, pageSize - at);
    visit(page, at, length, done);
    done += length;
  }
}
