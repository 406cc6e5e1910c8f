function rotateLeft(x: number, n: number): number {
  return (x << n) | (x >>> (32 - n));
}
let h = 1;
for (let i = 0; i < 1000; i++) h = (rotateLeft(h, 5) + (h ^ i)) | 0;
console.log(h, h >>> 0, rotateLeft(0x80000001, 1), rotateLeft(-1, 7));
