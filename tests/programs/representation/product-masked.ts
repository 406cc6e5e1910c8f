// The product is rounded as a double before it is cut to 32 bits.
function low(a: number, b: number): number {
  return (a * b) | 0;
}
console.log(low(123456789, 987654321), low(0x7fffffff, 0x7fffffff), low(-2147483648, 2147483647), low(65537, 65537));
console.log((0xffffffff * 0xffffffff) >>> 0, (94906267 * 94906267) & 0xff);
