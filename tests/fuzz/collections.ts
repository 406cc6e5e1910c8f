/** Random expressions over maps, sets, tuples, generators, callbacks and spread: more of each type of `expressions.ts`. */
import type { Type } from "./expressions.ts";
import type { Random } from "./random.ts";

/** Helpers that these expressions call; they stand before the program. */
export const collectionPrelude = `
function* count(from: number, to: number): Generator<number> {
  from = Math.floor(num(mix(from)) % 100) || 0;
  for (let i = from; i < to && i < from + 5; i++) yield i;
}
function* pairs<T>(items: Iterable<T>): Generator<T, number> {
  let n = 0;
  try { for (const item of items) { if (++n > 5) return n; yield item; yield item; } } finally { n = -n; }
  return n;
}
function* nested(items: number[]): Generator<number> {
  const n = yield* pairs(items);
  yield n;
}
function total(first: number, ...rest: number[]): number { let sum = first; for (const x of rest) sum += x; return sum; }
function tag(texts: TemplateStringsArray, ...values: unknown[]): string { return texts.join("|") + values.length + values.map(String).join(","); }
class Bag {
  #items = new Map<string, number>();
  add(name: string, n = 1): this { this.#items.set(name, (this.#items.get(name) ?? 0) + n); return this; }
  *[Symbol.iterator](): Generator<[string, number]> { yield* this.#items; }
  get size(): number { return this.#items.size; }
}`;

/** Types that only these expressions know. */
export const collectionTypes = ["Map<string, number>", "Set<number>", "[number, string]", "Bag"] as const;

type Make = () => string;

export class Collections {
  readonly #random: Random;
  readonly #of: (type: Type, depth: number) => string;
  #names = 0;

  constructor(random: Random, of: (type: Type, depth: number) => string) {
    this.#random = random;
    this.#of = of;
  }

  /** A value of one of the `collectionTypes`. */
  value(type: (typeof collectionTypes)[number], depth: number): string {
    const n = (): string => this.#of("number", depth - 1);
    const s = (): string => this.#of("string", depth - 1);
    const r = this.#random;
    switch (type) {
      case "Map<string, number>":
        return r.oneIn(3)
          ? `new Map([...${this.#of("Map<string, number>", depth - 1)}].map(([k, v]) => [k + ${s()}, v]))`
          : `new Map([[${s()}, ${n()}], [${s()}, ${n()}]])`;
      case "Set<number>":
        return r.oneIn(2) ? `new Set(${this.#of("number[]", depth - 1)})` : `new Set([${n()}, ${n()}])`;
      case "[number, string]":
        return `([${n()}, ${s()}] as [number, string])`;
      case "Bag":
        return `new Bag().add(${s()}, ${n()})${r.oneIn(2) ? `.add(${s()})` : ""}`;
    }
  }

  numbers(depth: number): Make[] {
    const n = (): string => this.#of("number", depth - 1);
    const s = (): string => this.#of("string", depth - 1);
    const a = (): string => this.#of("number[]", depth - 1);
    return [
      () => `${this.#of("Map<string, number>", depth - 1)}.size`,
      () => `(${this.#of("Map<string, number>", depth - 1)}.get(${s()}) ?? ${n()})`,
      () => `${this.#of("Set<number>", depth - 1)}.size`,
      () => `Math.max(...${a()}, ${n()})`,
      () => `total(${n()}, ...${a()})`,
      () => `total(...([${n()}, ${n()}] as [number, number]))`,
      () => `${a()}.reduce((p, c, i) => p + c * i, ${n()})`,
      () => `[...${this.#iterable(depth)}].length`,
      () => `${this.#of("[number, string]", depth - 1)}[0]`,
      () => `${a()}.findIndex((e) => e > ${n()})`,
      () => `(${a()}.at(${n()}) ?? ${n()})`,
      () => `${this.#of("Bag", depth - 1)}.size`,
      () => `[...${this.#of("Bag", depth - 1)}].reduce((sum, [, v]) => sum + v, 0)`,
      () => `(({ x, y = 1 }: Point): number => x - y)(${this.#of("Point", depth - 1)})`,
      () => `((p: number, q = p, ...more: number[]): number => p + q + more.length)(${n()}, ...${a()})`,
      () => `(${s()}.codePointAt(${n()}) ?? -1)`,
    ];
  }

  strings(depth: number): Make[] {
    const n = (): string => this.#of("number", depth - 1);
    const s = (): string => this.#of("string", depth - 1);
    const printable = (): string =>
      this.#of(
        this.#random.pick([
          "number[]",
          "Point",
          "number | string | boolean | null",
          "(number | null)[]",
          "string[]",
        ]),
        depth - 1,
      );
    return [
      () => `${s()}.replace(${s()}, ${s()})`,
      () => `${s()}.replaceAll("a", ${s()})`,
      () => `${s()}.replace("a", (m, at) => m + at)`,
      () => `(${s()}.at(${n()}) ?? "none")`,
      () => `${s()}.${this.#random.pick(["trimStart", "trimEnd"])}()`,
      () => `JSON.stringify(${printable()})`,
      () => `JSON.stringify(JSON.parse(JSON.stringify(${printable()})))`,
      () => `tag\`a\${${n()}}\\n\${${s()}}\``,
      () => `[...${this.#of("Map<string, number>", depth - 1)}.keys()].join("/")`,
      () => `[...${s()}].reverse().join("")`,
      () => `Object.keys(${this.#of("Point", depth - 1)}).join()`,
      () => `Object.entries(${this.#of("Point", depth - 1)}).map(([k, v]) => k + v).join()`,
      () => `${this.#of("[number, string]", depth - 1)}[1]`,
      () => `${this.#of("string[]", depth - 1)}.sort().join(";")`,
    ];
  }

  booleans(depth: number): Make[] {
    const n = (): string => this.#of("number", depth - 1);
    return [
      () => `${this.#of("Map<string, number>", depth - 1)}.has(${this.#of("string", depth - 1)})`,
      () => `${this.#of("Set<number>", depth - 1)}.has(${n()})`,
      () => `${this.#of("number[]", depth - 1)}.${this.#random.pick(["some", "every"])}((e) => e >= ${n()})`,
      () => `"z" in ${this.#of("Point", depth - 1)}`,
    ];
  }

  arrays(depth: number): Make[] {
    const n = (): string => this.#of("number", depth - 1);
    const a = (): string => this.#of("number[]", depth - 1);
    const name = `e${this.#names++}`;
    return [
      () => `[...${a()}, ${n()}, ...${a()}]`,
      () => `${a()}.map((${name}, i) => ${name} - i)`,
      () => `${a()}.filter((${name}) => ${name} > ${n()})`,
      () => `${a()}.slice().sort((p, q) => p - q)`,
      () => `${a()}.slice().sort()`,
      () => `${a()}.concat(${a()}, ${n()})`,
      () => `Array.from({ length: ${n()} & 3 }, (_, i) => i + ${n()})`,
      () => `[...${this.#of("Set<number>", depth - 1)}]`,
      () => `[...${this.#iterable(depth)}]`,
      () => `Array.from(${this.#iterable(depth)}, (x) => x * 2)`,
      () => `[...${this.#of("Map<string, number>", depth - 1)}.values()]`,
      () => `${a()}.splice(${n()}, ${n()}, ${n()})`,
      () => `[${a()}, [${n()}]].flat()`,
      () => `${a()}.flatMap((${name}) => [${name}, -${name}])`,
    ];
  }

  #iterable(depth: number): string {
    const n = (): string => this.#of("number", depth - 1);
    return this.#random.pick([
      () => `count(${n()}, ${n()})`,
      () => `pairs(${this.#of("number[]", depth - 1)})`,
      () => `nested(${this.#of("number[]", depth - 1)})`,
      () => `pairs(count(0, ${n()}))`,
      () => `${this.#of("Set<number>", depth - 1)}`,
    ])();
  }
}
