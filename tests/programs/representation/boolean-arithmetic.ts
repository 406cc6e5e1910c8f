function sign(n: number): number {
  return Number(n > 0) - Number(n < 0);
}
let flips = 0;
let state = false;
for (let i = 0; i < 10; i++) {
  state = !state;
  flips += +state;
}
console.log(sign(5), sign(-0.5), sign(0), flips, +true + +true, -false);
