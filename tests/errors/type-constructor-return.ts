class A {
  constructor(): A { // error: Type annotation cannot appear on a constructor declaration.
    this;
  }
}
console.log(new A());
