function fold<A, R>(list: A[], start: R, f: (result: R, item: A) => R): R {
  let result = start;
  for (const item of list) result = f(result, item);
  return result;
}
console.log(fold([1, 2, 3], 0, (sum, n) => sum + n));
console.log(fold(["a", "b"], "", (text, s) => s + text));
console.log(fold([3, 1, 2], true, (sorted, n) => sorted && n > 0));
console.log(fold([1, 2], [0], (list, n) => {
  list.push(n * n);
  return list;
}));
