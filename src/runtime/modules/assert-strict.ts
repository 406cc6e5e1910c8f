// biome-ignore-all lint/suspicious/noImportCycles: a module is its own default export, and has `strict`.
/** `assert/strict`: equality is strict under every name. */
export {
  AssertionError,
  assert,
  deepStrictEqual,
  deepStrictEqual as deepEqual,
  doesNotReject,
  doesNotThrow,
  fail,
  ifError,
  notDeepStrictEqual,
  notDeepStrictEqual as notDeepEqual,
  notStrictEqual,
  notStrictEqual as notEqual,
  ok,
  rejects,
  strictEqual,
  strictEqual as equal,
  throws,
} from "./assert.ts";
export * as default from "./assert-strict.ts";
export * as strict from "./assert-strict.ts";
