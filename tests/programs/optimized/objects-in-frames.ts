// Objects that nothing refers to when their function is left, passed to functions too big to be inlined, while others die and move.

class Node2 {
  next: Node2 | null;
  readonly name: string;
  constructor(name: string, next: Node2 | null) {
    this.name = name;
    this.next = next;
  }
}

class Context {
  depth = 0;
  most = 0;
  names: string[] = [];
  last: Node2 | null = null;
  extra: unknown = undefined;
}

let garbage: unknown[] = [];

function churn(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    garbage = [i, garbage.length, `g${i}`];
    sum += garbage.length;
  }
  return sum;
}

/** Recursive: never inlined. Writes new objects into one that may be in a frame. */
function walk(context: Context, n: number): void {
  context.depth++;
  if (context.depth > context.most) context.most = context.depth;
  context.names.push(`n${n}`);
  churn(7);
  if (n > 0) {
    context.last = new Node2(`l${n}`, context.last);
    walk(context, n - 1);
    if (n % 3 === 0) walk(context, n - 2);
    context.extra = n % 2 === 0 ? `${n} even` : n;
  }
  context.depth--;
}

function chain(node: Node2 | null): string {
  const parts: string[] = [];
  for (let one = node; one !== null; one = one.next) parts.push(one.name);
  return parts.join(" ");
}

function once(n: number): string {
  const context = new Context();
  walk(context, n);
  churn(20);
  return `${context.most} ${context.names.length} ${chain(context.last)} ${String(context.extra)}`;
}

/** A context for each round; the one before is compared with it by what it holds. */
function rounds(n: number): string {
  let text = "";
  for (let i = 0; i < n; i++) {
    const context = new Context();
    walk(context, i);
    text += `${context.names.length},${context.last?.name ?? "-"};`;
  }
  return text;
}

/** One of the round before is still used: it must not share its place. */
function lagging(n: number): string {
  let before = new Context();
  let text = "";
  for (let i = 0; i < n; i++) {
    const context = new Context();
    walk(context, i);
    text += `${before.names.length}<${context.names.length} ${before === context};`;
    before = context;
  }
  return text;
}

/** Either a new one or what somebody else has. */
function either(shared: Context | null, n: number): string {
  const context = shared ?? new Context();
  walk(context, n);
  churn(11);
  return `${context.names.length} ${chain(context.last)}`;
}

class Rejected extends Error {}

/** An exception passes the function that has the object. */
function guarded(n: number): string {
  const context = new Context();
  try {
    walk(context, n);
    refuse(context, n);
    return "accepted";
  } catch (error) {
    churn(13);
    return `${(error as Error).message} ${context.names.join("")}`;
  }
}

function refuse(context: Context, n: number): void {
  if (n > 0) refuse(context, n - 1);
  else if (context.most > 2) throw new Rejected(`most ${context.most}`);
}

/** Kept by a callee of a callee. */
const kept: Context[] = [];
function keep(context: Context, n: number): void {
  if (n === 0) kept.push(context);
  else keep(context, n - 1);
}
function keeping(n: number): void {
  const context = new Context();
  walk(context, n);
  keep(context, 2);
}

/** What lives while a generator waits is in no frame. */
function* waiting(n: number): Generator<string> {
  const context = new Context();
  for (let i = 0; i < n; i++) {
    walk(context, 1);
    yield `${context.names.length} ${context.last?.name ?? "-"}`;
  }
}

const shared = new Context();
for (let i = 0; i < 6; i++) {
  console.log(once(i));
  console.log(rounds(i), lagging(i));
  console.log(either(i % 2 === 0 ? null : shared, i));
  console.log(guarded(i));
  keeping(i);
}
console.log(kept.map((one) => `${one.names.length} ${chain(one.last)}`).join("|"));
console.log([...waiting(4)].join("; "), shared.names.length);

let total = 0;
for (let i = 0; i < 300; i++) total += once(i % 7).length;
console.log(total);

/** Closures and arrays that callees only look at. */
function sumOf(list: number[], weigh: (x: number, i: number) => number): number {
  let sum = 0;
  list.forEach((x, i) => {
    sum += weigh(x, i);
  });
  return sum;
}
for (let i = 0; i < 4; i++) {
  const scale = i + 0.5;
  const list = [1, 2, 3, i];
  console.log(sumOf(list, (x, at) => x * scale + at), [...list].sort((a, b) => (a - b) * scale).join());
}
