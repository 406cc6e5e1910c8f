/**
 * The finite lattice of the first fixpoint: which kinds of values reach a slot, as bits, beside a set of classes.
 * `true` and `false` are kinds of their own, so that branches that no value takes stay unreached.
 */
export const bit = {
  undefined: 1,
  /**
   * The undefined of an out-of-range read or of a hole. Tests see it as undefined; any other use of it stops, so it
   * makes no arithmetic NaN.
   */
  absent: 2,
  null: 4,
  true: 8,
  false: 16,
  string: 32,
  number: 64,
} as const;

export const anyUndefined = bit.undefined | bit.absent;
export const nullish = anyUndefined | bit.null;
export const anyBoolean = bit.true | bit.false;
/** What arithmetic takes without a conversion that runs code: everything but strings, objects and stops. */
export const numberLike = bit.number | anyBoolean | bit.undefined | bit.null;

/** True if the kinds need the representation `value`: two kinds of machine words meet. */
export function isUnion(bits: number, hasObjects: boolean): boolean {
  const heap = hasObjects || (bits & bit.string) !== 0 ? 1 : 0;
  return heap + ((bits & bit.number) !== 0 ? 1 : 0) + ((bits & anyBoolean) !== 0 ? 1 : 0) > 1;
}

/** The kinds in words, for messages. */
export function describeKinds(bits: number): string[] {
  const words: string[] = [];
  if (bits & bit.number) words.push("a number");
  if (bits & bit.string) words.push("a string");
  if (bits & anyBoolean) words.push("a boolean");
  if (bits & anyUndefined) words.push("undefined");
  if (bits & bit.null) words.push("null");
  return words;
}
