function greet(name?: string): string {
  return name === undefined ? "hello" : `hello ${name}`;
}
console.log(greet(), greet("Ada"), greet(""), greet(undefined));
