function greet(name: string, greeting = "Hello", mark = greeting === "Hello" ? "!" : "?"): string {
  return `${greeting}, ${name}${mark}`;
}
console.log(greet("Ada"), greet("Bob", "Hi"), greet("Eve", undefined, "."));
