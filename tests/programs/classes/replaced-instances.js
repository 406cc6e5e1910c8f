// Constructors that return another object: singletons, caches, what is no object, classes that extend others.
class Singleton { static #inst; constructor(n) { if (Singleton.#inst) return Singleton.#inst; Singleton.#inst = this; this.n = n; } static get instance() { return Singleton.#inst ??= new Singleton(0); } inc() { this.n++; return this; } }
const a = new Singleton(5), b = new Singleton(9); console.log(a === b, b.n, a.inc().n, Singleton.instance === a, a, JSON.stringify(a), Object.keys(a));
class Config { constructor(o) { if (Config.instance) { return Config.instance; } this.o = o; Config.instance = this; return this; } get(k) { return this.o[k]; } }
console.log(new Config({ a: 1 }).get('a'), new Config({ a: 2 }).get('a'));
class Odd { constructor(k) { this.k = k; switch (k) { case 0: return 5; case 1: return null; case 2: return { other: true }; case 3: return [1, 2]; case 4: return () => 'fn'; case 5: return; default: return 'str'; } } }
for (let k = 0; k < 7; k++) { const o = new Odd(k); console.log(k, o, o instanceof Odd, typeof o); }
const Classes = { Odd, Config }; console.log(new Classes.Odd(2), new Classes.Odd(0), new Classes['Config']() === Config.instance);
class Base { constructor() { this.b = 1; } } class Derived extends Base { constructor(how) { super(); this.d = how; if (how === 'obj') return { replaced: this.d }; if (how === 'num') return 1; } }
console.log(new Derived('x'), new Derived('obj')); try { new Derived('num'); } catch (e) { console.log(e.name + ': ' + e.message); }
class Cache { static #all = new Map(); constructor(key) { try { const old = Cache.#all.get(key); if (old) return old; } finally { Cache.count++; } this.key = key; Cache.#all.set(key, this); } } Cache.count = 0;
console.log(new Cache('a') === new Cache('a'), new Cache('a') === new Cache('b'), Cache.count);
class NoSuper extends Base { constructor() { console.log('before'); } }
try { new NoSuper(); } catch (e) { console.log(e.name, e.message); }
