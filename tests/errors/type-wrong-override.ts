class A {
  f(x: number): number {
    return x;
  }
}
class B extends A {
  f(x: string): string { // error: Property 'f' in type 'B' is not assignable to the same property in base type 'A'.
    return x;
  }
}
console.log(new B().f("a"));
