// What programs give to the global object and to objects of the library, where Node has nothing of the name.
globalThis.foo = (x) => x + 1;
console.log(globalThis.foo(1));
Object.extend = function (destination, source) {
  for (var property in source) destination[property] = source[property];
  return destination;
};
Math.clamp = (x, low, high) => Math.min(high, Math.max(low, x));
Math.TAU = 2 * Math.PI;
Array.range = function (n) { var a = []; for (var i = 0; i < n; i++) a.push(i); return a; };
if (!String.repeatAll) String.repeatAll = (list, n) => list.map((one) => one.repeat(n));
console.log(Object.extend({ a: 1 }, { b: 2 }), Math.clamp(5, 0, 3), Math.TAU.toFixed(3), Array.range(3));
console.log(typeof Math.clamp, [1, 7].map((x) => Math.clamp(x, 2, 5)), String.repeatAll(["a"], 2));
Math.calls ??= 0;
Math.calls++;
Math.calls += 2;
console.log(Math.calls, globalThis.foo?.(4), Math.clamp?.(1, 2, 3));
try { Array.later(1); } catch (e) { console.log(e.message); }
Array.later = (x) => x;
console.log(Array.later(3), Math.max(1, 2));
