function encode(text: string): string {
  let result = "";
  for (let i = 0; i < text.length; ) {
    let j = i;
    while (j < text.length && text[j] === text[i]) j++;
    result += j - i > 1 ? `${j - i}${text[i]}` : text[i];
    i = j;
  }
  return result;
}
console.log(encode("aaabccdddd"), encode("abc"), encode("") === "", encode("zzzzzzzzzzzz"));
