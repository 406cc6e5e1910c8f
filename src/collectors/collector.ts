/**
 * What the translator knows of a collector. The weaver reads the traits and nothing else: it never asks
 * for a name.
 */
export interface Collector {
  /** As in `--gc=NAME`. */
  readonly name: string;
  readonly traits: CollectorTraits;
  /** The algorithm, a module in restricted TypeScript; a collector that is a library has none. */
  readonly runtime?: URL;
}

/** A collector from outside of the package, as the file describes it that `--gc=FILE` names. */
export interface OwnCollector {
  readonly name: string;
  readonly traits: CollectorTraits;
  /** The algorithm: a file runtime.ts, relative to the description. */
  readonly runtime: string;
}

export interface CollectorTraits {
  /** An object may stand elsewhere after each call that can collect, so references are reloaded. */
  readonly moves: boolean;
  /**
   * What woven code does when it stores a reference into an object: nothing, or call `writeBarrier(object)` before,
   * for items of an array `writeBarrierItems(array, from, end)`; or tell where which reference goes, so that it can be
   * counted.
   */
  readonly writeBarrier: "none" | "before-store" | "counts";
  /**
   * Woven code takes new objects from [state.freePointer, state.limit) itself and calls `allocateSlow`
   * only when they do not fit; otherwise each allocation is a call.
   */
  readonly bumpAllocates: boolean;
  /** Where live references are saved around calls that can collect. */
  readonly roots: "shadow-stack" | "none";
  /** Whether an object can be kept where it is: it always stays, `pin(object)` sees to it, or no object stays. */
  readonly pins: "always" | "by-call" | "never";
  /**
   * Not every collection looks at all roots: frames that keep slots over a recursive call begin with a word that the
   * collector changes when it has seen them (graph/root-words.ts).
   */
  readonly stopsAtSeenFrames?: boolean;
  /** A collector that is linked in, instead of a runtime of our own. */
  readonly library?: CollectorLibrary;
  /**
   * An object that never moves may give its address for a hash; a conservative collector would take that
   * for a reference and hides it. Without the trait the hash is stored with the object.
   */
  readonly identityHash?: "address" | "address-complement";
}

export interface CollectorLibrary {
  /** As in `-lNAME`. */
  readonly name: string;
  readonly header: string;
  /** For the message when it is missing. */
  readonly debianPackage: string;
  readonly initialize: string;
  readonly allocate: string;
  /** For objects in which no reference can stand. */
  readonly allocateWithoutPointers: string;
  readonly collect: string;
}

/**
 * What a runtime module exports. It is called in this way:
 *
 * - `initialize()` once before everything, and sets every variable of the module. It reads heapMinimum,
 *   heapMaximum and gcStress from `state`, sets `freePointer` and `limit`, and with `roots:
 *   "shadow-stack"` also `rootBase`, `rootTop`, `rootLimit`.
 * - `allocateSlow(typeId, size)` when an object of `size` bytes, a multiple of 8, does not end below
 *   `limit`. It may collect, and returns the address of the memory, aligned to 8 and not zeroed. The
 *   caller then declares the object to the simulator and writes the header: type id, and 0 for the
 *   collector's word. When there is no memory it does not return.
 * - `collect()` does a full collection.
 * - `writeBarrier(object)` and `writeBarrierItems(array, from, end)` where the traits ask for it. They may not collect,
 *   and are always inlined, the first with all that it calls: best a look at the header, and little in the rare case.
 * - `countReference(slot, word)`, `countValue(slot, word)`, `countFirst(word)`, `countCopy(target, to, source, from, count)`
 *   and `countClear(array, from, count)` where the traits ask for counts: before a reference or a value, whose bits are
 *   `word`, goes into a slot, into one that has held nothing yet, and before items are copied or cleared. They may not
 *   collect.
 * - `pin(object)` where the traits say so: from now on the object stays where it is, or the result is false. It may
 *   collect first.
 * - `identityHash(object)` where the traits have no `identityHash`: a number that stays with the object for life. It
 *   may not collect; parts/identity-hash.ts has one that keeps it in the header.
 *
 * Roots are all 8-byte slots from `rootBase` up to `rootTop`, and each slot that the table at
 * `staticRoots` leads to. A slot has 8 bytes in both word sizes and holds a reference or a `value`.
 */
export interface CollectorRuntime {
  initialize(): void;
  allocateSlow(typeId: number, size: number): number;
  collect(): void;
  writeBarrier?(object: number): void;
  writeBarrierItems?(array: number, from: number, end: number): void;
  countReference?(slot: number, word: number): void;
  countValue?(slot: number, word: number): void;
  countFirst?(word: number): void;
  countCopy?(target: number, to: number, source: number, from: number, count: number): void;
  countClear?(array: number, from: number, count: number): void;
  pin?(object: number): boolean;
  identityHash?(object: number): number;
}

/**
 * The source of a module beside the one with `url`. Our own modules run from `dist/src`, but what is
 * translated is always TypeScript, in `src`.
 */
export function runtimeBeside(url: string, file: string): URL {
  const source = new URL(file, url);
  source.pathname = source.pathname.replace(/\/dist\/src\/(?!.*\/dist\/src\/)/, "/src/");
  return source;
}
