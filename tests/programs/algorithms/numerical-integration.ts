function simpson(f: (x: number) => number, from: number, to: number, steps: number): number {
  const h = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let i = 1; i < steps; i++) sum += f(from + i * h) * (i % 2 === 0 ? 2 : 4);
  return (sum * h) / 3;
}
console.log(simpson((x) => x * x, 0, 3, 10), simpson((x) => 1 / x, 1, 2, 100), simpson(Math.sin, 0, Math.PI, 50).toFixed(9));
