for (let i = 0, j = 10; i < j; i += 3, j -= 2) console.log(i, j);
let k = 0;
for (;;) {
  if (k === 2) break;
  k++;
}
console.log(k);
for (k = 5; k > 3; ) k--;
console.log(k);
