/** An object or a function: what can be asked for its properties. */
export function isObject(value: unknown): boolean {
  if (value === undefined || value === null || typeof value === "string") {
    return false;
  }
  if (typeof value === "number" || typeof value === "boolean") {
    return false;
  }
  return typeof value !== "bigint" && typeof value !== "symbol";
}
