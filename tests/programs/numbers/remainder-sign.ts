// The result has the sign of the dividend, zero included.
function sign(a: number, b: number): void {
  const r = a % b;
  console.log(r, 1 / r, Object.is(r, -0));
}
sign(4, 2);
sign(-4, 2);
sign(4, -2);
sign(-4, -2);
