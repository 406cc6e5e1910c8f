/** The value of an ASCII digit or letter as a digit (0 to 35), 36 for any other character. */
export function digitValue(unit: number): number {
  if (unit >= 48 && unit <= 57) {
    return unit - 48;
  }
  const small = unit | 32;
  return small >= 97 && small <= 122 ? small - 87 : 36;
}

/** The place of the first character from `start` on that is not white space. */
export function skipSpaceForward(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpace(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** The place behind the last character after `start` that is not white space. */
export function skipSpaceBackward(text: string, start: number): number {
  let at = text.length;
  while (at > start && isSpace(text.charCodeAt(at - 1))) {
    at--;
  }
  return at;
}

/** ECMAScript's white space and line terminators, which String.prototype.trim removes. */
export function isSpace(unit: number): boolean {
  if (unit < 128) {
    return unit === 32 || (unit >= 9 && unit <= 13);
  }
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
