class Fault extends Error { code = 1; }
class Box<T> { v: T; constructor(v: T) { this.v = v; } }
function f(n: number): void { if (n > 3) throw new RangeError("x" + n); }
try { f(4); } catch (e) { console.log(e instanceof Fault ? e.code : e instanceof Error ? e.message : "?"); }
const list: (Box<number> | Box<string> | Fault)[] = [new Box<number>(1), new Box<string>("s")];
for (const b of list) console.log(b instanceof Box ? b.v : "no", b instanceof Fault);
