/** Base64 (RFC 4648, section 4). */
export const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The four characters for three bytes, of which `count` are there. */
export function base64Group(first: number, second: number, third: number, count: number): string {
  const bits = (first << 16) | (second << 8) | third;
  const start = base64Digits.charAt(bits >> 18) + base64Digits.charAt((bits >> 12) & 63);
  if (count === 1) return `${start}==`;
  const middle = start + base64Digits.charAt((bits >> 6) & 63);
  return middle + (count === 2 ? "=" : base64Digits.charAt(bits & 63));
}
