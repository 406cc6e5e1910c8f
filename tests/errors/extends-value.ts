class A {}
class B {}
const list = [A, B];
class C extends list[0] {} // error: a class can only extend a class known when the program is translated
const Mixin = (Base: new () => object) => class extends Base {}; // error: a class can only extend a class known when the program is translated
console.log(new C(), list.map((one) => new (Mixin(one))()));
