// Products beyond 2^53 are rounded before the remainder is taken.
function step(seed: number): number {
  return (seed * 6364136223 + 1442695) % 1000000007;
}
let x = 12345;
for (let i = 0; i < 10; i++) {
  x = step(x);
  console.log(x);
}
