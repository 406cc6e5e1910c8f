// Beyond 2^53 every number is the nearest double, as on Node.
let previous = 0;
let current = 1;
for (let n = 1; n <= 90; n++) {
  if (n % 10 === 0 || n > 77 && n < 82) console.log(n, current);
  const next = previous + current;
  previous = current;
  current = next;
}
