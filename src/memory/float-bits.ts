/**
 * The words of a float. Each function is one machine operation in a translated program; the bodies below are
 * what Node runs.
 */

const doubles = new Float64Array(1);
const words = new Int32Array(doubles.buffer);

// Only the sign bit of -0 is set: it tells which of the words is the high one on this machine.
doubles[0] = -0.0;
const high = words[0] === 0 ? 1 : 0;
const low = 1 - high;

/** Sign, exponent and the upper 20 bits of the mantissa, as a signed 32-bit integer. */
export function highWord(x: number): number {
  doubles[0] = x;
  return words[high]!;
}

/** The lower 32 bits of the mantissa, as an unsigned 32-bit integer. */
export function lowWord(x: number): number {
  doubles[0] = x;
  return words[low]! >>> 0;
}

/** The float of two words; of each integer the lower 32 bits count, signed or not. */
export function fromWords(highBits: number, lowBits: number): number {
  words[high] = highBits;
  words[low] = lowBits;
  return doubles[0]!;
}

/** x rounded to a 32-bit float. */
export function fround(x: number): number {
  return Math.fround(x);
}
