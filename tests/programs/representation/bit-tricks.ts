function bits(n: number): number {
  let count = 0;
  for (; n !== 0; n &= n - 1) count++;
  return count;
}
console.log(bits(0), bits(255), bits(-1), bits(0x80000000 | 0), 5 & -5, (1 << 31) - 1, -(1 << 31), ~(1 << 31));
let reversed = 0;
for (let i = 0, n = 0x12345678; i < 32; i++, n >>>= 1) reversed = (reversed << 1) | (n & 1);
console.log(reversed, reversed >>> 0);
