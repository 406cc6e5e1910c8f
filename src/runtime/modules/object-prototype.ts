/** What every object inherits, as functions that are called on whatever is given. */

/** Object.prototype.toString: the kind of a value, or what the object says itself. */
export function objectTag(this: any): string {
  if (this === undefined) return "[object Undefined]";
  if (this === null) return "[object Null]";
  switch (typeof this) {
    case "string":
      return "[object String]";
    case "number":
      return "[object Number]";
    case "boolean":
      return "[object Boolean]";
    case "bigint":
      return "[object BigInt]";
    case "symbol":
      return "[object Symbol]";
  }
  const own: unknown = this[Symbol.toStringTag];
  if (typeof own === "string") return `[object ${own}]`;
  if (typeof this === "function") return "[object Function]";
  if (Array.isArray(this)) return "[object Array]";
  if (this instanceof Error) return "[object Error]";
  // Classes of the library that tell by no symbol what they are.
  const ofLibrary: unknown = this["##tag"];
  return typeof ofLibrary === "string" ? `[object ${ofLibrary}]` : "[object Object]";
}
