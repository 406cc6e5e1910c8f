function f(x: number): number {
  return ((((((((((((((((x + 1) * 2) - 3) * 4) + 5) % 1000) * 7) - 8) + 9) * 10) % 977) + 11) * 12) - 13) % 14) + 15);
}
let sum = 0;
for (let i = 0; i < 100; i++) sum += f(i);
console.log(sum);
