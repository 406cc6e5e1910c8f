// Numbers as digits, lowest first.
function multiply(a: number[], b: number[]): number[] {
  const result: number[] = [];
  for (let i = 0; i < a.length + b.length; i++) result.push(0);
  for (let i = 0; i < a.length; i++) {
    let carry = 0;
    for (let j = 0; j < b.length; j++) {
      const sum = result[i + j]! + a[i]! * b[j]! + carry;
      result[i + j] = sum % 10;
      carry = Math.floor(sum / 10);
    }
    result[i + b.length]! += carry;
  }
  while (result.length > 1 && result[result.length - 1] === 0) result.pop();
  return result;
}
function digits(text: string): number[] {
  const result: number[] = [];
  for (let i = text.length - 1; i >= 0; i--) result.push(text.charCodeAt(i) - 48);
  return result;
}
function show(number: number[]): string {
  let text = "";
  for (let i = number.length - 1; i >= 0; i--) text += number[i];
  return text;
}
console.log(show(multiply(digits("123456789012345678901234567890"), digits("987654321098765432109876543210"))));
let factorial = [1];
for (let n = 2; n <= 40; n++) factorial = multiply(factorial, digits(String(n)));
console.log(show(factorial));
