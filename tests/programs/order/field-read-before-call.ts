class A {
  x = 1;
  bump(): number {
    this.x += 10;
    return 1;
  }
}
const a = new A();
console.log(a.x + a.bump(), a.x);
a.x += a.bump();
console.log(a.x);
a.x = a.x + a.bump() + a.x;
console.log(a.x);
