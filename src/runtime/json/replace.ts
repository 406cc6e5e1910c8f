/**
 * Calls the replacer of JSON.stringify. A program that passes one has a function of its own in place of this one, which
 * knows what the replacer takes (lower/json.ts).
 */
export function replace(_replacer: unknown, _holder: unknown, _key: string, value: unknown): unknown {
  return value;
}
