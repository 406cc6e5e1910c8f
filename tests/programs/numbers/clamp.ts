function clamp(x: number, low: number, high: number): number {
  return x < low ? low : x > high ? high : x;
}
console.log(clamp(5, 0, 10), clamp(-5, 0, 10), clamp(50, 0, 10), clamp(0.5, 0, 10), clamp(NaN, 0, 1));
