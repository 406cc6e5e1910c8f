/**
 * Allocations of kinds that examples/allocatealot.ts has none of; bench/limits/allocation-kinds.c is the same by hand.
 *
 *   allocation-kinds KIND [OBJECTS]
 *
 *   two-classes   lists of objects of two classes in turn, a new one every 1024 objects
 *   conditional   three of four rounds allocate
 *   pointer       an object with a reference to an older one
 *   called        in a function of its own
 */
class Small {
  readonly next: Small | Large | null;
  readonly value: number;
  constructor(next: Small | Large | null, value: number) {
    this.next = next;
    this.value = value;
  }
}

class Large {
  readonly next: Small | Large | null;
  readonly value: number;
  readonly square: number;
  constructor(next: Small | Large | null, value: number) {
    this.next = next;
    this.value = value;
    this.square = value + value;
  }
}

class Plain {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

class Link {
  readonly to: Plain;
  readonly value: number;
  constructor(to: Plain, value: number) {
    this.to = to;
    this.value = value;
  }
}

const listLength = 1024;

/** What the last two objects of a loop are kept in: nothing less shows that each was made. */
const kept: (Plain | Link)[] = [];

function twoClasses(objects: number): number {
  let list: Small | Large | null = null;
  for (let i = 0; i < objects; i += 2) {
    if (i % listLength === 0) list = null;
    list = new Large(new Small(list, i), i);
  }
  let sum = 0;
  for (let at = list; at !== null; at = at.next) sum += at instanceof Large ? at.square : at.value;
  return sum;
}

function conditional(objects: number): number {
  let previous = new Plain(0);
  let last = previous;
  for (let i = 0; i < objects; i++) {
    if ((i & 3) === 0) continue;
    previous = last;
    last = new Plain(i);
  }
  kept.push(last, previous);
  return last.value;
}

function pointer(objects: number): number {
  const anchor = new Plain(7);
  let previous = new Link(anchor, 0);
  let last = previous;
  for (let i = 0; i < objects; i++) {
    previous = last;
    last = new Link(anchor, i);
  }
  kept.push(last, previous);
  return last.value + last.to.value;
}

function make(value: number): Plain {
  return new Plain(value);
}

function called(objects: number): number {
  let previous = make(0);
  let last = previous;
  for (let i = 0; i < objects; i++) {
    previous = last;
    last = make(i);
  }
  kept.push(last, previous);
  return last.value;
}

const kinds: Record<string, (objects: number) => number> = {
  "two-classes": twoClasses,
  conditional,
  pointer,
  called,
};
const kind = kinds[process.argv[2] ?? "called"]!;
const objects = Number(process.argv[3] ?? "1000000");
// Integers from here on, as in C.
if (!Number.isSafeInteger(objects)) throw new Error("usage: allocation-kinds KIND [OBJECTS]");
const start = performance.now();
console.log(kind(objects));
for (const { value } of kept) console.log(value);
console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
