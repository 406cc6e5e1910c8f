/**
 * Sizes of cells: every 8 bytes up to 256, then eight to each doubling, so that a cell is at most an eighth too big.
 *
 *   16 24 32 … 256 | 288 320 … 512 | 576 640 … 1024 | … 8192
 */

export const smallestCell = 16;
/** Objects above this size get blocks of their own. */
export const largestCell = 8192;

export const sizeClassCount = 71;

const fineClasses = 31;

/** The class of objects of `size` bytes: a multiple of 8 from `smallestCell` to `largestCell`. */
export function sizeClassOf(size: number): number {
  if (size <= 256) return (size >>> 3) - 2;
  const last = size - 1;
  const power = 31 - Math.clz32(last);
  return fineClasses + ((power - 8) << 3) + ((last >>> (power - 3)) & 7);
}

/** Bytes of the cells of a class. */
export function cellBytes(sizeClass: number): number {
  if (sizeClass < fineClasses) return (sizeClass + 2) << 3;
  const index = sizeClass - fineClasses;
  return (9 + (index & 7)) << (5 + (index >>> 3));
}
