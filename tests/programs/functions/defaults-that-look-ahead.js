// A default may mention parameters that come later: too early if it runs at once, in time if a function does later.
const g = ({ a = () => c, c = 2 } = {}) => { c++; return [a(), c]; };
console.log(g(), g({ c: 7 }));
const h = ({ a = c, c = 2 } = {}) => { const k = () => c; c++; return [a, c, k()]; };
console.log(h({ a: 5 }));
try { h(); } catch (e) { console.log(e.message); }
function f(a = () => b, b = 1) { b += 1; return [typeof a, a(), b]; }
console.log(f(), f(undefined, 5));
function k(a, b = () => a, c = b()) { var inner = a; a = 9; return [a, b(), c, inner]; }
console.log(k(1));
function w(x = (() => y)(), y = 3) { return [x, y]; }
try { console.log(w(1)); console.log(w()); } catch (e) { console.log(e.message); }
class P { constructor(x = y, y = 2) { this.x = x; this.y = y; } m(a = a) { return a; } *gen(a = b, b = 1) { yield a; } async as(a = b, b = 1) { return a; } }
try { new P(); } catch (e) { console.log(e.message); }
console.log(new P(1));
try { new P(1).m(); } catch (e) { console.log(e.message); }
try { new P(1).gen(); } catch (e) { console.log(e.message); }
new P(1).as().catch((e) => console.log(e.message));
const arrow = (x = 1, y = x + 1, { z = x + y } = {}) => [x, y, z];
console.log(arrow(), arrow(5), arrow(1, 1, { z: 0 }));
function redo(a, b) { const get = () => a; var a = a === undefined ? 'new' : a; var b = 3, c; return [get(), a, b, c, arguments.length]; }
console.log(redo(), redo(1), redo(1, 2));
function redo2({ a, b = 2 }) { const get = () => a + b; var a = 7; b++; return get(); }
console.log(redo2({ a: 1 }));
function own(v) { var v; return v; } console.log(own(4));
try { (function (q = q) { return q; })(); } catch (e) { console.log(e.name, e.message); }
