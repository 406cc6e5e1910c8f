function fail(): number {
  throw new Error("argument");
}
let called = false;
function f(_a: number, _b: number): void {
  called = true;
}
try {
  f(1, fail());
} catch (error) {
  console.log((error as Error).message, called);
}
