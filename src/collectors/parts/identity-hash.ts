/**
 * Identity hashes for collectors that move objects: a number that an object gets when it is first asked for, kept in
 * the upper part of the collector's word of the header, which is copied with the object. The lower bits are the
 * collector's own.
 *
 * Hashes are given out in order, so that tables of objects hashed one after the other are filled one slot after the
 * other.
 */
import { collectorWordOffset, identityHashShift } from "../../graph/type-info-layout.ts";
import { load32, store32 } from "../../memory/memory.ts";

const largestHash = 0xffffffff >>> identityHashShift;

let lastHash = 0;

/** For a collector's `initialize`. */
export function initializeHashes(): void {
  lastHash = 0;
}

/** The hash of an object; never 0. */
export function storedHash(object: number): number {
  const word = load32(object + collectorWordOffset);
  const known = word >>> identityHashShift;
  if (known !== 0) return known;
  lastHash = lastHash >= largestHash ? 1 : lastHash + 1;
  store32(object + collectorWordOffset, (word | (lastHash << identityHashShift)) >>> 0);
  return lastHash;
}
