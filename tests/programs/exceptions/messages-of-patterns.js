// Messages of TypeError name what a pattern takes apart, what is iterated, what a property of a primitive is assigned to.
function t(f) { try { f(); console.log("ok"); } catch (e) { console.log(e.message); } }
const n = Math.random() > 2 ? "1" : null; let u; const o = { n: null, f() { return null; }, m: { k: null } }; const arr = [null];const c = true; let z;
const s = Math.random() > 2 ? 5 : "text"; const num = Math.random() > 2 ? true : 5; const bo = Math.random() > 2 ? 5 : true;
t(() => { const { a: { b } } = n; });
t(() => { const { zz: [b] } = n; });
t(() => { const { a: { b } = {} } = n; });
t(() => { let b; ({ a: { b } } = n); });
t(() => { let b; ({ a: b = 1 } = n); });
t(() => { let b; ({ b = 1 } = n); });
t(() => { let b; ({ a: arr[0] } = n); });
t(() => { const { a } = c ? n : u; });
t(() => { const { a } = (z = n); });
t(() => { const { a } = n && 1; });
t(() => { const { a } = (n || u) || z; });
t(() => { const { a } = n || u || z; });
t(() => { const { a } = arr.find((x) => x === 5); });
t(() => { const { a } = new Map().get("k"); });
t(() => { const { a } = o?.n; });
t(() => { const { a } = o.m?.["k"]; });
t(() => { const { a } = o["n"]; });
t(() => { const { a } = o["m"].k; });
t(() => { const { a } = o.f?.(); });
t(() => { const { a } = void 0; });
t(() => { const { a } = arr[arr.length - 1]; });
t(() => { const { a } = [1, 2].find((x) => x > 3); });
t(() => { class A { p = null; m() { const { a } = this.p; } } new A().m(); });
t(() => { (({ a } = n) => 0)(); });
t(() => { function f(x, { a } = {}) { } f(1, null); });
t(() => { const { ["x"]: y } = n; });
t(() => { for (const { a } of o.n); });
t(() => { for (const { a = 1 } of arr); });
t(() => { for (const { ...a } of arr); });
t(() => { try { throw u; } catch ({ message }) { } });
t(() => { (({}) => 0)(); });
t(() => { try { throw u; } catch ({ }) { } });
t(() => { const [{ a }, b] = [n, 1]; });
t(() => { const [{ a }] = [n]; });
t(() => { let a; [{ a }] = [n]; });
t(() => { const { a } = n; });
t(() => { const { a } = u; });
t(() => { const { a: { b } } = { a: n }; });
t(() => { const [x] = n; });
t(() => { const [x] = u; });
t(() => { let a; ({ a } = n); });
t(() => { const {} = n; });
t(() => { const { ...r } = n; });
t(() => { (({ a }) => a)(n); });
t(() => { (({ a, b }) => a)(u); });
t(() => { function f({ a }) { return a; } f(n); });
t(() => { function f([a]) { return a; } f(u); });
t(() => { const { a = 1 } = n; });
t(() => { const { ["a" + num]: q } = n; });
t(() => { const o = { deep: n }; const { a } = o.deep; });
t(() => { for (const { a } of [n]) console.log(a); });
t(() => { s.foo = 1; });
t(() => { num.foo = 1; });
t(() => { bo.foo = 1; });
t(() => { s.length = 1; });
t(() => { s[0] = "x"; });
t(() => { s["foo"] = "x"; });
t(() => { num[0] = "x"; });
t(() => { n.foo = 1; });
t(() => { u.foo = 1; });
t(() => { u[0] = 1; });
t(() => { const k = "key"; n[k] = 1; });
t(() => { console.log(n.foo); });
t(() => { console.log(u[3]); });
t(() => { u(); });
t(() => { n.f(); });
t(() => { s.foo(); });
t(() => { num(); });
t(() => { const o = {}; o.f(); });
t(() => { const o = { a: {} }; o.a.f(1); });
t(() => { const o = { a: {} }; o.a.b.c; });
t(() => { for (const x of n) console.log(x); });
t(() => { console.log([...u]); });
t(() => { new num(); });
t(() => { "a" in s; });
t(() => { ({}) instanceof num; });
t(() => { ({ a: 1, b: [num] })(); });
t(() => { ({})(); });
t(() => { ({ a: 1, ...n })(); });
for (const a of [null, undefined]) { t(() => a[Symbol.iterator]()); t(() => a[Symbol.toPrimitive]); }

// What cannot be iterated at all.
const plain = { a: 1 };
const iterating = [
  () => {
    const [first] = {};
    return first;
  },
  () => [...5],
  () => {
    for (const one of plain) console.log(one);
  },
  () => Math.max(...plain),
  () => {
    const [first] = plain;
    return first;
  },
  () => new Set(5),
  () => (([first]) => first)({}),
  () => [..."ab", ...true],
  () => new Map(plain),
  () => console.log(...undefined),
  () => iterating.push(1, ...null),
];
for (const one of iterating) {
  try {
    console.log(one());
  } catch (error) {
    console.log(`${error}`);
  }
}
