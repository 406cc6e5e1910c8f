import { byteUnit, isWide, setStringHash, stringHash, wideUnit } from "../../memory/string-primitives.ts";
import { flat } from "./flat.ts";

/**
 * 32 bits that equal strings share, never 0 (Fowler, Noll, Vo: FNV-1a over units, and a last mix). The string remembers
 * them.
 */
export function hash(text: string): number {
  const source = flat(text);
  const known = stringHash(source);
  if (known !== 0) return known;
  const length = source.length;
  let bits = 0x811c9dc5 | 0;
  if (isWide(source)) {
    for (let i = 0; i < length; i++) {
      bits = Math.imul(bits ^ wideUnit(source, i), 0x01000193);
    }
  } else {
    for (let i = 0; i < length; i++) {
      bits = Math.imul(bits ^ byteUnit(source, i), 0x01000193);
    }
  }
  bits ^= bits >>> 15;
  const mixed = bits === 0 ? 1 : bits >>> 0;
  setStringHash(source, mixed);
  return mixed;
}
