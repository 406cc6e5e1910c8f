class A {
  describe(): string {
    return "A";
  }
}
class B extends A {
  override describe(): string {
    return `B(${super.describe()})`;
  }
}
class C extends B {
  override describe(): string {
    return `C(${super.describe()})`;
  }
}
console.log(new C().describe(), new B().describe());
