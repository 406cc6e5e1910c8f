// The order in which things are evaluated, and which scope names belong to.
"use strict";
// destructuring defaults order
const log = [];
const say = (name, v) => { log.push(name); return v; };
{
    const { a = say("a", 1), b: { c = say("c", 2), ...rest } = say("b", { c: undefined, d: 4 }), [say("key", "e")]: e = say("e", 5) } = { a: undefined, e: undefined };
    console.log(a, c, rest, e, log.splice(0));
    const [p = say("p", 1), , [q = say("q", 2)] = say("r", [undefined]), ...more] = [undefined, 9, undefined, 7, 8];
    console.log(p, q, more, log.splice(0));
    let s = 1, t = 2;
    [s, t] = [t, s];
    console.log(s, t);
    const o = {};
    ({ x: o.x, y: o["y"] = 3, z: [o.z] = [4] } = { x: 1 });
    console.log(o);
}
// closures in loops
const fs = [];
for (let i = 0; i < 3; i++) {
    fs.push(() => i);
    i += 0;
}
for (var v = 0; v < 2; v++)
    fs.push(() => v);
for (const k of [10, 20])
    fs.push(() => k);
for (const k in { a: 1, b: 2 })
    fs.push(() => k.charCodeAt(0));
console.log(fs.map((f) => f()));
// finally order
function order(n) {
    const out = [];
    const inner = () => {
        try {
            out.push("try");
            if (n === 1)
                throw new Error("x");
            if (n === 2)
                return "ret";
        }
        catch (e) {
            out.push("catch");
            return "caught";
        }
        finally {
            out.push("finally");
            if (n === 3)
                return "override";
        }
        return "end";
    };
    return `${inner()}:${out.join(",")}`;
}
console.log([0, 1, 2, 3].map(order));
outer: for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
        try {
            if (j === 1)
                continue outer;
            if (i === 2)
                break outer;
        }
        finally {
            log.push(`${i}${j}`);
        }
    }
}
console.log(log.splice(0));
// switch scoping
function sw(x) { switch (x) {
    case 1: {
        let y = "one";
        return y;
    }
    default: return "def" + typeof x;
    case "2":
        let z = 5;
        z++;
    case 3:
        try {
            z = 7;
        }
        catch (e) {
            return e.message;
        }
        return "three" + z;
} }
console.log(sw(1), sw("2"), sw(3), sw(null));
// hoisting
console.log(typeof hoisted, hoisted(), typeof later2);
function hoisted() { return inner(); function inner() { return "inner"; } }
var later2 = 1;
{
    function inBlock() { return "block"; }
    console.log(inBlock());
}
// generators
function* gen() { try {
    const x = yield 1;
    log.push("got " + x);
    yield* [2, 3];
    yield 4;
}
catch (e) {
    log.push("caught " + e);
    yield 99;
}
finally {
    log.push("cleanup");
} return "done"; }
const g = gen();
console.log(g.next(), g.next("hello"), g.throw("boom"), g.next(), g.next());
const g2 = gen();
g2.next();
console.log(g2.return("early"), g2.next(), log.splice(0));
// getters inheritance
class A {
    _v = 1;
    get v() { return this._v; }
    set v(x) { log.push("A.set"); this._v = x; }
    static get s() { return "A.s"; }
}
class B extends A {
    get v() { return super.v * 10; }
    set v(x) { log.push("B.set"); super.v = x; }
    static get s() { return super.s + "B"; }
}
const b = new B();
b.v = 5;
b.v += 1;
console.log(b.v, B.s, log.splice(0));
// optional chaining
const n = null, u = { f: null, g() { return this === u; }, deep: { k: [1] } };
console.log(n?.a.b.c, n?.[say("no", 1)], u.f?.(say("no", 1)), u.g?.(), u?.deep?.k?.[0], u.x?.y.z(), delete u?.deep?.k, delete n?.a.b, delete u.zip?.[0], u.deep, log.splice(0));
// logical assignment
let na = null;
na ??= say("na", 5);
na ||= say("no", 6);
na &&= say("and", 7);
console.log(na, log.splice(0));
const cache = {};
(cache.x ??= []).push(1);
(cache.x ??= []).push(2);
console.log(cache);
console.log(2 ** 3 ** 2, (-2) ** 2, 7 % -3, -7 % 3, 1 / -0, (1, 2), void 0, typeof null, typeof undefined, !!"", +true, -"3", ~~"7.9", "5" * "2", "3" + 4 + 5, 3 + 4 + "5");
console.log("a" in { a: 1 }, 1 in [5, 6], !("x" in {}), [] + "", [1, 2] + "", {} + "", null + "x", undefined + 1, true + true, [] == false, null == undefined, NaN != NaN);
label: {
    log.push("in");
    if (log.length)
        break label;
    log.push("never");
}
console.log(log.splice(0));
do {
    log.push("once");
} while (false);
for (;;) {
    break;
}
let i = 0;
const arr = [i++, i++, i--, --i];
console.log(arr, i, i++ + ++i, i);
console.log(((a, b = a + 1, { c = b * 2 } = {}, ...r) => [a, b, c, r])(1, undefined, undefined, 4, 5));
try {
    (() => { console.log(tdz); let tdz = 1; })();
}
catch (e) {
    console.log(e.name, e.message);
}
const obj = { k1: 1, get computed() { return this.k1 + 1; }, "quoted-name": 2, async am() { return 1; }, *gm() { yield 1; } };
console.log(obj.k1, obj.computed, obj["quoted-name"], Object.keys(obj), [...obj.gm()]);
console.log(`a${1}${`nested ${"x"}`}b`, String.raw `\n${1}`, ((s, ...v) => [s.length, v]) `x${1}y${2}`);
var dup = 1;
var dup = 2;
console.log(dup);
if (1)
    ;
else
    console.log("no");
console.log([..."héllo"].length, [...new Set([1, 1, 2])], Math.max(...[1, 2], 3), { ...{ a: 1 }, b: 2, ...null });
new (class {
    constructor() { log.push(new.target.name); }
})();
console.log(log.splice(0), (() => { try {
    return "t";
}
finally {
    log.push("f");
} })(), log);
