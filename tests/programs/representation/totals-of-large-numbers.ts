// Totals of numbers that are large for a step are doubles: they go on past 2^53 as on Node. Positions stay integers.
function total(step: number, times: number): number {
  let sum = 0;
  for (let i = 0; i < times; i++) sum += step;
  return sum;
}
console.log(total(4294967295, 2100000), total(2147483647, 4300000), total(-3000000000, 3100000));

class Mean {
  sum = 0;
  count = 0;
  add(value: number): void {
    this.sum += value;
    this.count++;
  }
}
const mean = new Mean();
let seed = 12345;
for (let i = 0; i < 100; i++) {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  mean.add(seed);
}
console.log(mean.sum, mean.count, Math.floor(mean.sum / mean.count));

let squares = 0;
for (let i = 0; i < 300000; i++) squares += i * i;
console.log(squares);

const words = ["heddle", "loom", "warp", "weft"];
let position = 0;
const starts: number[] = [];
for (const word of words) {
  starts.push(position);
  position += word.length + 1;
}
const text = words.join(" ");
console.log(starts.map((at) => text[at]).join(""), position === text.length + 1);
