function shift(text: string, by: number): string {
  let result = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const base = code >= 65 && code <= 90 ? 65 : code >= 97 && code <= 122 ? 97 : -1;
    result += base < 0 ? text[i] : String.fromCharCode(((((code - base + by) % 26) + 26) % 26) + base);
  }
  return result;
}
const secret = shift("Hello, World!", 3);
console.log(secret, shift(secret, -3), shift("abc", -29));
