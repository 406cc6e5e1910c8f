function add(a: string, b: string): string {
  let result = "";
  let carry = 0;
  for (let i = a.length - 1, j = b.length - 1; i >= 0 || j >= 0 || carry > 0; i--, j--) {
    const x = i >= 0 ? a.charCodeAt(i) - 48 : 0;
    const y = j >= 0 ? b.charCodeAt(j) - 48 : 0;
    const sum = x + y + carry;
    result = (sum % 10) + result;
    carry = sum >= 10 ? 1 : 0;
  }
  return result;
}
let a = "0";
let b = "1";
for (let i = 0; i < 150; i++) {
  const next = add(a, b);
  a = b;
  b = next;
}
console.log(a, add("999", "1"), add("", "5"));
