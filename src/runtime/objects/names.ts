/** The array index that a text is, `-1` if it is none: digits without leading zeros, below 2^32 - 1. */
export function indexOfText(text: string): number {
  const length = text.length;
  if (length === 0 || length > 10) return -1;
  let index = text.charCodeAt(0) - 48;
  if (index < 0 || index > 9 || (index === 0 && length > 1)) return -1;
  for (let i = 1; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    index = index * 10 + digit;
  }
  return index < 4294967295 ? index : -1;
}

/** Every object has something under these names, from Object.prototype. */
export function isInheritedName(text: string): boolean {
  const length = text.length;
  if (length < 7 || length > 20) return false;
  if (length === 7) return text === "valueOf";
  if (length === 8) return text === "toString";
  if (length === 9) return text === "__proto__";
  if (length === 11) return text === "constructor";
  if (length === 13) return text === "isPrototypeOf";
  if (length === 14) return text === "hasOwnProperty" || text === "toLocaleString";
  if (length === 16) {
    if (text === "__defineGetter__" || text === "__defineSetter__") return true;
    return text === "__lookupGetter__" || text === "__lookupSetter__";
  }
  return text === "propertyIsEnumerable";
}
