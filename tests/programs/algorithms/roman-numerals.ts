const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
const signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
function roman(n: number): string {
  let text = "";
  for (let i = 0; i < values.length; i++) {
    while (n >= values[i]!) {
      text += signs[i];
      n -= values[i]!;
    }
  }
  return text;
}
for (const n of [1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999]) console.log(n, roman(n));
