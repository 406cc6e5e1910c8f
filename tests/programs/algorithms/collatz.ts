let best = 0;
let longest = 0;
for (let start = 1; start < 10000; start++) {
  let n = start;
  let length = 1;
  while (n !== 1) {
    n = n % 2 === 0 ? n / 2 : 3 * n + 1;
    length++;
  }
  if (length > longest) {
    longest = length;
    best = start;
  }
}
console.log(best, longest);
