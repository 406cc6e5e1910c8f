/**
 * Which files of the prelude a program surely needs no word of, told by texts alone before anything is parsed: parsing all
 * of the prelude would take longer than most programs. The sure answer is `neededPrelude`'s; this one only spares it work,
 * and says yes where in doubt.
 */
import path from "node:path";

/** Called with arguments that come in an array, or a value. */
function spreadCall(name: string): string {
  return `${name}\\([^;]*\\.\\.\\.\\W*\\w+|${name}(?!\\w|\\s*\\()`;
}

/** How a program's text writes methods that the prelude calls otherwise. */
const methodTexts: Readonly<Record<string, string>> = {
  symbolIterator: "Symbol\\.iterator",
  unshiftAll: "unshift",
  spliceAll: "splice",
  pushAll: spreadCall("push"),
  concatAll: spreadCall("concat"),
  Property:
    "definePropert(?:y|ies)|getOwnPropertyDescriptors?|__define[GS]etter__|propertyIsEnumerable|[gs]et\\s+\\S*\\w",
};

/** Finds what a program may mean by any of these names of functions and classes of the prelude. */
export function mentionOf(names: readonly string[]): RegExp {
  const texts = names.map((name) =>
    Object.hasOwn(methodTexts, name) ? methodTexts[name] : name.replace(/_$/, ""),
  );
  if (names.includes("Promise")) texts.push("async", "await");
  if (names.includes("AsyncGenerator")) texts.push("async\\b(?:\\W|function)*?\\*\\W*?\\w+", "for\\s+await");
  if (names.includes("AsyncModule")) texts.push("await");
  if (names.includes("disposerOf")) texts.push("using");
  if (names.includes("asyncDisposerOf")) texts.push("await\\s+using");
  return new RegExp(`\\b(${texts.join("|")})\\b`);
}

/** Everything else of the prelude may throw errors. */
export const errorsFile = "errors.ts";
export const dictionariesFile = "dictionaries.ts";
/** Needed where a module waits that is not the program's entry. */
export const asyncModulesFile = "async-modules.ts";

/** What can make an object's names known only when it runs; brackets that are assigned to may hide behind comments. */
const computedNames =
  /\bdelete\b|\.\.\.|\bObject\b|["'`\]\w]\s*:|[\]}][\s)!]*(?:[-+*/%&|^<>?]{0,3}=(?![=>])|\+\+|--|of\b|\/[/*]|[\]},])|(?:\+\+|--)\s*[\w$([]/;

/** Names of files, of those with these texts, that `own` texts, the entry's first, may need, with those that they import. */
export function possiblyNeeded(
  prelude: ReadonlyMap<string, string>,
  own: readonly string[],
): ReadonlySet<string> {
  const needed = new Set<string>();
  for (const [file, text] of prelude) {
    const name = path.basename(file);
    const names = [...text.matchAll(exported)].map((one) => one[1] as string);
    const wanted = name === dictionariesFile ? computedNames : mentionOf(names);
    const texts = name === asyncModulesFile ? own.slice(1) : own;
    if (name === errorsFile || (names.length > 0 && texts.some((one) => wanted.test(one)))) needed.add(file);
  }
  // A set grows while it is walked: what is added is visited too.
  for (const file of needed)
    for (const [, from] of (prelude.get(file) ?? "").matchAll(/\bfrom "(\.\/[^"]+)"/g))
      needed.add(path.join(path.dirname(file), from as string));
  return needed;
}

const exported = /^export (?:abstract )?(?:async )?(?:class|function)\b\*? *([\w$]+)/gm;
