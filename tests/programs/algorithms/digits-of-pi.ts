// The spigot of Rabinowitz and Wagon.
function pi(count: number): string {
  const length = Math.floor((count * 10) / 3) + 1;
  const remainders: number[] = [];
  for (let i = 0; i < length; i++) remainders.push(2);
  let text = "";
  let held = 0;
  let nines = 0;
  for (let k = 0; k <= count; k++) {
    let carry = 0;
    for (let i = length - 1; i >= 0; i--) {
      const x = 10 * remainders[i]! + carry * (i + 1);
      remainders[i] = x % (2 * i + 1);
      carry = Math.floor(x / (2 * i + 1));
    }
    remainders[0] = carry % 10;
    const digit = Math.floor(carry / 10);
    if (digit === 9) nines++;
    else {
      if (k > 0) text += digit === 10 ? held + 1 : held;
      for (; nines > 0; nines--) text += digit === 10 ? 0 : 9;
      held = digit === 10 ? 0 : digit;
    }
  }
  return text;
}
console.log(pi(60));
