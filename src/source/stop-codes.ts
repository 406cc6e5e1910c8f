/**
 * Exit codes of the stops that no program can catch; `stops.ts` has their sentences.
 *
 * Constants and nothing else: collectors and run-time, in restricted TypeScript, import this file as it is.
 */
export const outOfMemoryStop = 77;
export const integerRangeStop = 78;
export const outOfRangeReadStop = 79;
export const outOfRangeWriteStop = 80;
export const unsupportedStop = 81;
export const internalStop = 70;
