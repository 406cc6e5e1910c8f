class A { static n = 1; x = 2; static m() { return 1; } static #p = 3; static get g() { return A.#p; } }
class B extends A { static s = "q"; }
class P { constructor(public a: number, public b = 2) {} }
class Q extends P {}
class E extends Error {}
console.log(P, Q, E, TypeError);
console.log([P, E], { P });
console.log(`${A.name}`, class {}, class extends A {});
const C: any = A;
console.log(C.g, C.m(), C.nothing, C.length);
console.log(typeof A, A ? 1 : 2, A === C, (A as any) == C);
console.log(P.length, [P].map((k) => new k(1).b));
function mk() { class Local { v = 1; } const L = Local; return [new L(), new Local(), L]; }
console.log(mk().length, mk());
