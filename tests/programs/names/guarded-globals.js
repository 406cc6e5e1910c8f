// What other hosts have is asked for before it is used: none of it is reached.
class Base {
  constructor(v) {
    this.v = v;
  }
  get(x) {
    return this.v + x;
  }
}
class Derived extends Base {
  get(x) {
    return Base.prototype.get.call(this, x) * 10;
  }
}
var root = {};
(function (global) {
  global.get = Derived.prototype.get;
})(typeof window !== 'undefined' ? window : root);
if (typeof define === 'function' && define.amd) define([], root);
else if (typeof document === 'object') document.title = 'x';
else console.log('neither', typeof define);
var now = typeof alert === 'undefined' ? 1 : alert('no');
console.log(now, root.get.call(new Base(2), 3), new Derived(1).get(2), Derived.prototype.get.call({ v: 1 }, 1));
try {
  console.log(typeof document === 'undefined' && document.title);
} catch (error) {
  console.log(error.name, error.message);
}
// What the program itself gives to `globalThis`, and what the library has there.
globalThis.counter = 0;
function bump(by = 1) {
  globalThis.counter += by;
  return globalThis.counter;
}
bump();
console.log(bump(4), globalThis["counter"]++, globalThis.counter, globalThis.missing, typeof globalThis.missing);
globalThis.settings ??= { debug: true, list: [1] };
console.log(globalThis.settings.list.length, globalThis.settings?.debug, globalThis.nothing?.x, typeof globalThis);
console.log(globalThis.Math.max(1, 2), globalThis.Array.isArray([]), new globalThis.Map([[1, 2]]).get(1), globalThis.parseInt("12px"));
