// Arguments are spread into arrays that have them behind fields, beside classes with methods of the same names.
class Stack<T> {
  #items: T[] = [];
  push(...values: T[]) { this.#items.push(...values); return this; }
  unshift(...values: T[]) { this.#items.unshift(...values); return this.#items.length; }
  concat(...others: T[][]) { return this.#items.concat(...others); }
  splice(at: number, n: number, ...values: T[]) { return this.#items.splice(at, n, ...values); }
  get all() { return [...this.#items]; }
}
const stack = new Stack<number>();
console.log(stack.push(1, 2).push(...[3, 4], 5).all, stack.unshift(...[-1, 0]), stack.concat([7], [8, 9]), stack.splice(1, 2, ...[50, 60]), stack.all);
const list = [1, 2];
console.log(list.push(...list, 9), list, list.push(...[]), [0].concat(...[[1], [2, 3]], 4), "a".concat(...["b", "c"]));
console.log(Math.pow(...([2, 10] as const)), Math.atan2(...([1, 1] as [number, number])).toFixed(3), parseInt(...(["ff", 16] as const)));
const nested: number[][] = [];
nested.push(...[[1], [2]]);
console.log(nested, list.unshift(...list), list);
const either: { push(...x: number[]): unknown }[] = [new Stack<number>(), [1]];
for (const one of either) one.push(...[5, 6]);
console.log((either[0] as Stack<number>).all, either[1]);
// Among values of a table: strings and numbers have no such method.
const table: any = { list: [] };
for (const [name, value] of Object.entries({ text: "s", count: 5, flag: true } as Record<string, unknown>)) table[name] = value;
function addTo(name: string, ...values: unknown[]): void {
  try {
    table[name].push(...values);
    console.log(table);
  } catch (error) {
    console.log((error as Error).message);
  }
}
addTo("list", 1, "b");
for (const name of ["text", "count", "flag", "missing"]) addTo(name, 1);
globalThis.console.log(typeof globalThis.performance.now(), globalThis.process.argv.length > 1);
