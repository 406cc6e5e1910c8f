function search(text: string, pattern: string): number[] {
  const fail: number[] = [0];
  for (let i = 1, k = 0; i < pattern.length; i++) {
    while (k > 0 && pattern[i] !== pattern[k]) k = fail[k - 1]!;
    if (pattern[i] === pattern[k]) k++;
    fail.push(k);
  }
  const found: number[] = [];
  for (let i = 0, k = 0; i < text.length; i++) {
    while (k > 0 && text[i] !== pattern[k]) k = fail[k - 1]!;
    if (text[i] === pattern[k]) k++;
    if (k === pattern.length) {
      found.push(i - k + 1);
      k = fail[k - 1]!;
    }
  }
  return found;
}
console.log(search("abababcababab", "abab"), search("aaaaa", "aa"), search("abc", "x"));
