function nsieve(n: number): number {
  const flags = new Uint8Array(n).fill(1);
  let count = 0;
  for (let i = 2; i < n; i++) {
    if (flags[i] === 1) {
      count++;
      for (let j = i + i; j < n; j += i) flags[j] = 0;
    }
  }
  return count;
}
function crcTable(): Uint32Array {
  const t = new Uint32Array(256);
  for (let i = 0; i < 256; i++) { let c = i; for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; t[i] = c >>> 0; }
  return t;
}
const table = crcTable();
function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = (table[(c ^ bytes[i]!) & 255]! ^ (c >>> 8)) >>> 0;
  return (c ^ 0xffffffff) >>> 0;
}
function matmul(n: number): number {
  const a = new Float64Array(n * n), b = new Float64Array(n * n), c = new Float64Array(n * n);
  for (let i = 0; i < n * n; i++) { a[i] = i % 7; b[i] = i % 5 + 0.5; }
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) { let s = 0; for (let k = 0; k < n; k++) s += a[i * n + k]! * b[k * n + j]!; c[i * n + j] = s; }
  let t = 0; for (let i = 0; i < n * n; i++) t += c[i]!;
  return t;
}
function fannkuch(n: number): number {
  const p = new Int32Array(n), q = new Int32Array(n), s = new Int32Array(n);
  let sign = 1, maxflips = 0, sum = 0;
  for (let i = 0; i < n; i++) { p[i] = i; q[i] = i; s[i] = i; }
  for (;;) {
    let q0 = p[0]!;
    if (q0 !== 0) {
      for (let i = 1; i < n; i++) q[i] = p[i]!;
      let flips = 1;
      for (;;) {
        const qq = q[q0]!;
        if (qq === 0) { sum += sign * flips; if (flips > maxflips) maxflips = flips; break; }
        q[q0] = q0;
        if (q0 >= 3) { let i = 1, j = q0 - 1; do { const t = q[i]!; q[i] = q[j]!; q[j] = t; i++; j--; } while (i < j); }
        q0 = qq; flips++;
      }
    }
    if (sign === 1) { const t = p[0]!; p[0] = p[1]!; p[1] = t; sign = -1; }
    else {
      const t = p[1]!; p[1] = p[2]!; p[2] = t; sign = 1;
      for (let i = 2; i < n; i++) {
        const sx = s[i]!;
        if (sx !== 0) { s[i] = sx - 1; break; }
        if (i === n - 1) return sum * 1000 + maxflips;
        s[i] = i;
        const t2 = p[0]!; for (let j = 0; j <= i; j++) p[j] = p[j + 1]!; p[i + 1] = t2;
      }
    }
  }
}
console.log("nsieve", nsieve(50000));
const data = new Uint8Array(20000); for (let i = 0; i < data.length; i++) data[i] = i * 7;
console.log("crc", crc(data));
console.log("matmul", matmul(30));
console.log("fannkuch", fannkuch(7));
