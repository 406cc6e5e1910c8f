/**
 * What a program can see of itself while it runs (native/profile.c). There is nothing of the kind on Node: profilers and
 * pictures of the heap are in translated programs only.
 */
function absent(name: string): never {
  throw new Error(`${name} is only there in translated programs`);
}

/** The address of a table that backend/c/tables.ts wrote: 0 types, 1 functions, 2 places. */
export function table(_which: number): number {
  return absent("table");
}

/** Where the frame of the calling function is: two words, the caller's frame and the address to return to. */
export function frameAddress(): number {
  return absent("frameAddress");
}

/** From now on SIGUSR2 asks for a picture of the heap: `state.pictureAsked`. */
export function catchSignal(): void {
  absent("catchSignal");
}

/** Writes a picture of the heap; 0 where the file cannot be written or the collector knows no roots. */
export function dumpHeap(_file: number): number {
  return absent("dumpHeap");
}

/** From now on the sampler hears of each so many microseconds of processor time; 0: no more. */
export function startTimer(_microseconds: number): void {
  absent("startTimer");
}
