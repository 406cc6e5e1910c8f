// Loops whose rounds may collect: references live on over calls that throw, in loops within loops and on every way out.
class Node { value: number; next: Node | null; constructor(value: number, next: Node | null) { this.value = value; this.next = next; } }
function make(n: number, tail: Node | null): Node {
  if (n % 7 === 3) throw new Error(`no ${n}`);
  return new Node(n, tail);
}
function inner(list: Node, extra: Node, rounds: number): number {
  let total = 0;
  let last: Node | null = null;
  for (let i = 0; i < rounds; i++) {
    const made = make(i * 2, list);
    if (i % 3 === 0) last = make(i + 14 * i, made);
    total += made.value + extra.value + (last === null ? 0 : last.value);
    const text = String(i) + "x";
    total += text.length;
    if (total > 5000) return total + list.value;
  }
  return total + list.value;
}
function caughtInside(list: Node, rounds: number): number {
  let caught = 0;
  for (let i = 0; i < rounds; i++) {
    try {
      const one = make(i, list);
      for (let j = 0; j < 3; j++) { const two = make(i + j, one); caught += two.next === one ? 1 : 1000; }
    } catch (error) {
      caught += (error as Error).message.length + list.value;
    } finally {
      caught += 1;
    }
  }
  return caught;
}
let thrown = 0;
let sum = 0;
const rounds = 300;
for (let round = 0; round < rounds; round++) {
  const list = new Node(round, null);
  try {
    sum += inner(list, new Node(1, list), round % 9);
  } catch (error) {
    thrown++;
    sum += (error as Error).message.length;
  }
  sum += caughtInside(list, 5);
}
console.log(sum, thrown);
