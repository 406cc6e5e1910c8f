class A {
  a = 1;
  f(): number {
    return this.a;
  }
}
class B extends A {
  b = 2;
}
class C extends B {
  c = 3;
  override f(): number {
    return super.f() + this.b * 10 + this.c * 100;
  }
}
class D extends C {
  d = 4;
}
class E extends D {
  override f(): number {
    return super.f() + this.d * 1000;
  }
}
const list: A[] = [new A(), new B(), new C(), new D(), new E()];
for (const item of list) console.log(item.f());
