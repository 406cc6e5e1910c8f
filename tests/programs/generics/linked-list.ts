class Cell<T> {
  constructor(
    readonly head: T,
    readonly tail: Cell<T> | null,
  ) {}
}
function fromArray<T>(items: T[]): Cell<T> | null {
  let list: Cell<T> | null = null;
  for (let i = items.length - 1; i >= 0; i--) list = new Cell(items[i]!, list);
  return list;
}
function lengthOf<T>(list: Cell<T> | null): number {
  return list === null ? 0 : 1 + lengthOf(list.tail);
}
console.log(lengthOf(fromArray([1, 2, 3])), lengthOf(fromArray<string>([])), fromArray(["x", "y"])!.tail!.head);
