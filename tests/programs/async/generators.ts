// Async generators: requests wait in a queue, `return` and `throw` reach the body, `yield` and `return` wait for values.
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function* count(limit: number): AsyncGenerator<number, string, string | undefined> {
  try {
    for (let i = 0; i < limit; i++) {
      const got = yield i;
      if (got !== undefined) console.log("got", got);
    }
    return "all";
  } finally {
    console.log("closed", limit);
  }
}

async function queues(): Promise<void> {
  const one = count(2);
  console.log(await Promise.all([one.next(), one.next("a"), one.next("b"), one.next(), one.return("late")]));
  const two = count(5);
  console.log(await two.next(), await two.return("early"), await two.next());
  const three = count(5);
  await three.next();
  await three.throw(new RangeError("thrown in")).catch((error: Error) => console.log(error.message));
  console.log(await three.next());
  const fresh = count(9);
  console.log(await fresh.return("never began"), await fresh.next());
  const broken = count(9);
  await broken.throw("refused").catch((reason) => console.log("rejected", reason));
  console.log(await broken.return("x"));
}

async function* waits(): AsyncGenerator<unknown> {
  yield Promise.resolve("awaited");
  try {
    yield Promise.reject(new Error("a rejected yield"));
  } catch (error) {
    yield (error as Error).message;
  }
  await wait(1);
  return Promise.resolve("last");
}

async function* resists(): AsyncGenerator<string> {
  for (;;) {
    try {
      yield "again";
      return "done";
    } catch (error) {
      yield `caught ${error}`;
    } finally {
      yield "finally";
    }
  }
}

async function resisting(): Promise<void> {
  const it = resists();
  console.log(await it.next(), await it.return("r"), await it.next(), await it.next());
  const other = resists();
  console.log(await other.next(), await other.throw("t"), await other.next(), await other.next());
  const rejecting = resists();
  await rejecting.next();
  console.log(await rejecting.return(Promise.reject(new Error("why")) as never), await rejecting.next());
}

async function* inner(name: string): AsyncGenerator<string, number, unknown> {
  try {
    console.log(name, "was sent", yield `${name} 1`);
    console.log(name, "was sent", yield `${name} 2`);
    return 7;
  } catch (error) {
    console.log(name, "caught", error);
    return 8;
  } finally {
    console.log(name, "closed");
  }
}

async function* outer(): AsyncGenerator<string | number, void, unknown> {
  console.log("inner returned", yield* inner("a"));
  console.log("inner returned", yield* inner("b"));
  console.log("array returned", yield* [Promise.resolve("from"), "array"]);
  yield* inner("c");
}

async function delegation(): Promise<void> {
  const it = outer();
  console.log(await it.next("ignored"));
  console.log(await it.next("x"));
  console.log(await it.next("y"));
  console.log(await it.throw("thrown"));
  console.log(await it.next());
  console.log(await it.next());
  console.log(await it.return());
  console.log(await it.next());
}

class Ticker {
  readonly #from: number;
  constructor(from: number) {
    this.#from = from;
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<number> {
    for (let at = this.#from; at > 0; at--) {
      await wait(1);
      yield at;
    }
  }
  static async *of(...values: number[]): AsyncGenerator<number> {
    yield* values;
  }
}

/** What awaits and generators do between each other's turns. */
async function interleaved(): Promise<void> {
  const log: string[] = [];
  const walk = async (name: string, source: AsyncIterable<unknown> | Iterable<unknown>): Promise<void> => {
    for await (const one of source) log.push(`${name}${one}`);
    log.push(`${name} end`);
  };
  const turns = async (): Promise<void> => {
    for (let i = 0; i < 14; i++) {
      await undefined;
      log.push(`#${i}`);
    }
  };
  async function* plain(): AsyncGenerator<number> {
    yield 1;
    yield 2;
  }
  async function* delegating(): AsyncGenerator<number> {
    yield* plain();
  }
  await Promise.all([turns(), walk("p", plain()), walk("d", delegating()), walk("s", [1, Promise.resolve(2)])]);
  console.log(log.join(" "));
}

async function main(): Promise<void> {
  await queues();
  for await (const one of waits()) console.log(one);
  await resisting();
  await delegation();
  for await (const one of new Ticker(3)) console.log(one);
  for await (const one of Ticker.of(1, 2)) console.log(one);
  const made = { async *letters(text: string) { for (const one of text) yield one; } };
  for await (const [letter] of (async function* () { for await (const one of made.letters("xyz")) yield [one]; })())
    console.log(letter);
  await interleaved();
  console.log(count(1));
}
main().then(() => console.log("end"));
