// Generators by `next`, `return` and `throw`: values in and out, `finally`, the end, errors.
function* talk(): Generator<string, number, number> {
  const a = yield "first";
  const b = yield `got ${a}`;
  return a + b;
}
const t = talk();
console.log(t.next(99), t.next(1), t.next(2), t.next(3));

function* guarded(log: string[]): Generator<number, string, unknown> {
  try {
    yield 1;
    try {
      yield 2;
    } catch (e) {
      log.push(`caught ${e}`);
      yield 20;
    }
    yield 3;
  } finally {
    log.push("finally");
    yield 4;
    log.push("end");
  }
  return "done";
}
const log: string[] = [];
let g = guarded(log);
console.log(g.next(), g.return("early"), g.next(), g.next());
g = guarded(log);
console.log(g.next(), g.next(), g.throw("oops"), g.next(), g.next(), g.next());
g = guarded(log);
console.log(g.return("unstarted"), g.next());
g = guarded(log);
g.next();
try {
  g.throw(new Error("x"));
  g.next();
} catch (e) {
  console.log("thrown", (e as Error).message);
}
console.log(g.next(), log);

// A body that throws ends the generator.
function* fails(): Generator<number> {
  yield 1;
  throw new RangeError("inside");
}
const f = fails();
console.log(f.next());
try {
  f.next();
} catch (e) {
  console.log((e as Error).message);
}
console.log(f.next());
try {
  f.throw(new TypeError("late"));
} catch (e) {
  console.log((e as Error).message);
}

// Parameters are bound at the call, the body runs later.
function noisy(x: number): number {
  console.log("default", x);
  return x;
}
function* lazy(a: number, b = noisy(a)): Generator<number> {
  console.log("started");
  yield a + b;
}
const l = lazy(2);
console.log("made");
console.log([...l], [...l]);

function* reentrant(): Generator<number> {
  try {
    again.next();
  } catch (e) {
    console.log((e as Error).message);
  }
  yield 1;
}
const again: Generator<number> = reentrant();
console.log(again.next(), again.next());

// Variables live on from one `yield` to the next; other generators have their own.
function outer(): Generator<number> {
  let shared = 10;
  function* inner(step: number): Generator<number> {
    let own = 0;
    while (own < 3) {
      own++;
      shared += step;
      yield shared * 100 + own;
    }
  }
  const a = inner(1);
  const b = inner(5);
  const result: number[] = [];
  for (let i = 0; i < 3; i++) result.push(a.next().value, b.next().value);
  console.log(result, shared);
  shared = 1;
  return inner(2);
}
console.log([...outer()]);

const sequence = {
  *range(from: number, to: number): Generator<number> {
    for (let i = from; i <= to; i++) yield i;
  },
};
class Tree {
  left: Tree | undefined;
  right: Tree | undefined;
  constructor(public value: number) {}
  insert(value: number): void {
    const side = value < this.value ? "left" : "right";
    const child = side === "left" ? this.left : this.right;
    if (child) child.insert(value);
    else if (side === "left") this.left = new Tree(value);
    else this.right = new Tree(value);
  }
  *[Symbol.iterator](): Generator<number> {
    if (this.left) yield* this.left;
    yield this.value;
    if (this.right) yield* this.right;
  }
}
const tree = new Tree(50);
for (const x of [30, 70, 20, 40, 60, 80]) tree.insert(x);
console.log([...tree], [...sequence.range(3, 6)], Math.max(...tree));
console.log(talk(), tree[Symbol.iterator]());
const fromExpression = function* (): Generator<boolean> {
  yield true;
  yield false;
};
for (const b of fromExpression()) console.log(b);

// What a generator calls itself.
function* shown(): Generator<number> {
  yield 1;
}
async function* shownAsync(): AsyncGenerator<number> {
  yield 1;
}
console.log(String(shown()), shown().toString(), Object.prototype.toString.call(shown()), shown());
console.log(`${shownAsync()}`, `${[1][Symbol.iterator]()}`, "a"[Symbol.iterator]());
