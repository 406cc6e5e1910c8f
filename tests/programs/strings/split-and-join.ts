const text = "the quick brown fox";
const words = text.split(" ");
for (let i = 0; i < words.length; i++) {
  const word = words[i]!;
  words[i] = word.slice(1) + word.slice(0, 1);
}
console.log(words.join(" "), text);
