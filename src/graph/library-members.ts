import type { ClassInfo } from "./program.ts";
import { hasNullPrototype } from "./well-known.ts";

const prototypes: Readonly<Record<string, object>> = {
  string: String.prototype,
  number: Number.prototype,
  boolean: Boolean.prototype,
  bigint: BigInt.prototype,
  symbol: Symbol.prototype,
  array: Array.prototype,
};

/** The array that a tag gets of its template has its texts as they are written, too. */
const textsOfTag = "raw";

/** True if JavaScript's strings, numbers, booleans or arrays have a member of that name, supported or not. */
export function hasLibraryMember(kind: string, name: string): boolean {
  if (kind === "array" && name === textsOfTag) return true;
  const found = prototypes[kind];
  return found !== undefined && name in found;
}

/**
 * A property that no class of the program declares is undefined, unless the library gives it to objects of this kind;
 * what it gives without being supported is refused, or stops.
 */
export function inheritsLibraryMember(
  { kind, displayName }: Pick<ClassInfo, "kind" | "displayName">,
  isError: boolean,
  name: string,
): boolean {
  if (hasNullPrototype({ displayName })) return false;
  if (kind === "array") return name in Array.prototype || name === textsOfTag;
  if (kind === "closure") return name in Function.prototype || name === "prototype";
  return name in Object.prototype || (isError && (name === "cause" || name === "stack"));
}
