function map<A, B>(list: A[], f: (a: A) => B): B[] {
  const result: B[] = [];
  for (const item of list) result.push(f(item));
  return result;
}
console.log(map([1, 2, 3], (n) => n * 2));
console.log(map(["a", "bb"], (s) => s.length));
console.log(map([1, 2], (n) => `n${n}`));
console.log(map([0.5], (x) => x > 0));
