// Looking up a method of null throws before the arguments are evaluated.
class A {
  f(n: number): number {
    return n;
  }
}
function note(n: number): number {
  console.log(`argument ${n}`);
  return n;
}
function call(a: A | null): string {
  try {
    return String(a!.f(note(1)));
  } catch (error) {
    return (error as Error).message;
  }
}
console.log(call(new A()));
console.log(call(null));
