function kind(c: number): string {
  return c === 97 || c === 101 || c === 105 || c === 111 || c === 117 ? "vowel"
    : (c >= 98 && c <= 122) ? "consonant"
    : (c >= 48 && c <= 57) ? "digit"
    : c === 32 || c === 9 || c === 10 ? "space"
    : "other";
}
let line = "";
for (const c of [97, 98, 122, 123, 48, 57, 58, 32, 117]) line += `${kind(c)} `;
console.log(line);
