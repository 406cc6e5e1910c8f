// What a handler uses, and what is used where nothing was thrown, is kept over calls that make objects only to throw them.
class Box {
  constructor(
    readonly name: string,
    readonly inner: Box | null = null,
  ) {}
  depth(): number {
    return this.inner === null ? 1 : 1 + this.inner.depth();
  }
}

function positive(n: number): number {
  if (n < 0) throw new RangeError(`${n} of ${[n, n * 2].join("/")}`);
  return n;
}

function nested(n: number, box: Box): Box {
  positive(n);
  return box;
}

function orElse(n: number, box: Box, other: Box): string {
  try {
    return `${positive(n)} ${box.name}`;
  } catch (error) {
    return `${other.name} ${(error as Error).message}`;
  }
}

function recovers(n: number): number {
  try {
    return positive(n);
  } catch {
    return -n;
  }
}

function cleansUp(n: number, box: Box, seen: string[]): number {
  const own = new Box(`own ${n}`, box);
  try {
    return positive(n) + own.depth();
  } finally {
    seen.push(own.inner!.name);
  }
}

function readsNothing(box: Box | null): number {
  return box!.depth();
}

const seen: string[] = [];
let sum = 0;
const texts: string[] = [];
for (let i = -40; i < 40; i++) {
  const box = new Box(`box ${i}`, new Box("inner"));
  const other = new Box(`other ${i}`);
  const text = orElse(i, box, other);
  if (i % 16 === 0) texts.push(text, orElse(-i - 1, nested(Math.abs(i), box), other));
  sum += recovers(i) + box.depth() + other.depth();
  try {
    sum += cleansUp(i, nested(i, box), seen);
  } catch (error) {
    sum += (error as Error).message.length + box.name.length;
  }
  try {
    sum += readsNothing(i % 3 === 0 ? null : box);
  } catch {
    sum += other.name.length;
  }
}
console.log(texts, sum, seen.length, seen.at(-1));

// Recursion that throws at its end, with an object in each frame that is used on the way back.
function down(n: number, above: Box): number {
  const mine = new Box(`${n}`, above.inner);
  if (n === 0) positive(-1);
  try {
    return down(n - 1, mine);
  } catch (error) {
    if (n % 7 !== 0) throw error;
    return mine.name.length + above.depth();
  }
}
console.log(down(20, new Box("top", new Box("bottom"))));
