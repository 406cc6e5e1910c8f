const seen: number[] = [];
try {
  [1, 2, 3].map((n) => {
    if (n === 2) throw new Error(`at ${n}`);
    seen.push(n);
    return n;
  });
} catch (error) {
  console.log((error as Error).message, seen);
}
