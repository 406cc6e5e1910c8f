function test(n: number): boolean {
  if (n > 2) throw new Error(`too far: ${n}`);
  return true;
}
let i = 0;
try {
  while (test(i)) i++;
} catch (error) {
  console.log((error as Error).message, i);
}
