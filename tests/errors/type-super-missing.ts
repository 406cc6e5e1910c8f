class A {}
class B extends A {
  x: number;
  constructor() { // error: Constructors for derived classes must contain a 'super' call.
    this.x = 1; // error: 'super' must be called before accessing 'this' in the constructor of a derived class.
  }
}
console.log(new B());
