// Every pair of short Latin-1 texts, in the collator's order.
let seed = 7;
function next(limit: number): number {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return (seed >> 8) % limit;
}
const letters = "aAáÁàeEæÆßsS dDðo øØ-_1½¹2²¼tTþµ\u00ad\u0007zZÿy.,'ñÑçC";
function word(): string {
  let text = "";
  for (let i = next(5); i >= 0; i--) text += letters.charAt(next(letters.length));
  return text;
}
const counts = [0, 0, 0];
let sum = 0;
for (let i = 0; i < 20000; i++) {
  const order = word().localeCompare(word());
  counts[order + 1]!++;
  sum = (sum * 31 + order + 1) & 0xffffff;
}
console.log(counts, sum);
const all: string[] = [];
for (let i = 0; i < 256; i++) all.push(`${String.fromCharCode(i)}x`);
console.log(all.sort((a, b) => a.localeCompare(b)).map((one) => one.charCodeAt(0)).join(" "));
console.log("日本".localeCompare("日本"));
