function contains<T>(list: T[], wanted: T): boolean {
  for (const item of list) if (item === wanted) return true;
  return false;
}
const o = { v: 1 };
console.log(contains([1, 2], 2), contains(["a", "b"], "c"), contains([o], o), contains([{ v: 1 }], o), contains([NaN], NaN));
console.log(contains<number | string>([1, "1"], "1"), contains<string | null>(["a", null], null));
