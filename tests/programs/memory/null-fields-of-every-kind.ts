class Everything {
  text: string | null = null;
  list: number[] | null = null;
  other: Everything | null = null;
  f: (() => number) | null = null;
  n: number | null = null;
}
let first = new Everything();
let last = first;
for (let i = 0; i < 3000; i++) {
  const next = new Everything();
  if (i % 2 === 0) next.text = `t${i}`;
  if (i % 3 === 0) next.list = [i];
  if (i % 5 === 0) next.f = () => i;
  if (i % 7 === 0) next.n = i;
  if (i % 100 === 0) {
    last.other = next;
    last = next;
  }
}
let count = 0;
let sum = 0;
for (let e: Everything | null = first; e !== null; e = e.other) {
  count++;
  sum += (e.text?.length ?? 0) + (e.list?.[0] ?? 0) + (e.f?.() ?? 0) + (e.n ?? 0);
}
console.log(count, sum);
