function count(text: string, part: string): number {
  let n = 0;
  let at = text.indexOf(part);
  while (at >= 0) {
    n++;
    at = text.indexOf(part, at + part.length);
  }
  return n;
}
console.log(count("banana", "an"), count("aaaa", "aa"), count("abc", "x"), count("日本日本", "本"));
