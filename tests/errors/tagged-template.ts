function tag(strings: TemplateStringsArray): string {
  return strings[0]!;
}
console.log(tag`text`); // error: tagged templates are not supported
