/** Library classes that each place that makes one has a clone of. */
const collections: ReadonlySet<string> = new Set([
  "prelude.maps.Map",
  "prelude.sets.Set",
  "prelude.weak.WeakMap",
  "prelude.weak.WeakSet",
  "prelude.weak-references.WeakRef",
  "prelude.weak-references.FinalizationRegistry",
  "prelude.promises.Promise",
  "prelude.async-generators.AsyncGenerator",
  "prelude.properties.Property",
]);

export function isCollection(name: string): boolean {
  return collections.has(name);
}
