// Async functions, methods and arrows: values and errors across `await`, `try`, loops, captured variables.
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
async function delayed<T>(value: T, ms: number): Promise<T> {
  await sleep(ms);
  return value;
}
async function failing(message: string): Promise<number> {
  await sleep(1);
  throw new RangeError(message);
}
class Account {
  #balance = 0;
  constructor(readonly name: string) {}
  async deposit(amount: number): Promise<this> {
    const before = this.#balance;
    await sleep(1);
    this.#balance = before + amount;
    return this;
  }
  get balance(): number {
    return this.#balance;
  }
}
async function finallies(log: string[]): Promise<string> {
  for (let i = 0; i < 4; i++) {
    try {
      if (i === 1) continue;
      if (i === 2) await failing(`i = ${i}`);
      if (i === 3) return `returned ${await delayed(i, 1)}`;
      log.push(`body ${i}`);
    } catch (error) {
      log.push(`caught ${(error as Error).message}`);
      await sleep(1);
    } finally {
      await sleep(1);
      log.push(`finally ${i}`);
    }
  }
  return "end";
}
/** A variable that several share, counted between two suspensions: what it was is live across the second. */
async function shared(tasks: (() => Promise<number>)[]): Promise<string> {
  const results: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < tasks.length) {
      const mine = next++;
      try {
        results[mine] = await (tasks[mine] as () => Promise<number>)();
      } catch {
        results[mine] = -mine;
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return results.join();
}
async function main(): Promise<void> {
  console.log(await shared([2, 3, 0, 1].map((n) => () => (n === 0 ? failing("none") : delayed(n, n)))));
  console.log(await delayed(1, 2), await delayed("two", 1), await 3, await delayed([4, 5], 1));
  let total = 0;
  for (const ms of [3, 1, 2]) total += await delayed(ms, ms);
  console.log(total);
  try {
    await failing("first");
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
  const log: string[] = [];
  console.log(await finallies(log), log);
  const account = await new Account("x").deposit(5);
  await account.deposit(6);
  console.log(account.name, account.balance);
  const order: string[] = [];
  const workers = [3, 1, 2].map(async (n, i) => {
    await sleep(n * 4);
    order.push(`worker ${i}`);
    return n * 10;
  });
  console.log(await Promise.all(workers), order);
  const settled = await Promise.allSettled([delayed(1, 1), failing("settled"), 5]);
  for (const one of settled) {
    if (one.status === "fulfilled") console.log(one.status, one.value);
    else console.log(one.status, (one.reason as Error).message);
  }
  console.log(await Promise.race([delayed("slow", 20), delayed("fast", 2)]));
  console.log(await Promise.any([failing("any"), delayed("any value", 3)]));
  try {
    await Promise.any([failing("a"), failing("b")]);
  } catch (error) {
    const all = error as AggregateError;
    console.log(all.message, all.errors.map((one: Error) => one.message));
  }
  try {
    await Promise.all([delayed(1, 5), failing("all")]);
  } catch (error) {
    console.log((error as Error).message);
  }
  const chained = await delayed(2, 1)
    .then((x) => `${x}!`)
    .then((text) => {
      if (text.length > 1) throw new Error(text);
      return text;
    })
    .catch((error: Error) => `caught ${error.message}`)
    .finally(() => console.log("finally"));
  console.log(chained);
  let x = 0;
  const increment = async (): Promise<number> => {
    x++;
    await sleep(1);
    return ++x;
  };
  console.log(await increment(), await Promise.all([increment(), increment()]), x);
  console.log(await (async () => (await delayed(6, 1)) * 7)());
  const recursive = async (n: number): Promise<number> => (n <= 1 ? 1 : n * (await recursive(n - 1)));
  console.log(await recursive(10));
}
main().then(
  () => console.log("done"),
  (error) => console.log("failed", error),
);
console.log("sync");
