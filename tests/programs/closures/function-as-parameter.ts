function apply(list: number[], f: (n: number, index: number) => number): number[] {
  const result: number[] = [];
  for (let i = 0; i < list.length; i++) result.push(f(list[i]!, i));
  return result;
}
console.log(apply([1, 2, 3], (n) => n * n), apply([5, 5], (n, i) => n + i), apply([1], () => 0.5));
