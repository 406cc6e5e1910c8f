function code(text: string, i: number): number {
  return text.charCodeAt(i);
}
const n = code("ab", 5);
console.log(n, n | 0, n === n, n < 0, n >= 0, n + 1, n & 7, `${n}`, n ? "t" : "f", [n], -n);
const m = code("ab", 0);
console.log(m, m | 0, m + 1);
