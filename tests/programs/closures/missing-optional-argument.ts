function join(a: string, b?: string): string {
  return b === undefined ? a : `${a}+${b}`;
}
const f: (a: string) => string = join;
console.log(f("x"), join("x", "y"), join("x", undefined));
