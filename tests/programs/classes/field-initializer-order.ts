function note(text: string): string {
  console.log(text);
  return text;
}
class Base {
  a = note("base a");

  constructor() {
    note("base constructor");
  }
}
class Derived extends Base {
  b = note("derived b");
  c = note("derived c");

  constructor() {
    note("before super");
    super();
    note("derived constructor");
  }
}
const d = new Derived();
console.log(d.a, d.b, d.c);
