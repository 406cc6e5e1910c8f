const text = "It was the best of times, it was the worst of times";
let vowels = 0;
let longest = "";
const letters = new Array<number>(26);
for (let i = 0; i < 26; i++) letters[i] = 0;
for (const word of text.split(" ")) {
  if (word.length > longest.length) longest = word;
}
for (let i = 0; i < text.length; i++) {
  const code = text.charCodeAt(i) | 32;
  if ("aeiou".indexOf(String.fromCharCode(code)) >= 0) vowels++;
  if (code >= 97 && code <= 122) letters[code - 97]!++;
}
let histogram = "";
for (let i = 0; i < 26; i++) {
  if (letters[i]! > 2) histogram += `${String.fromCharCode(97 + i)}${letters[i]} `;
}
console.log(vowels, longest, histogram);
