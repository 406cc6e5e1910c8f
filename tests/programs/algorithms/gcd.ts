function gcd(a: number, b: number): number {
  while (b !== 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
function lcm(a: number, b: number): number {
  return (a / gcd(a, b)) * b;
}
console.log(gcd(48, 18), gcd(17, 5), gcd(0, 7), lcm(4, 6), gcd(2 ** 50, 6 ** 20));
let all = 1;
for (let i = 2; i <= 20; i++) all = lcm(all, i);
console.log(all);
