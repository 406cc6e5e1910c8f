// `using` and `await using`: what is disposed of when, in what order, and what becomes of errors.
class Resource {
  readonly name: string;
  readonly fails: boolean;
  constructor(name: string, fails = false) {
    this.name = name;
    this.fails = fails;
    console.log(`open ${name}`);
  }
  [Symbol.dispose](): void {
    console.log(`close ${this.name}`);
    if (this.fails) throw new Error(`closing ${this.name}`);
  }
}

class Later {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  async [Symbol.asyncDispose](): Promise<void> {
    console.log(`start closing ${this.name}`);
    await undefined;
    console.log(`closed ${this.name}`);
  }
}

function describe(error: any): string {
  return error.name === "SuppressedError"
    ? `${error.name}(${error.message} ${describe(error.error)}, ${describe(error.suppressed)})`
    : `${error.name}: ${error.message}`;
}

function attempt(name: string, f: () => unknown): void {
  try {
    console.log(name, "gives", f());
  } catch (error) {
    console.log(name, "throws", describe(error));
  }
}

using first = new Resource("module");
attempt("order", () => {
  using a = new Resource("a"),
    b = new Resource("b");
  console.log(a.name, b.name);
  using none = null;
  using c = { count: 3, [Symbol.dispose]() { console.log("close literal", this.count); } };
  return [a.name, b.name, none, c.count].join();
});
attempt("body throws", () => {
  using a = new Resource("a");
  throw new TypeError(`body of ${a.name}`);
});
attempt("all throw", () => {
  using _a = new Resource("a", true);
  using _b = new Resource("b", true);
  throw new RangeError("body");
});
attempt("dispose throws", () => {
  using _a = new Resource("a", true);
  return 1;
});
attempt("no method", () => {
  using _a = new Resource("a");
  using _b: Disposable = {} as any;
  return 2;
});
attempt("no object", () => {
  using _a: Disposable = 5 as any;
});
attempt("nested", () => {
  for (let i = 0; i < 3; i++) {
    using r = new Resource(`loop ${i}`);
    if (i === 0) continue;
    {
      using inner = new Resource("inner");
      if (i === 1) continue;
      console.log(inner.name, r.name);
    }
    break;
  }
  for (using r of [new Resource("x"), new Resource("y", true), new Resource("z")]) console.log("in", r.name);
});
attempt("for", () => {
  for (using r = new Resource("head"); ; ) return r.name;
});
function* steps(): Generator<string, void> {
  using r = new Resource("generator");
  yield r.name;
  yield "not reached";
}
for (const one of steps()) {
  console.log(one);
  break;
}
attempt("changed method", () => {
  const object: any = { [Symbol.dispose]: () => console.log("the first method") };
  using _kept = object;
  object[Symbol.dispose] = () => console.log("the second method");
});

const log = (text: string) => () => console.log(text);
async function waiting(): Promise<string> {
  await using a = new Later("a");
  using b = new Resource("sync");
  await using c = { [Symbol.dispose]: log("sync method of await using") };
  await using d = new Later("d");
  console.log("body", a.name, b.name, typeof c, d.name);
  return "done";
}
async function nothing(): Promise<void> {
  await using _a = null;
  using _b = new Resource("behind null");
  await using _c = undefined;
}
async function failing(): Promise<void> {
  await using _a = { async [Symbol.asyncDispose]() { throw new Error("rejected"); } };
  await using _b = { [Symbol.dispose]() { throw new Error("thrown"); } };
  throw new Error("body");
}
async function ticks(name: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    console.log(name, i);
    await undefined;
  }
}
async function looping(): Promise<void> {
  for (await using one of [new Later("l1"), new Later("l2")]) console.log("in", one.name);
}
const background = ticks("tick", 9);
console.log(await waiting());
await background;
void ticks("tock", 4);
await nothing();
await failing().catch((error) => console.log(describe(error)));
await looping();
await using last = new Later("module's last");
console.log("end", first.name, last.name);
