// `super` in literals: what the literal inherits from is asked, with `this` as it is.
const animal = {
  name: "animal",
  speak(loud) { return `${this.name} speaks${loud ? "!" : ""}`; },
  toString() { return `<${this.name}>`; },
  kind: "thing",
};
const dog = {
  __proto__: animal,
  name: "dog",
  speak(loud) { return `${super.speak(loud)} (woof, ${super.kind})`; },
  toString() { return `dog ${super.toString()} ${[1].map(() => super.toString()).join()}`; },
  get shown() { return `${super.speak(false)}, ${super.missing}`; },
};
console.log(dog.speak(true), String(dog), dog.shown);
const puppy = { name: "puppy", speak(loud) { return super.speak(loud) + " yip"; } };
Object.setPrototypeOf(puppy, dog);
console.log(puppy.speak(true));
const borrowed = { name: "borrower", speak: puppy.speak };
console.log(borrowed.speak(false));
const inheriting = [];
for (const base of [{ id() { return "first" } }, { id() { return "second" } }]) inheriting.push({ __proto__: base, id() { return "made of " + super.id(); } });
console.log(inheriting.map((one) => one.id()).join());
function make(base) { return { __proto__: base, id() { return super.id() + "+"; } }; }
console.log((make(make(inheriting[1]))).id());
try { (({ a() { return super.nothing(); } })).a(); } catch (e) { console.log(e.name, e.message); }
console.log(({ toString() { return "own " + super.toString(); } }).toString());
const gets = { __proto__: { get v() { return this.n; }, n: 1 }, n: 2, w() { return super.v; } };
console.log(gets.v, gets.w());

// What every object inherits, asked of those that inherit from others, beside objects with names of their own for it.
const heir = { __proto__: { a: 1 }, b: 2 };
const own = { toString: () => "mine", valueOf: () => "value" };
console.log(heir.toString(), heir.valueOf() === heir, heir.hasOwnProperty("a"), heir.hasOwnProperty("b"));
console.log(own.toString(), own.valueOf());
