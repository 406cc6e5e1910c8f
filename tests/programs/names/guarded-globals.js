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
