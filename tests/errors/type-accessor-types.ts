class A {
  get x(): number {
    return 1;
  }
}
const a = new A();
a.x = 5; // error: Cannot assign to 'x' because it is a read-only property.
console.log(a.x);
