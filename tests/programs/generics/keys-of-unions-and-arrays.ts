// Type arguments that are unions or arrays keep their clones apart, and a function that nests its own type comes to an end.

class Box<T> {
  constructor(readonly held: T) {}
  map<U>(change: (held: T) => U): Box<U> {
    return new Box(change(this.held));
  }
}

type Shape = { kind: "circle"; radius: number } | { kind: "square"; side: number };

const number = new Box<number | null>(1.5);
const text = new Box<string | null>("text");
const none = new Box<string | null>(null);
const numbers = new Box<number[]>([1, 2, 3]);
const texts = new Box<string[]>(["a", "b"]);
const rows = new Box<number[][]>([[1], [2, 3]]);
const shape = new Box<Shape>({ kind: "circle", radius: 2 });
const mixed = new Box<string | number | boolean | null | undefined | Shape>(false);
console.log(number.held, text.held, none.held, numbers.held, texts.held, rows.held, shape.held, mixed.held);
console.log(numbers.map((list) => list.reduce((a, b) => a + b)).held / 4, texts.map((list) => list.join("+")).held);
console.log(rows.map((list) => list.length).held, shape.map((one) => (one.kind === "circle" ? one.radius : one.side)).held);
console.log(text.map((one) => one?.length ?? -1).held, none.map((one) => one?.length ?? -1).held);

function first<T>(list: readonly T[]): T | undefined {
  return list[0];
}
console.log(first([1, 2]), first(["x"]), first<string | number>(["y", 1]), first([[0.5], [1]])?.[0], first<number[]>([]));

function nested<T>(value: T, depth: number): unknown {
  return depth === 0 ? value : nested([value], depth - 1);
}
console.log(JSON.stringify(nested("deep", 5)), JSON.stringify(nested(1, 3)));

function both<T>(value: T | undefined, otherwise: T): T {
  return new Box<T | undefined>(value).held ?? new Box<T[]>([otherwise]).held[0]!;
}
console.log(both(undefined, 7) + 1, both("here", "there"), both<boolean>(undefined, true));
