// Chains of comparisons with constants, of strings whose length decides first and of integers.
function keyword(word: string | undefined): number {
  switch (word) {
    case "if":
      return 1;
    case "do":
      return 2;
    case "else":
    case "elif":
      return 3;
    case "":
      return 4;
    case "while":
      return 5;
    case "wh\u0131le":
      return 6;
    case "else":
      return 99;
    case "𝒾f":
      return 7;
    default:
      return 0;
  }
}

function chain(word: string): string {
  if (word === "a") return "one";
  if (word === "bb") return "two";
  if (word === "ccc" || word === "ddd") return "three";
  if ("eeee" === word) return "four";
  return `none of ${word.length}`;
}

const texts = ["if", "do", "else", "elif", "", "while", "wh\u0131le", "𝒾f", "of", "elsa", "a", "ccc", "ddd", "eeee", "xyzzy"];
for (const text of texts) {
  // Concatenations are the same strings in other objects, and ropes until they are looked at.
  let made = "";
  for (const unit of text) made += unit;
  console.log(JSON.stringify(text), keyword(text), keyword(made), chain(text), chain(made), chain(`${made}${text}`));
}
console.log(keyword(undefined));

function day(n: number): string {
  if (n === 1) return "Mon";
  else if (n === 2) return "Tue";
  else if (n === -7) return "minus";
  else if (n === 2) return "never";
  else if (n === 2147483648) return "big";
  else if (n === 5) return "Fri";
  return "?";
}
console.log([1, 2, -7, 2147483648, 5, 0, -2147483648, 3].map(day).join(" "));

function fallThrough(n: number, f: () => number): number {
  let sum = 0;
  switch (n) {
    case 0:
      sum += f();
    case 1:
      sum += 10;
    case 2:
      sum += f();
      break;
    case f():
      sum += 100;
    default:
      sum += 1000;
    case 4:
      sum += 10000;
  }
  return sum;
}
let calls = 0;
const next = (): number => ++calls;
for (let n = -1; n < 8; n++) console.log(n, fallThrough(n, next), calls);
