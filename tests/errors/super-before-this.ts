class A {}
class B extends A {
  x: number;
  constructor() {
    this.x = 1; // error: 'super' must be called before accessing 'this'
    super();
  }
}
console.log(new B().x);
