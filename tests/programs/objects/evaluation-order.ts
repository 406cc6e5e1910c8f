function note(name: string): string {
  console.log(name);
  return name;
}
const o = { b: note("b"), a: note("a"), c: note("c") };
console.log(o);
