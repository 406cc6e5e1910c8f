/** Waiting, as the event loop of translated programs does it. */

/** Does nothing for that many milliseconds. */
export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
