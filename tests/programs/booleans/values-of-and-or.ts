function name(given: string): string {
  return given || "nobody";
}
function both(a: number, b: number): void {
  console.log(a || b, a && b);
}
console.log(name("Ada"), name(""));
both(0, 10);
both(3, 10);
both(NaN, 10);
both(3, 0);
both(-0, 0.5);
