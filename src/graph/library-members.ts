import { wellKnownSymbols } from "./frames.ts";
import type { Graph } from "./graph.ts";
import type { ClassInfo } from "./program.ts";
import { hasNullPrototype } from "./well-known.ts";

const prototypes: Readonly<Record<string, object>> = {
  string: String.prototype,
  number: Number.prototype,
  boolean: Boolean.prototype,
  bigint: BigInt.prototype,
  symbol: Symbol.prototype,
  array: Array.prototype,
  closure: Function.prototype,
};

/** The array that a tag gets of its template has its texts as they are written, too. */
const textsOfTag = "raw";

/** True if JavaScript's strings, numbers, booleans or arrays have a member of that name, supported or not. */
export function hasLibraryMember(kind: string, name: string): boolean {
  if (kind === "array" && name === textsOfTag) return true;
  const found = prototypes[kind];
  return found !== undefined && keyOf(name) in found;
}

/** A member that goes by a symbol in JavaScript has a name of its own in graphs. */
function keyOf(name: string): string | symbol {
  return name === wellKnownSymbols.iterator ? Symbol.iterator : name;
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
  if (kind === "array") return hasLibraryMember(kind, name);
  if (kind === "closure") return name in Function.prototype || name === "prototype";
  return name in Object.prototype || (isError && (name === "cause" || name === "stack"));
}

/** A function that the library's objects inherit. */
export interface LibraryMethod {
  /** Its graph, where the program has it: those that it mentions. */
  readonly graph: string;
  /** `Array`, `Object`: whose `prototype` has it. */
  readonly owner: string;
  /** What calls of it say. */
  readonly name: string;
  readonly shown: string;
  readonly length: number;
}

/** Kinds of receivers that inherit each their own; all others are `object`. */
export const kindsOfReceivers: readonly string[] = [...Object.keys(prototypes), "object"];

/** The kind of an object of a class; undefined where it inherits nothing. */
export function receiverKind({
  kind,
  displayName,
}: Pick<ClassInfo, "kind" | "displayName">): string | undefined {
  if (hasNullPrototype({ displayName })) return undefined;
  return kind === "array" || kind === "closure" ? kind : "object";
}

/** The function that reading a name of the library's gives for receivers of a kind: `[].slice`. */
export function libraryMethod(kind: string, name: string): LibraryMethod | undefined {
  const key = keyOf(name);
  for (let at: object | null = prototypes[kind] ?? Object.prototype; at; at = Object.getPrototypeOf(at)) {
    const value: unknown = Object.getOwnPropertyDescriptor(at, key)?.value;
    if (typeof value !== "function" || name === "constructor") continue;
    const owner = at.constructor.name;
    // Some go by two names; of one that goes by a symbol alone the graph has a plain name.
    const own = value.name.startsWith("[") ? name : value.name;
    const graph = `builtin.${owner}.prototype.${own.replace(/\W+/g, "symbol_")}`;
    return { graph, owner, name: own, shown: value.name, length: value.length };
  }
  return undefined;
}

/** All that calls of the function do is to stop. */
export function isUnsupported({ blocks }: Graph): boolean {
  return blocks[0]?.exit.kind === "stop";
}
