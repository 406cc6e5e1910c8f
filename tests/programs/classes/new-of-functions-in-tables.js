function A(n) { this.n = n; }
A.prototype.hi = function () { return "A" + this.n; };
function B(n) { this.n = n; }
B.prototype.hi = function () { return "B" + this.n; };
const kinds = [A, B];
for (let i = 0; i < 2; i++) console.log(new kinds[i](i).hi());
const registry = { a: A, b: B };
for (const k of ["a", "b"]) console.log(new registry[k](3).hi());
console.log(new registry.a(4).hi());
const K = registry["b"]; console.log(new K(3) instanceof B);
function make(K, n) { return new K(n); }
console.log(make(A, 1).hi(), kinds.map((K) => new K(9).hi()).join());
console.log(new registry.a(2).n, make(B, 1) instanceof B, make(B, 1) instanceof A, Object.keys(registry).join());
