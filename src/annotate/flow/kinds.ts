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
  bigint: 128,
  symbol: 256,
} as const;

export const anyUndefined = bit.undefined | bit.absent;
/** Kinds that are references, as objects are. */
export const anyReference = bit.string | bit.bigint | bit.symbol;
/** Values with a kind of their own that have methods: all but undefined and null. */
export const anyPrimitive = anyReference | bit.number | bit.true | bit.false;
export const nullish = anyUndefined | bit.null;
export const anyBoolean = bit.true | bit.false;
/** The same by the word that `typeof` gives. */
export const primitiveKinds = [
  ["string", bit.string],
  ["number", bit.number],
  ["boolean", anyBoolean],
  ["bigint", bit.bigint],
  ["symbol", bit.symbol],
] as const;
/** What arithmetic takes without a conversion that runs code: everything but strings, objects and stops. */
export const numberLike = bit.number | anyBoolean | bit.undefined | bit.null;

/** True if the kinds need the representation `value`: two kinds of machine words meet. */
export function isUnion(bits: number, hasObjects: boolean): boolean {
  const heap = hasObjects || (bits & anyReference) !== 0 ? 1 : 0;
  return heap + ((bits & bit.number) !== 0 ? 1 : 0) + ((bits & anyBoolean) !== 0 ? 1 : 0) > 1;
}

/** Everything of which ToNumber makes a number. */
export const convertible = numberLike | bit.absent | bit.string;

/** The kinds in words, for messages. */
export function describeKinds(bits: number): string[] {
  const words: string[] = [];
  if (bits & bit.number) words.push("a number");
  if (bits & bit.string) words.push("a string");
  if (bits & bit.bigint) words.push("a BigInt");
  if (bits & bit.symbol) words.push("a symbol");
  if (bits & anyBoolean) words.push("a boolean");
  if (bits & anyUndefined) words.push("undefined");
  if (bits & bit.null) words.push("null");
  return words;
}
