const log: string[] = [];
function note(text: string): string {
  log.push(text);
  return text;
}
const before = note("variable");
class First {
  static a = note("First.a");
}
const between = note("between");
class Second extends First {
  static b = note(`Second.b after ${First.a}`);
}
console.log(before, between, Second.a, Second.b, log.length);
console.log(log.join(", "));
