// Fields that loops change: in a variable while the loop runs, and in the object whenever anybody can look.

class Counter {
  steps = 0;
  sum = 0.5;
  open = false;
  small = 0;
}

class Cursor {
  at = 0;
  line = 1;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  skipBlanks(): void {
    while (this.at < this.text.length && this.text.charCodeAt(this.at) <= 32) {
      if (this.text.charCodeAt(this.at) === 10) this.line++;
      this.at++;
    }
  }

  word(): string {
    this.skipBlanks();
    const start = this.at;
    for (; this.at < this.text.length && this.text.charCodeAt(this.at) > 32; this.at++) {
      if (this.text.charCodeAt(this.at) === 33) throw new Error(`a mark at ${this.at} of line ${this.line}`);
    }
    return this.text.slice(start, this.at);
  }
}

function count(counter: Counter, list: readonly number[]): void {
  for (const x of list) {
    counter.steps++;
    counter.sum += x / 2;
    counter.open = !counter.open;
    if (x > 900) return;
    if (x === 7) continue;
    counter.small = counter.steps & 3;
  }
}

function nested(counter: Counter, n: number): number {
  let most = 0;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) {
      counter.steps += k;
      if (counter.steps > 40) break;
    }
    most = Math.max(most, counter.steps);
    counter.steps -= i;
  }
  return most;
}

/** The two may be one. */
function both(a: Counter, b: Counter, n: number): void {
  for (let i = 0; i < n; i++) {
    a.steps += 1;
    b.steps += 10;
    a.sum += b.steps;
  }
}

function thrown(counter: Counter, list: readonly number[]): string {
  try {
    for (const x of list) {
      counter.steps++;
      if (x < 0) throw new Error(`negative after ${counter.steps}`);
      counter.sum -= x;
    }
  } catch (error) {
    return `${(error as Error).message}, ${counter.steps}, ${counter.sum}`;
  } finally {
    counter.open = true;
  }
  return `none, ${counter.steps}`;
}

function allocating(counter: Counter, n: number): string {
  let text = "";
  for (let i = 0; i < n; i++) {
    counter.steps++;
    text += `${i},`;
  }
  return text;
}

const shown = (counter: Counter): string =>
  [counter.steps, counter.sum, counter.open, counter.small].join(" ");

const one = new Counter();
const two = new Counter();
const lists = [[], [1], [7, 7, 8], [3, 901, 4], Array.from({ length: 50 }, (_, i) => i * 3)];
for (const list of lists) {
  count(one, list);
  console.log(shown(one), nested(two, list.length), shown(two));
  both(one, two, list.length);
  both(two, two, list.length);
  console.log(shown(one), shown(two), thrown(one, [...list, -1]), thrown(two, list));
  console.log(allocating(one, list.length), shown(one));
}
const cursor = new Cursor("  some words\n\n  on lines\nand! one");
try {
  for (let i = 0; i < 9; i++) console.log(cursor.word(), cursor.at, cursor.line);
} catch (error) {
  console.log((error as Error).message, cursor.at, cursor.line);
}
