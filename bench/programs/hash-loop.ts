/** 32-bit integer work: a hash over numbers. hash-loop [ROUNDS [time]] */
function hash(rounds: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < rounds; i++) {
    h ^= i & 0xff;
    h = Math.imul(h, 0x01000193);
    h = (h + (h << 7)) | 0;
    h ^= h >>> 17;
  }
  return h >>> 0;
}

const rounds = Number(process.argv[2] ?? "100000");
const start = performance.now();
console.log(hash(rounds));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
