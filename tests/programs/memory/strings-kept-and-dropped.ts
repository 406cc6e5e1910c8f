const kept: string[] = [];
let hash = 0;
for (let i = 0; i < 20000; i++) {
  const text = `${i}:${i * 7}`;
  hash = (hash * 31 + text.length) | 0;
  if (i % 4000 === 0) kept.push(text);
}
console.log(hash, kept.join(" "));
