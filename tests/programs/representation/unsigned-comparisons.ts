const x = -1;
console.log(x >>> 0 > 0x7fffffff, x >>> 0 === 0xffffffff, (x >>> 0) - 1, (x >>> 1) + 1, -(x >>> 0));
let mid = 0;
for (let low = 0, high = 4000000000; low < high; mid++) {
  const half = (low + high) >>> 1;
  if (half < 1234567890) low = half + 1;
  else high = half;
}
console.log(mid);
