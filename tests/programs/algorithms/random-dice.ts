class Random {
  constructor(private seed: number) {}

  next(bound: number): number {
    this.seed = (this.seed * 1103515245 + 12345) & 0x7fffffff;
    return (this.seed >> 8) % bound;
  }
}
const random = new Random(2024);
const counts = [0, 0, 0, 0, 0, 0];
for (let i = 0; i < 6000; i++) counts[random.next(6)]!++;
console.log(counts.join(" "));
let sum = 0;
for (const count of counts) sum += count;
console.log(sum);
