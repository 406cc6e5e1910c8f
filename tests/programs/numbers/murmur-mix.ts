function mix(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0;
}
for (let i = 0; i < 5; i++) console.log(mix(i));
console.log(mix(-1), mix(0xdeadbeef));
