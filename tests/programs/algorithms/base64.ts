const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function encode(text: string): string {
  let result = "";
  for (let i = 0; i < text.length; i += 3) {
    const a = text.charCodeAt(i);
    const b = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    const c = i + 2 < text.length ? text.charCodeAt(i + 2) : 0;
    result += ALPHABET[a >> 2]! + ALPHABET[((a & 3) << 4) | (b >> 4)]!;
    result += i + 1 < text.length ? ALPHABET[((b & 15) << 2) | (c >> 6)]! : "=";
    result += i + 2 < text.length ? ALPHABET[c & 63]! : "=";
  }
  return result;
}
function decode(text: string): string {
  let result = "";
  let bits = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const value = ALPHABET.indexOf(text[i]!);
    if (value < 0) break;
    bits = (bits << 6) | value;
    count += 6;
    if (count >= 8) {
      count -= 8;
      result += String.fromCharCode((bits >> count) & 0xff);
    }
  }
  return result;
}
for (const text of ["", "M", "Ma", "Man", "hello world"]) {
  console.log(encode(text), decode(encode(text)) === text);
}
