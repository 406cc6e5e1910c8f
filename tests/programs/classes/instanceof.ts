class A {}
class B extends A {}
class C extends B {}
class D extends A {}
const things: A[] = [new A(), new B(), new C(), new D()];
for (const thing of things) {
  console.log(thing instanceof A, thing instanceof B, thing instanceof C, thing instanceof D);
}
