for (const a of [7, -7, 2147483648, -4294967296, 1e15]) {
  console.log(a, Math.floor(a / 2), Math.trunc(a / 2), (a / 2) | 0, ~~(a / 2), (a / 2) >> 0, (a / 2) >>> 0);
}
