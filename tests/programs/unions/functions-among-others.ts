/** What a function would stop is asked of unions that may hold one, and none comes. */
class Table {
  readonly rows = 1;
}
class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  toString(): string {
    return `${this.x}/${this.y}`;
  }
}
type Value = null | string | number | Table | Point | ((by: number) => number);

const values: Value[] = [3, "a", new Table(), 1, "b", new Point(1, 2), (by) => by + 1];

function order(a: Value, b: Value): number {
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}
console.log(order(values[0], values[3]), order(values[1], values[4]), order(new Table(), "b"), order("1/3", new Point(1, 2)));

const objects: (Table | Point | ((by: number) => number))[] = [new Table(), new Point(3, 4), (by) => by];
console.log(`${objects[0]} ${objects[1]}`, objects.slice(0, 2).join("; "));

function joined(items: Value[], separator: Value): string {
  return items.join(separator as string);
}
console.log(joined(values.slice(0, 6), ", "), joined(values.slice(3, 5), 0 as Value));
console.log([values[3], values[0]].sort().length, +values[0]! - 1, Number(values[3]), parseInt(String(values[3])));
