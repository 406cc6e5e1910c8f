function each(list: number[], f: (n: number) => void): void {
  for (const n of list) f(n);
}
const seen: number[] = [];
try {
  each([1, 2, 3, 4], (n) => {
    if (n === 3) throw new Error(`stop at ${n}`);
    seen.push(n);
  });
} catch (error) {
  console.log((error as Error).message, seen);
}
