class A {
  x = 0;
}
function note(n: number): number {
  console.log(`value ${n}`);
  return n;
}
function assign(a: A | null): string {
  try {
    a!.x = note(5);
    return "assigned";
  } catch (error) {
    return (error as Error).message;
  }
}
console.log(assign(new A()));
console.log(assign(null));
