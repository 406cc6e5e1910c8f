import { reserveSpace, state, stop, wordSize } from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";

/** Bytes of a root, in both word sizes: it may be a reference or a value. */
export const rootSize = 8;

/** An object in a frame of the program: it is no collector's, but its fields are roots. */
export function isLocalObject(word: number): boolean {
  return word > state.stackLimit && word < state.stackStart;
}

const mebibyte = 1024 * 1024;

/**
 * Makes room for the roots that woven code saves; for a collector's `initialize`. There is many times more
 * than a machine stack of the usual 8 MiB can save, as only what is touched costs memory.
 */
export function initializeShadowStack(): void {
  const bytes = wordSize() === 8 ? 256 * mebibyte : 64 * mebibyte;
  const stack = reserveSpace(bytes);
  if (stack === 0) stop(outOfMemoryStop, "no memory for the shadow stack");
  state.rootBase = stack;
  state.rootTop = stack;
  state.rootLimit = stack + bytes;
}
