function attempt(f: () => number): Error | null {
  try {
    f();
    return null;
  } catch (error) {
    return error as Error;
  }
}
const result = attempt(() => {
  throw new TypeError("kept");
});
console.log(attempt(() => 1), result?.message, result instanceof TypeError);
