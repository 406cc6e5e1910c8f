class Box<T> {
  constructor(readonly value: T) {}
}
const b: Box<number, string> = new Box(1); // error: Generic type 'Box<T>' requires 1 type argument(s).
console.log(b);
