// What programs ask of the prototypes of classes.
class A {
  x = 1;
  m() {
    return `m${this.x}`;
  }
  get g() {
    return 3;
  }
  static s() {}
}
class B extends A {
  y = 2;
  n() {
    return 1;
  }
}
const b = new B();
const any: any = [new A(), b];
console.log(Object.getPrototypeOf(B) === A, Object.getPrototypeOf(b) === B.prototype);
console.log(Object.getPrototypeOf(B.prototype) === A.prototype, Object.getPrototypeOf(any[0]) === B.prototype);
for (const one of any) {
  if (Object.getPrototypeOf(one) === A.prototype) console.log("an A itself");
  else if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(b)) console.log("something else");
  else console.log("like b", Object.getPrototypeOf(one).constructor.name);
}
console.log(Object.getOwnPropertyNames(A.prototype), Object.getOwnPropertyNames(B.prototype));
console.log(Object.keys(A.prototype), (A.prototype as any) === B.prototype, A.prototype !== (B.prototype as any));
for (const name of Object.getOwnPropertyNames(A.prototype)) if (name !== "constructor") console.log(name);
console.log(A.prototype.constructor === A, b.constructor === B, B.prototype.constructor.name);
console.log(A.prototype.isPrototypeOf(b), B.prototype.isPrototypeOf(new A()), A.prototype.isPrototypeOf({}));
console.log("m" in A.prototype, "m" in B.prototype, "zzz" in B.prototype);
console.log(A.prototype.hasOwnProperty("m"), B.prototype.hasOwnProperty("m"), Object.hasOwn(A.prototype, "x"));
console.log(typeof A.prototype.m, A.prototype.m.call(b), Object.getPrototypeOf(b).constructor === B);
const bound = A.prototype.m.bind(b);
console.log(bound(), Object.prototype.hasOwnProperty.call(b, "x"), new (A.prototype.constructor as any)().x);
