// Halves of surrogate pairs without the other half.
const texts = ["", "plain", "é日本", "😀", "a\ud83d", "\ude00b", "\ud83d\ud83d\ude00\ude00", "\udc00\ud800", "x\ud800y\udfffz"];
for (const text of texts) {
  const mended = text.toWellFormed();
  console.log(text.isWellFormed(), mended.isWellFormed(), mended, mended.length, mended === text);
}
