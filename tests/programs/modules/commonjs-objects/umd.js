// A library for browsers, other loaders and Node alike.
(function (root, factory) {
  if (typeof define === "function" && define.amd) define(["exports"], factory);
  else if (typeof exports === "object" && typeof module !== "undefined") factory(exports);
  else factory((root.counter = {}));
})(this, function (exports) {
  "use strict";
  var made = 0;
  function Counter(name) {
    this.name = name;
    this.n = 0;
    made++;
  }
  Counter.prototype.next = function () {
    return ++this.n;
  };
  exports.Counter = Counter;
  exports.made = function () {
    return made;
  };
  exports.version = "2.0";
});
