function hash(text: string): number {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (h * 31 + text.charCodeAt(i)) | 0;
  return h;
}
console.log(hash(""), hash("a"), hash("hello world"), hash("the quick brown fox jumps over the lazy dog"));
