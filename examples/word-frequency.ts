/**
 * The most frequent words of a text on standard input, or of a file.
 *
 *   word-frequency [COUNT [FILE]] < TEXT
 */
import { readFileSync } from "node:fs";

/** Words are runs of ASCII letters, in lower case. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) | 0x20 : 0;
    const isLetter = code >= 97 && code <= 122;
    if (isLetter && start < 0) start = i;
    if (isLetter || start < 0) continue;
    const word = text.slice(start, i).toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
    start = -1;
  }
  return counts;
}

const [count = "10", file = ""] = process.argv.slice(2);
const text = file === "" ? readFileSync(0, "utf8") : readFileSync(file, "utf8");
const counts = countWords(text);
const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
let total = 0;
for (const n of counts.values()) total += n;
console.log(`${total} words, ${counts.size} different`);
for (const [word, n] of sorted.slice(0, Number(count))) console.log(`${String(n).padStart(8)} ${word}`);
