function f(n: number): number {
  if (n > 0) {
    return 1;
  } else {
    return -1;
  }
}
function g(): number {
  for (;;) {
    return 7;
  }
}
console.log(f(1), f(-1), g());
