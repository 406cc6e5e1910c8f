function identity<T>(x: T): T {
  return x;
}
console.log(identity(1), identity("a"), identity(true), identity(0.5), identity(null), identity([1]).length);
