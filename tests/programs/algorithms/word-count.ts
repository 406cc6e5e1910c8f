class WordCount {
  count = 1;
  constructor(readonly word: string) {}
}
function countWords(text: string): WordCount[] {
  const counts: WordCount[] = [];
  for (const word of text.split(" ")) {
    if (word === "") continue;
    let found = false;
    for (const entry of counts) {
      if (entry.word === word) {
        entry.count++;
        found = true;
        break;
      }
    }
    if (!found) counts.push(new WordCount(word));
  }
  return counts;
}
for (const entry of countWords("a rose is a rose  is a rose")) console.log(entry.word, entry.count);
