function make(i: number): { name: string; list: number[]; inner: { id: number } } {
  return { name: `n${i}`, list: [i, i + 1], inner: { id: i * 2 } };
}
let kept = make(0);
let total = 0;
for (let i = 1; i < 5000; i++) {
  const next = make(i);
  if (i % 1000 === 0) kept = next;
  total += next.list[1]! + next.inner.id - next.name.length;
}
console.log(total, kept.name, kept.list, kept.inner.id);
