// What entries() gives as a position is also an object as far as flow tells: library functions take it as a number.
interface Source {
  readonly name: string;
  readonly cost: number;
}

const waiting: Source[] = [
  { name: "a", cost: 3 },
  { name: "b", cost: 1 },
  { name: "c", cost: 2 },
];
const order: string[] = [];
while (waiting.length > 0) {
  let best: { source: Source; place: number } | null = null;
  for (const [place, source] of waiting.entries())
    if (best === null || source.cost < best.source.cost) best = { source, place };
  if (best === null) break;
  const [taken] = waiting.splice(best.place, 1);
  order.push(`${"-".repeat(best.place)}${taken!.name.padStart(best.place + 2)}`);
}
console.log(order);
for (const [i, one] of [{ text: "abc" }, { text: "def" }].entries())
  console.log(one.text.slice(i), one.text.charAt(i), one.text.indexOf("f", i), i << 2, [4, 5, 6].at(i));
