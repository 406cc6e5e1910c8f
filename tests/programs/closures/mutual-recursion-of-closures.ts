function parity(n: number): string {
  const even = (k: number): boolean => k === 0 || odd(k - 1);
  const odd = (k: number): boolean => k !== 0 && even(k - 1);
  return even(n) ? "even" : "odd";
}
console.log(parity(4), parity(9));
