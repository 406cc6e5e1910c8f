import { reserveSpace, state, stop } from "../../memory/memory.ts";
import { outOfMemoryStop } from "../../source/stop-codes.ts";

/** Bytes of a root, in both word sizes: it may be a reference or a value. */
export const rootSize = 8;

/** More than a machine stack of 64 MiB can save; memory is used only as far as it is touched. */
const shadowStackBytes = 64 * 1024 * 1024;

/** Makes room for the roots that woven code saves; for a collector's `initialize`. */
export function initializeShadowStack(): void {
  const stack = reserveSpace(shadowStackBytes);
  if (stack === 0) stop(outOfMemoryStop, "no memory for the shadow stack");
  state.rootBase = stack;
  state.rootTop = stack;
  state.rootLimit = stack + shadowStackBytes;
}
