const list = [3, 1, 4, 1, 5, 9, 2, 6];
let i = 0;
while (i < list.length && list[i] !== 5 && !(list[i]! > 8 || i > 100)) i++;
console.log(i);
let lo = 0;
let hi = 100;
while (!(hi - lo <= 1)) {
  const mid = (lo + hi) >> 1;
  if (mid * mid <= 2000) lo = mid;
  else hi = mid;
}
console.log(lo, hi);
