class Point {
  constructor(public x: number) {}
  add(): void {
    this.x++;
  }
}
const double = (_key: string, value: unknown) => (typeof value === "number" ? value * 2 : value);
console.log(JSON.stringify({ a: 1 }, double)); // error: JSON.stringify with a function as replacer is not supported
console.log(JSON.stringify([1], function (_key, value) { return value; }, 2)); // error: a function as replacer

function replacer(all: boolean): ((key: string, value: unknown) => unknown) | undefined {
  return all ? undefined : double;
}
console.log(JSON.stringify(new Point(1), replacer(process.argv.length > 9))); // error: a function as replacer

// What is no function is as before.
console.log(JSON.stringify({ a: 1, b: [2] }, ["a"]), JSON.stringify({ a: double }, null, 2), JSON.stringify([double], undefined));
