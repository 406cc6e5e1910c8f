function toBase(n: number, base: number): string {
  const digits = "0123456789abcdefghijklmnopqrstuvwxyz";
  if (n === 0) return "0";
  let text = "";
  let rest = Math.abs(n);
  while (rest > 0) {
    text = digits[rest % base] + text;
    rest = Math.floor(rest / base);
  }
  return n < 0 ? `-${text}` : text;
}
console.log(toBase(255, 16), toBase(-10, 2), toBase(0, 7), toBase(2 ** 52 + 1, 36), toBase(123456789, 10));
