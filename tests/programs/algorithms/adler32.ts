function adler32(text: string): number {
  let a = 1;
  let b = 0;
  for (let i = 0; i < text.length; i++) {
    a = (a + text.charCodeAt(i)) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}
console.log(adler32(""), adler32("Wikipedia"), adler32("abcabcabcabcabcabcabcabc"));
