class Box<T = string> {
  constructor(public value: T) {}
}
const a: Box = new Box("text");
const b = new Box(3);
b.value += 0.5;
console.log(a.value, b.value);
