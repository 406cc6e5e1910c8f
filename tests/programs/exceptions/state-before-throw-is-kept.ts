let state = "start";
function f(): void {
  state = "changed";
  throw new Error("x");
}
let x = 1;
try {
  x = 2;
  f();
  x = 3;
} catch {
  console.log(state, x);
}
