function tag(texts: TemplateStringsArray): string {
  return texts.raw.join("|"); // error: the property `raw` is not supported
}
console.log(tag`a\n`);
