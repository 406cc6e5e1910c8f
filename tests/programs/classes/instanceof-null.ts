class A {}
function isA(thing: A | null | undefined): boolean {
  return thing instanceof A;
}
console.log(isA(new A()), isA(null), isA(undefined));
