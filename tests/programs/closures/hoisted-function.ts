console.log(later(3));
function later(n: number): number {
  return helper(n) + 1;
  function helper(k: number): number {
    return k * 2;
  }
}
