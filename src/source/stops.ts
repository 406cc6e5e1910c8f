import {
  integerRangeStop,
  internalStop,
  outOfMemoryStop,
  outOfRangeReadStop,
  outOfRangeWriteStop,
  unsupportedStop,
} from "./stop-codes.ts";

export interface Stop {
  readonly exitCode: number;
  /** What standard error shows, before any details. */
  readonly sentence: string;
}

/** Every way in which a translated program ends where Node would have gone on. None can be caught. */
export const stops = {
  outOfMemory: {
    exitCode: outOfMemoryStop,
    sentence: "out of memory",
  },
  integerRange: {
    exitCode: integerRangeStop,
    sentence:
      "an integer left the range of ±(2^53-1); start the variable with a float, as in `0.0`, if it may grow so far",
  },
  outOfRangeRead: {
    exitCode: outOfRangeReadStop,
    sentence: "a read beyond the end gave `undefined` where the program needs a value",
  },
  outOfRangeWrite: {
    exitCode: outOfRangeWriteStop,
    sentence: "a write before the start or far beyond the end of an array that has no holes elsewhere",
  },
  unsupported: {
    exitCode: unsupportedStop,
    sentence: "this is not supported yet",
  },
  internal: {
    exitCode: internalStop,
    sentence: "internal fault of Heddle, not of the program",
  },
} as const satisfies Record<string, Stop>;

export type StopName = keyof typeof stops;
