const size = 40;
const digits: number[] = [];
for (let i = 0; i < size; i++) digits.push(1);
let text = "2.";
for (let n = 0; n < 30; n++) {
  let carry = 0;
  for (let i = size - 1; i >= 0; i--) {
    const x = digits[i]! * 10 + carry;
    carry = (x / (i + 2)) | 0;
    digits[i] = x % (i + 2);
  }
  text += carry;
}
console.log(text);
