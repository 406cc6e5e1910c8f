const words = "the quick brown fox jumps over the lazy dog".split(" ");
for (let i = 1; i < words.length; i++) {
  const word = words[i]!;
  let j = i;
  while (j > 0 && word < words[j - 1]!) {
    words[j] = words[j - 1]!;
    j--;
  }
  words[j] = word;
}
console.log(words.join(" "));
