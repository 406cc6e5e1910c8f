/** A parameter that a function only has because another of its table takes more is nobody's business where it is called by name. */
function twice(n: number): number {
  return n * 2;
}
const byName = twice(4);
const table: ((a: number, b: number) => number)[] = [twice, (a, b = 2) => a + b];
console.log(byName, table.map((f) => f(1, 2)), twice(20));

class Point {
  constructor(readonly x: number) {}
}
function name(text: string): string {
  return `<${text}>`;
}
const shown: ((text: string, at: Point, big: boolean) => string)[] = [
  name,
  (text, at) => `${text}@${at.x}`,
  (text, _, big) => (big ? text.toUpperCase() : text),
];
console.log(name("a"), shown.map((f) => f("b", new Point(3), true)));

function half(n: number): number {
  return n / 2;
}
const words: ((n: number, unit: string, big: bigint) => number | string)[] = [half, (n, unit, big) => n + unit + big];
console.log(half(3), words.map((f) => f(1.5, "m", 7n)));
