let x = 1;
let steps = 0;
while (x !== Infinity) {
  x *= 10;
  steps++;
}
console.log(steps, x, -x, x - x, x * 0, Number.isFinite(x));
