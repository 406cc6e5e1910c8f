function first<T>(list: T[], test: (item: T) => boolean): T | undefined {
  for (const item of list) if (test(item)) return item;
  return undefined;
}
console.log(first([1, 2, 3], (n) => n > 1), first(["a"], (s) => s === "z"), first([0, false], (x) => x === false));
