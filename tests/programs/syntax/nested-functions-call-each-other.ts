function depth(limit: number): number {
  let calls = 0;
  function even(n: number): boolean {
    calls++;
    return n > limit || (n === 0 ? true : odd(n - 1));
  }
  function odd(n: number): boolean {
    calls++;
    return n === 0 ? false : even(n - 1);
  }
  return even(10) ? calls : -calls;
}
console.log(depth(100), depth(5));
