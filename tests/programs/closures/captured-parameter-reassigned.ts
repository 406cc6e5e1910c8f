function countdown(n: number): () => number {
  return () => n--;
}
const next = countdown(3);
console.log(next(), next(), next(), next());
