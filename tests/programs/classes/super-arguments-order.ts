function note(text: string): string {
  console.log(text);
  return text;
}
class A {
  constructor(text: string) {
    note(`A with ${text}`);
  }
}
class B extends A {
  constructor() {
    note("before");
    super(note("argument"));
    note("after");
  }
}
new B();
