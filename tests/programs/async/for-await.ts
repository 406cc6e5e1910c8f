// `for await`: over iterators of both kinds, closed on every early way out; values of the other kind are waited for.
const log = (...values: unknown[]): void => console.log(...values);

class Source {
  readonly name: string;
  left: number;
  constructor(name: string, left: number) {
    this.name = name;
    this.left = left;
  }
  [Symbol.asyncIterator]() {
    return this;
  }
  next() {
    log(this.name, "next");
    return this.left-- > 0
      ? Promise.resolve({ value: this.left, done: false })
      : Promise.resolve({ value: undefined, done: true });
  }
  async return(value?: unknown) {
    log(this.name, "return", value);
    await undefined;
    return { value, done: true };
  }
}

class Plain {
  at = 0;
  [Symbol.iterator]() {
    return this;
  }
  next() {
    return { value: this.at === 1 ? Promise.reject(new Error("at one")) : this.at, done: this.at++ > 3 };
  }
}

async function early(how: string): Promise<string> {
  outer: for (const round of [1, 2]) {
    for await (const one of new Source(how, 2)) {
      if (how === "break") break;
      if (how === "outer") continue outer;
      if (how === "return") return `returned ${one} in round ${round}`;
      if (how === "throw") throw new Error("out of the loop");
      if (how === "continue") continue;
      log("body", one);
    }
  }
  return "ended";
}

const never = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new TypeError("no next")) }),
};
const wrong = { [Symbol.asyncIterator]: () => ({ next: async () => 5 as never }) };
const failing = {
  [Symbol.asyncIterator]: () => ({
    next: async () => ({ value: "v", done: false }),
    return: async (): Promise<any> => {
      throw new Error("return failed");
    },
  }),
};

async function main(): Promise<void> {
  for (const how of ["break", "outer", "return", "throw", "continue", "plain"]) {
    try {
      log(await early(how));
    } catch (error) {
      log("caught", (error as Error).message);
    }
  }
  try {
    for await (const one of new Plain()) log(one);
  } catch (error) {
    log((error as Error).message);
  }
  for (const bad of [never, wrong, undefined, 5, {}] as any[]) {
    try {
      for await (const one of bad) log(one);
    } catch (error) {
      log((error as Error).message);
    }
  }
  try {
    for await (const one of failing) {
      log(one);
      break;
    }
  } catch (error) {
    log((error as Error).message);
  }
  try {
    for await (const one of failing) throw new Error(`first of ${one}`);
  } catch (error) {
    log((error as Error).message);
  }
  let total = 0;
  for await (const { size } of [Promise.resolve({ size: 2 }), { size: 3 }]) total += size;
  log(total);
  for await (const [key, value] of new Map([["a", 1], ["b", 2]])) log(key, value);
  for await (const one of new Set([1, Promise.resolve(2)])) log(one);
}
await main();
for await (const one of "ab") log(one);
log("end");
