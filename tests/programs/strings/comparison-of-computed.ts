function half(text: string): string {
  return text.slice(0, text.length / 2);
}
const a = half("hellohello");
const b = "he" + "llo";
console.log(a === b, a === "hello", a < b, a >= b, a !== "hell");
