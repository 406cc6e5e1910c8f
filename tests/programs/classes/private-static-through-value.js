// A private static method of a class in a variable, as TypeScript writes `this` in static members.
var _a;
class V {
  static { _a = this; }
  static #one(x) { return x + 1; }
  static two(x) { return _a.#one(x) + V.#one(x); }
}
console.log(V.two(3), _a.two(4));
