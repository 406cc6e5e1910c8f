function sign(x: number): string {
  return x > 0 ? "positive" : x < 0 ? "negative" : x === 0 ? "zero" : "not a number";
}
console.log(sign(3), sign(-0.5), sign(-0), sign(NaN));
