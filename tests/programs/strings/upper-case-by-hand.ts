function upper(text: string): string {
  let result = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    result += code >= 97 && code <= 122 ? String.fromCharCode(code - 32) : text.slice(i, i + 1);
  }
  return result;
}
console.log(upper("Hello, World 42é"));
