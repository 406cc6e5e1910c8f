// Arrays and views of 64-bit integers.
const signed = new BigInt64Array([1n, -1n, 2n ** 63n, 2n ** 64n + 5n, -(2n ** 70n)]);
const unsigned = new BigUint64Array(signed);
console.log(signed, unsigned, signed.length, signed.BYTES_PER_ELEMENT, BigInt64Array.BYTES_PER_ELEMENT, signed.byteLength);
signed[0] = -5n;
signed[1]! += 10n;
signed[2]!++;
console.log(signed[0], signed[1], signed[2], signed[9], signed.at(-1), [...signed], signed.indexOf(9n), signed.includes(-5n));
console.log(signed.map((x) => x * 2n), signed.filter((x) => x > 0n), signed.reduce((a, b) => a + b, 0n), signed.join(" "));
console.log(unsigned.sort(), signed.slice().sort(), signed.toSorted((a, b) => (a < b ? 1 : -1)), signed.fill(7n, 3), new BigUint64Array(3));
console.log(new Uint32Array(new BigUint64Array([0x0123456789abcdefn]).buffer), BigInt64Array.from([1n, 2n]), BigUint64Array.of(3n));
for (const store of [() => (signed[0] = 1 as any), () => new BigInt64Array([2] as any), () => signed.fill(3 as any)]) {
  try {
    console.log(store());
  } catch (error) {
    console.log(`${error}`);
  }
}
const view = new DataView(new ArrayBuffer(24), 4);
view.setBigInt64(0, -2n);
view.setBigUint64(8, 2n ** 64n - 3n, true);
console.log(view.getBigInt64(0), view.getBigUint64(0), view.getBigInt64(8, true), view.getBigUint64(8, true), view.getBigUint64(8), view.getInt32(0), view.getUint8(8));
try {
  view.getBigInt64(13);
} catch (error) {
  console.log(`${error}`);
}
const hashes = new BigUint64Array(4);
for (let i = 0; i < 4; i++) {
  let hash = 0xcbf29ce484222325n;
  for (const unit of `text ${i}`) hash = BigInt.asUintN(64, (hash ^ BigInt(unit.charCodeAt(0))) * 0x100000001b3n);
  hashes[i] = hash;
}
console.log(hashes, hashes.map((x) => x >> 60n));
const start = process.hrtime.bigint();
console.log(typeof start, process.hrtime.bigint() >= start);
