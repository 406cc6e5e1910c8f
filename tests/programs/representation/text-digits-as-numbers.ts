let value = 0;
const text = "12x45";
for (let i = 0; i <= text.length; i++) {
  const digit = text.charCodeAt(i) - 48;
  if (digit >= 0 && digit <= 9) value = value * 10 + digit;
  else console.log(i, digit);
}
console.log(value);
