class A {
  f(): number {
    return 1;
  }
}
class B extends A {
  override g(): number { // error: not declared in the base class
    return 2;
  }
}
console.log(new B().g());
