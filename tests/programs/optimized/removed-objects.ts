// Objects that never leave their function: tuples, closures, iterators, boxed results, exceptions, pairs around a loop.
class Vector {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  plus(other: Vector): Vector {
    return new Vector(this.x + other.x, this.y + other.y);
  }
  scaled(by: number): Vector {
    return new Vector(this.x * by, this.y * by);
  }
}

function walk(steps: number): number {
  let position = new Vector(0, 0);
  let velocity = new Vector(1, 0.5);
  for (let i = 0; i < steps; i++) {
    position = position.plus(velocity.scaled(0.5));
    velocity = new Vector(velocity.y, velocity.x);
  }
  return position.x * 1000 + position.y;
}
console.log(walk(10), walk(11), walk(0));

function divide(a: number, b: number): [number, number] {
  return [Math.floor(a / b), a % b];
}
let digits = 0;
for (let n = 98765; n > 0; ) {
  const [quotient, digit] = divide(n, 10);
  digits = digits * 10 + digit;
  n = quotient;
}
console.log(digits);

class Range {
  private at: number;
  constructor(
    from: number,
    private readonly to: number,
  ) {
    this.at = from;
  }
  next(): { done: boolean; value: number } {
    return this.at < this.to ? { done: false, value: this.at++ } : { done: true, value: -1 };
  }
}

function sumOf(from: number, to: number): number {
  const range = new Range(from, to);
  let sum = 0;
  for (let step = range.next(); !step.done; step = range.next()) sum += step.value;
  return sum;
}
console.log(sumOf(3, 9), sumOf(5, 5));

function apply(count: number, each: (index: number) => void): void {
  for (let i = 0; i < count; i++) each(i);
}
function total(count: number): number {
  let sum = 0;
  let last: string | undefined;
  apply(count, (index) => {
    sum += index * count;
    last = `last ${index}`;
  });
  return last === undefined ? -1 : sum + last.length;
}
console.log(total(0), total(4), total(100));

class Found extends Error {
  constructor(readonly at: number) {
    super(`found at ${at}`);
  }
}
function search(items: readonly number[], wanted: number): number {
  try {
    for (let i = 0; i < items.length; i++) if (items[i] === wanted) throw new Found(i);
  } catch (error) {
    if (error instanceof Found) return error.at;
    throw error;
  }
  return -1;
}
console.log(search([4, 5, 6], 6), search([4, 5, 6], 7));

// Two names of one object while it changes; an object that is one of two; one that is compared.
function renamed(n: number): string {
  const first = { value: n };
  let second = first;
  for (let i = 0; i < 3; i++) {
    second.value += i;
    if (i === 1) second = { value: 100 };
  }
  const either = n > 2 ? first : second;
  either.value++;
  return `${first.value} ${second.value} ${first === second} ${either === first}`;
}
console.log(renamed(1), renamed(5));

function swap(n: number): number {
  let a = { value: 1 };
  let b = { value: 2 };
  for (let i = 0; i < n; i++) {
    const held = a;
    a = b;
    b = held;
    a.value += 10;
  }
  return a.value * 1000 + b.value;
}
console.log(swap(0), swap(1), swap(2), swap(5));

function unwritten(set: boolean): string {
  const made: { a?: number; b: string | undefined } = { b: undefined };
  if (set) made.a = 3;
  return `${made.a} ${made.b}`;
}
console.log(unwritten(true), unwritten(false));
