/** Random expressions of a wanted type over the variables in sight. Every one ends and none is refused. */
import { Collections, collectionTypes } from "./collections.ts";
import type { Random } from "./random.ts";

/** Types of the generated programs, as TypeScript writes them. */
export const types = [
  "number",
  "string",
  "boolean",
  "number[]",
  "string[]",
  "(number | null)[]",
  "(number | undefined)[]",
  "(string | undefined)[]",
  "(string | boolean | null)[]",
  "number | undefined",
  "string | null",
  "number | string | boolean | null",
  "Base",
  "Base | undefined",
  "Point",
  "(x: number) => number",
  ...collectionTypes,
] as const;
export type Type = (typeof types)[number];

export interface Variable {
  readonly name: string;
  readonly type: Type;
  readonly constant: boolean;
}

export interface Callable {
  readonly name: string;
  readonly params: readonly Type[];
  readonly result: Type;
}

/** What an expression may use. */
export interface Scope {
  readonly variables: readonly Variable[];
  readonly functions: readonly Callable[];
}

const numbers =
  "0 1 2 3 -1 7 10 31 32 100 255 256 1000 65535 0.5 -0 1.5 -2.75 0.1 NaN Infinity -Infinity 1e3 2147483647 -2147483648 4294967295 4294967296 9007199254740991 1e21 5e-324 1e300 0xff 123456789".split(
    " ",
  );
const strings = [
  "",
  "a",
  "abc",
  "x,y,z",
  "12",
  "-0",
  "1e3",
  " 7 ",
  "héllo",
  "日本",
  "zz top",
  "0x1f",
  "long string with words",
];

export class Expressions {
  readonly #random: Random;
  readonly #scope: () => Scope;
  readonly #arithmetic: boolean;
  readonly #collections: Collections;

  /** With `arithmetic` only what makes and moves numbers. */
  constructor(random: Random, scope: () => Scope, arithmetic: boolean) {
    this.#random = random;
    this.#scope = scope;
    this.#arithmetic = arithmetic;
    this.#collections = new Collections(random, (type, depth) => this.of(type, depth));
  }

  /** An expression of that type, at most `depth` operators deep. */
  of(type: Type, depth: number): string {
    const r = this.#random;
    const own = this.#variable(type);
    if (own && r.oneIn(depth <= 0 ? 2 : 4)) return own;
    if (depth > 0 && r.oneIn(9))
      return `(${this.of("boolean", depth - 1)} ? ${this.of(type, depth - 1)} : ${this.of(type, depth - 1)})`;
    if (depth > 0 && r.oneIn(8)) {
      const found = this.#scope().functions.filter((one) => one.result === type);
      if (found.length > 0) return this.#call(r.pick(found), depth);
    }
    switch (type) {
      case "number":
        return this.#number(depth);
      case "string":
        return this.#string(depth);
      case "boolean":
        return this.#boolean(depth);
      case "number[]":
        if (depth > 0 && !this.#arithmetic && r.oneIn(3)) return r.pick(this.#collections.arrays(depth))();
        return r.oneIn(3) && depth > 0
          ? `${this.of(type, depth - 1)}.slice(${this.of("number", depth - 1)})`
          : this.#array("number", depth);
      case "string[]":
        return r.oneIn(3) && depth > 0
          ? `${this.of("string", depth - 1)}.split(${r.pick(['","', '""', '"a"'])})`
          : this.#array("string", depth);
      case "(number | null)[]":
        return `[${this.of("number", depth - 1)}, ${r.oneIn(2) ? "null" : this.of("number", depth - 1)}]`;
      case "(number | undefined)[]":
        return `[${this.of("number | undefined", depth - 1)}, ${this.of("number", depth - 1)}]`;
      case "(string | undefined)[]":
        return `[${this.of("string", depth - 1)}, ${r.oneIn(2) ? "undefined" : this.of("string", depth - 1)}]`;
      case "(string | boolean | null)[]":
        return `[${this.of("string | null", depth - 1)}, ${this.of("boolean", depth - 1)}]`;
      case "number | undefined":
        return r.pick([
          () => "undefined",
          () => this.of("number", depth - 1),
          () => `maybe(${this.of("number[]", depth - 1)}[${this.of("number", depth - 1)}])`,
          () => `${this.of("Base | undefined", depth - 1)}?.n`,
          () => `${this.of("Point", depth - 1)}.z`,
          () => `maybe(${this.of("(number | undefined)[]", depth - 1)}[${this.of("number", depth - 1)}])`,
          () => `maybe(${this.of("number[]", depth - 1)}.pop())`,
        ])();
      case "string | null":
        return r.oneIn(3) ? "null" : this.of("string", depth - 1);
      case "number | string | boolean | null":
        return r.oneIn(5)
          ? "null"
          : `mix(${this.of(r.pick(["number", "string", "boolean"] as const), depth - 1)})`;
      case "Base":
        return r.oneIn(3)
          ? `new Derived(${this.of("number", depth - 1)}, ${this.of("string", depth - 1)})`
          : r.oneIn(2)
            ? `new Other(${this.of("number", depth - 1)})`
            : `new Base(${this.of("number", depth - 1)})`;
      case "Base | undefined":
        return r.oneIn(3)
          ? "undefined"
          : r.oneIn(3) && depth > 0
            ? `${this.of("Base", depth - 1)}.next`
            : this.of("Base", depth - 1);
      case "Point":
        return r.oneIn(2)
          ? `{ x: ${this.of("number", depth - 1)}, y: ${this.of("number", depth - 1)} }`
          : `{ x: ${this.of("number", depth - 1)}, y: ${this.of("number", depth - 1)}, z: ${this.of("number", depth - 1)} }`;
      case "(x: number) => number":
        return `(x: number): number => ${this.of("number", depth - 1).replace(/^\{/, "(")}`;
      default:
        return this.#collections.value(type, depth);
    }
  }

  #variable(type: Type): string | undefined {
    const found = this.#scope().variables.filter((one) => one.type === type);
    return found.length > 0 ? this.#random.pick(found).name : undefined;
  }

  #assignable(type: Type): string | undefined {
    const found = this.#scope().variables.filter((one) => one.type === type && !one.constant);
    return found.length > 0 ? this.#random.pick(found).name : undefined;
  }

  #call(callee: Callable, depth: number): string {
    return `${callee.name}(${callee.params.map((param) => this.of(param, depth - 1)).join(", ")})`;
  }

  #array(element: "number" | "string", depth: number): string {
    const length = this.#random.below(4);
    const items = Array.from({ length }, () => this.of(element, depth - 1));
    return length === 0 ? `list<${element}>()` : `[${items.join(", ")}]`;
  }

  #number(depth: number): string {
    const r = this.#random;
    if (depth <= 0) return r.oneIn(4) ? `(${r.pick(numbers)})` : `${r.below(20)}`;
    const n = (): string => this.of("number", depth - 1);
    const s = (): string => this.of("string", depth - 1);
    const a = (): string => this.of("number[]", depth - 1);
    const assignable = this.#assignable("number");
    const moves = assignable
      ? [
          () => `(${assignable} = ${n()})`,
          () => `(${assignable} ${r.pick(["+=", "-=", "*=", "|=", "^=", ">>>=", "%="])} ${n()})`,
          () => `${assignable}${r.pick(["++", "--"])}`,
          () => `${r.pick(["++", "--"])}${assignable}`,
        ]
      : [];
    const arithmetic = [
      () => `(${n()} ${r.pick(["+", "-", "+", "-", "*", "/", "%"])} ${n()})`,
      () => `(${n()} ${r.pick(["+", "-", "*", "%"])} ${n()})`,
      () => `(${n()} ${r.pick(["&", "|", "^", "<<", ">>", ">>>"])} ${n()})`,
      () => `(${n()} | 0)`,
      () => `(${r.pick(["-", "~", "+"])}(${n()}))`,
      () => `(${n()} ** ${r.pick(["2", "0.5", "-1", "0", "3"])})`,
      () =>
        `Math.${r.pick(["abs", "floor", "ceil", "trunc", "round", "sign", "sqrt", "clz32", "fround", "log2"])}(${n()})`,
      () => `Math.${r.pick(["min", "max"])}(${n()}, ${n()})`,
      () => `Math.imul(${n()}, ${n()})`,
      () => `Math.floor(${n()} / ${n()})`,
      () => `(${a()}[${n()}] ?? ${n()})`,
      () => `(${this.of("Point", depth - 1)}).${r.pick(["x", "y"])}`,
      () => `(${this.of("(x: number) => number", depth - 1)})(${n()})`,
      ...moves,
    ];
    if (this.#arithmetic) return r.pick(arithmetic)();
    if (r.oneIn(4)) return r.pick(this.#collections.numbers(depth))();
    return r.pick([
      ...arithmetic,
      () => `${s()}.length`,
      () => `code(${s()}, ${n()})`,
      () => `${s()}.${r.pick(["indexOf", "lastIndexOf"])}(${s()})`,
      () => `Number(${s()})`,
      () => `(+${this.of("boolean", depth - 1)})`,
      () => `parseInt(${s()}, 10)`,
      () => `parseFloat(${s()})`,
      () => `${a()}.length`,
      () => `${a()}.indexOf(${n()})`,
      () => `(${this.of("number | undefined", depth - 1)} ?? ${n()})`,
      () => `(${this.of("number | undefined", depth - 1)} || ${n()})`,
      () => `(${n()} && ${n()})`,
      () => `(${n()}, ${n()})`,
      () => `num(${this.of("number | string | boolean | null", depth - 1)})`,
      () => `${this.of("Base", depth - 1)}.${r.pick(["n", "area()", "double", "area()"])}`,
      () => `apply(${this.of("(x: number) => number", depth - 1)}, ${n()})`,
    ])();
  }

  #string(depth: number): string {
    const r = this.#random;
    if (depth <= 0) return JSON.stringify(r.pick(strings));
    const n = (): string => this.of("number", depth - 1);
    const s = (): string => this.of("string", depth - 1);
    const any = (): string =>
      this.of(
        r.pick([
          "number",
          "string",
          "boolean",
          "number | undefined",
          "string | null",
          "number | string | boolean | null",
          "Base",
          "number[]",
        ] as const),
        depth - 1,
      );
    if (r.oneIn(4)) return r.pick(this.#collections.strings(depth))();
    return r.pick([
      () => `(${s()} + ${s()})`,
      () => `(${s()} + ${n()})`,
      () => `(${this.of("number | undefined", depth - 1)} + ${s()})`,
      () => `\`<\${${any()}}|\${${any()}}>\``,
      () => `String(${any()})`,
      () => `${s()}.slice(${n()})`,
      () => `${s()}.slice(${n()}, ${n()})`,
      () => `${s()}.substring(${n()}, ${n()})`,
      () => `${s()}.charAt(${n()})`,
      () => `(${s()}[${n()}] ?? ${s()})`,
      () => `${this.of("string[]", depth - 1)}.join(${r.pick(['"-"', '""', ""])})`,
      () => `${this.of("number[]", depth - 1)}.join()`,
      () => `(${n()} & 1023).toString(${r.pick(["", "2", "16", "36"])})`,
      () => `(${n()}).toFixed(${r.below(5)})`,
      () => `String.fromCharCode(${n()})`,
      () => `${s()}.repeat(${n()} & 3)`,
      () => `${s()}.${r.pick(["padStart", "padEnd"])}(${n()} & 15, ${s()})`,
      () => `${s()}.${r.pick(["trim", "toUpperCase", "toLowerCase"])}()`,
      () => `(typeof mix(${n()}))`,
      () => `(${this.of("string | null", depth - 1)} ?? ${s()})`,
      () => `(${s()} || ${s()})`,
      () => `${this.of("Base", depth - 1)}.describe()`,
    ])();
  }

  #boolean(depth: number): string {
    const r = this.#random;
    if (depth <= 0) return r.pick(["true", "false"]);
    const n = (): string => this.of("number", depth - 1);
    const s = (): string => this.of("string", depth - 1);
    const b = (): string => this.of("boolean", depth - 1);
    const compared = (): string => r.pick(["<", "<=", ">", ">=", "===", "!=="]);
    if (this.#arithmetic) {
      return r.pick([
        () => `(${n()} ${r.pick(["<", "<=", ">", ">="])} ${n()})`,
        () => `(num(${n()}) ${compared()} num(${n()}))`,
        () => `(${b()} ${r.pick(["&&", "||"])} ${b()})`,
        () => `Object.is(${n()}, ${r.pick(["-0", "0", "NaN", n()])})`,
        () => `Number.${r.pick(["isInteger", "isSafeInteger"])}(${n()})`,
      ])();
    }
    if (r.oneIn(5)) return `(${r.pick(this.#collections.booleans(depth))()})`;
    return r.pick(
      [
        () => `num(${n()}) ${compared()} num(${n()})`,
        () => `${n()} ${r.pick(["<", "<=", ">", ">="])} ${n()}`,
        () => `str(${s()}) ${compared()} str(${s()})`,
        () => `(${b()} && ${b()})`,
        () => `(${b()} || ${b()})`,
        () => `!${b().replace(/^(.*)$/, "($1)")}`,
        () => `Number.${r.pick(["isInteger", "isSafeInteger", "isFinite", "isNaN"])}(${n()})`,
        () => `Object.is(${n()}, ${n()})`,
        () => `${s()}.${r.pick(["includes", "startsWith", "endsWith"])}(${s()})`,
        () => `${this.of("number[]", depth - 1)}.includes(${n()})`,
        () => `${this.of("number | undefined", depth - 1)} === undefined`,
        () => `${this.of("string | null", depth - 1)} == null`,
        () => `(${this.of("number | string | boolean | null", depth - 1)} === mix(${n()}))`,
        () => `${this.of("Base", depth - 1)} instanceof Derived`,
        () => `typeof ${this.of("number | string | boolean | null", depth - 1)} === "string"`,
      ].map((make) => () => `(${make()})`),
    )();
  }
}
