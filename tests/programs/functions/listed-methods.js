// `for…in` lists what assignments gave to prototypes, behind an object's own properties.
function F() {
  this.x = 1;
}
F.prototype.m = function () {
  return 2;
};
function G() {
  F.call(this);
  this.y = 2;
}
G.prototype = Object.create(F.prototype);
G.prototype.constructor = G;
G.prototype.n = function () {
  return 3;
};
const f = new F();
const own = [];
for (const key in f) if (f.hasOwnProperty(key)) own.push(key);
console.log(own, "m" in f, Object.keys(f));
const g = new G();
for (const key in g) console.log(key);
g.m = 5;
for (const key in g) console.log(key);
console.log("m" in f, "m" in g, f.m());
