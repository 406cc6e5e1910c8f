function descend(n: number): number {
  if (n === 0) throw new Error("bottom");
  return descend(n - 1) + 1;
}
try {
  descend(3000);
} catch (error) {
  console.log((error as Error).message);
}
