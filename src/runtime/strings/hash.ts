import { isWide, setStringHash, stringHash } from "../../memory/string-primitives.ts";
import { flat, unitOf } from "./flat.ts";

/**
 * 32 bits that equal strings share, never 0 (Fowler, Noll, Vo: FNV-1a over units, and a last mix). The string remembers
 * them.
 */
export function hash(text: string): number {
  const source = flat(text);
  const known = stringHash(source);
  if (known !== 0) return known;
  const wide = isWide(source);
  let bits = 0x811c9dc5 | 0;
  for (let i = 0; i < source.length; i++) {
    bits = Math.imul(bits ^ unitOf(source, wide, i), 0x01000193);
  }
  bits ^= bits >>> 15;
  const mixed = bits === 0 ? 1 : bits >>> 0;
  setStringHash(source, mixed);
  return mixed;
}
