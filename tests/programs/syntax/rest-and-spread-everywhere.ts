// Rest parameters of whatever is called by value, and spread arguments of whatever is called.
class Logger {
  lines: string[] = [];
  prefix: string;
  constructor(prefix: string, ...first: string[]) {
    this.prefix = prefix;
    for (const one of first) this.lines.push(one);
  }
  log(level: number, ...words: string[]): number {
    this.lines.push(`${this.prefix}${level}: ${words.join(" ")}`);
    return words.length;
  }
  static of(...words: string[]): Logger {
    return new Logger(">", ...words);
  }
}
class Loud extends Logger {
  override log(level: number, ...words: string[]): number {
    return super.log(level + 1, ...words.map((one) => one.toUpperCase()), "!");
  }
}
class Implied extends Logger {}

const words = ["a", "b", "c"];
const loggers: Logger[] = [new Logger("#", ...words), new Loud("$"), new Implied("%", "x", ...words), Logger.of(...words)];
for (const one of loggers) {
  console.log(one.log(1, ...words), one.log(2), one.log(3, "x", ...words, "y"));
  console.log(one.lines.join(", "));
}

const sum = (...numbers: number[]): number => {
  let total = 0;
  for (const one of numbers) total += one;
  return total;
};
const add = (a: number, b: number): number => a + b;
const first = (a: number): number => a;
const operations: ((...numbers: number[]) => number)[] = [sum, add, first, (a, ...others) => a * others.length];
for (const one of operations) console.log(one(1, 2, 3), one(...[4, 5]), one(1, ...[2], ...[3, 4]));

// What was packed belongs to the callee.
const keep: number[][] = [];
const collect = (...numbers: number[]): void => {
  numbers.push(0);
  keep.push(numbers);
};
const given = [1, 2];
const call = (f: (...numbers: number[]) => void): void => f(...given);
call(collect);
call(collect);
console.log(given, keep);

function partial<T>(f: (...all: T[]) => string, ...bound: T[]): (...others: T[]) => string {
  return (...others) => f(...bound, ...others);
}
const show = (...all: (string | number)[]): string => all.join("-");
console.log(partial<string | number>(show, 1, 2)(3, "x"), partial<string | number>(show)("only"));

function three(a: number, b = 10, c?: number): string {
  return `${a} ${b} ${c}`;
}
const some: number[] = [7];
const wide: (number | undefined)[] = [1, undefined, 3];
console.log(three(...(some as [number])), three(...(wide as [number, number, number])), three(0, ...some));

class Point {
  constructor(
    public x: number,
    public y: number,
    public z = 9,
  ) {}
}
const p = new Point(...([3, 4] as [number, number]));
console.log(p.x, p.y, p.z);

const handlers: ((...args: any[]) => void)[] = [];
handlers.push((name: string) => console.log("one", name));
handlers.push((name: string, count: number) => console.log("two", name, count));
handlers.push((...all) => console.log("all", all.length, all));
handlers.push(() => console.log("none"));
function emit(...args: any[]): void {
  for (const one of handlers) one(...args);
}
emit("x", 1);
emit("y", 2, true);
class Runner {
  run(f: (...args: number[]) => number, ...args: number[]): number {
    return f(...args);
  }
}
const memo = new Runner();
console.log(memo.run((a, b, c) => a * b * c, 1, 5, 2));
console.log([1, 2, 3].map((...all) => all.length));
