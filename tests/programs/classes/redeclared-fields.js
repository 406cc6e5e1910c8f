// A class that declares a field of its parent again: what runs before its own definition reads the parent's.
class P { kind = 'p'; n = 1; label = this.describe(); describe() { return `${this.kind}${this.n}`; } }
class Q extends P { kind = 'q'; n = 2.5; } class R extends Q { kind = null; n = 'text'; again = this.describe(); }
console.log(new Q(), new R(), new R().describe());
class A { x = 1; y = this.x + 1; }
class B extends A { x = 10; }
console.log(new B());
