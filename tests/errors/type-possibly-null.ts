class A {
  value = 1;
}
function read(a: A | null): number {
  return a.value; // warning: 'a' is possibly 'null'
}
console.log(read(new A()));
