// A function that is not there is called only after its arguments are evaluated.
interface Table {
  f?: (n: number) => number;
}
function note(n: number): number {
  console.log(`argument ${n}`);
  return n;
}
function call(t: Table): string {
  try {
    return String(t.f!(note(2)));
  } catch (error) {
    return (error as Error).message;
  }
}
console.log(call({ f: (n) => n + 1 }));
console.log(call({}));
