function hash(text: string): number {
  let h = 5381;
  for (let i = 0; i < text.length; i++) h = ((h << 5) + h + text.charCodeAt(i)) >>> 0;
  return h;
}
console.log(hash(""), hash("a"), hash("hello world"), hash("the quick brown fox"));
