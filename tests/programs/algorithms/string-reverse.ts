function reverse(text: string): string {
  let result = "";
  for (let i = text.length - 1; i >= 0; i--) result += text[i];
  return result;
}
function reverseWords(text: string): string {
  const words = text.split(" ");
  const result: string[] = [];
  while (words.length > 0) result.push(words.pop()!);
  return result.join(" ");
}
console.log(reverse("hello"), reverse(""), reverseWords("one two three"), reverse("añb"));
