// Objects with a method `then` of their own: awaited, returned, resolved with, in literals, classes and fields.
class Query {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  then(done: (rows: string[]) => void, failed?: (reason: unknown) => void): void {
    console.log("asked", this.name);
    if (this.name === "bad") failed?.(new RangeError("bad query"));
    else done([this.name, this.name.toUpperCase()]);
  }
}

/** Calls back later, twice, and then throws: only the first counts. */
const late = {
  then(done: (value: number) => void, failed: (reason: unknown) => void) {
    setTimeout(() => {
      done(1);
      done(2);
      failed("too late");
    }, 1);
  },
};
const throwing = {
  then(done: (value: string) => void): void {
    done("done before");
    throw new Error("thrown after");
  },
};
const failing = { then: (): never => { throw new TypeError("no then today"); } };
const noFunction = { then: "a text" };
const nested = { then: (done: (value: unknown) => void) => done(new Query("inner")) };

async function returned(): Promise<string[]> {
  return new Query("returned") as unknown as Promise<string[]>;
}

async function caught(value: unknown): Promise<void> {
  try {
    console.log("fulfilled", await value);
  } catch (error) {
    console.log("rejected", String(error));
  }
}

async function order(): Promise<void> {
  const log: string[] = [];
  const turns = (async () => {
    for (let i = 0; i < 8; i++) {
      await null;
      log.push(`#${i}`);
    }
  })();
  const one = { then: (done: (value: string) => void) => done("t") };
  const wait = async (name: string, value: unknown): Promise<void> => {
    log.push(`${name}${await value}`);
  };
  await Promise.all([
    wait("await ", one),
    wait("resolved ", Promise.resolve(one)),
    wait("executor ", new Promise((resolve) => resolve(one as unknown))),
    wait("then ", Promise.resolve().then(() => one as any)),
    wait("plain ", 5),
    turns,
  ]);
  console.log(log.join(", "));
}

async function main(): Promise<void> {
  const rows = await new Query("first");
  console.log(rows.length, rows);
  console.log(await returned());
  for (const one of [new Query("bad"), late, throwing, failing, noFunction, nested, null, "text", [1]]) await caught(one);
  console.log(await Promise.all([late, new Query("in all"), 3]));
  console.log(await Promise.race([new Query("raced"), late]));
  console.log(await Promise.allSettled([failing, late]));
  console.log(await Promise.any([failing, nested]));
  Promise.resolve(late).then((value) => console.log("late again", value));
  await Promise.resolve(1).finally(() => late);
  for await (const one of [late, 2]) console.log(one);
  await order();
}
main().then(() => console.log("end"));
