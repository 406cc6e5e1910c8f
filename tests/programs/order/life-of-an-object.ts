let log = "";
class A {
  value = note("field", 1);
  constructor(n: number) {
    note(`constructor ${n}`, n);
  }
  get size(): number {
    return note("get", 2);
  }
  method(n: number): number {
    return note("method", n);
  }
}
function note(text: string, n: number): number {
  log += `${text};`;
  return n;
}
const r = new A(note("argument", 3)).method(note("parameter", 4)) + new A(5).size;
console.log(r, log);
