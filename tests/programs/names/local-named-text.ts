function note(text: string): string {
  console.log(text);
  return `${text}, noted`;
}
console.log(note("once"));
