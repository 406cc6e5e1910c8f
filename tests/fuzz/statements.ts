/** Random statements, a line each, and the program around them. Loops are bounded, functions call only earlier ones. */
import { collectionPrelude } from "./collections.ts";
import { type Callable, Expressions, type Scope, type Type, types, type Variable } from "./expressions.ts";
import { Features, featurePrelude } from "./features.ts";
import { Random } from "./random.ts";

/** Types of the programs that are about numbers. */
const numeric: readonly Type[] = ["number", "number", "number", "number[]", "Point", "(x: number) => number"];

const results: readonly Type[] = [
  "number",
  "string",
  "boolean",
  "number[]",
  "number | undefined",
  "Base",
  "Point",
  "number | string | boolean | null",
];

const prelude = `// @ts-nocheck
class Base {
  n: number;
  next: Base | undefined;
  constructor(n: number) { this.n = n; }
  area(): number { return this.n * 2; }
  get double(): number { return this.n + this.n; }
  set double(x: number) { this.n = x / 2; }
  describe(): string { return "Base(" + this.n + ")"; }
  toString(): string { return "<" + this.describe() + ">"; }
}
class Derived extends Base {
  label: string;
  constructor(n: number, label: string) { super(n); this.label = label; }
  override area(): number { return super.area() + this.label.length; }
  override describe(): string { return this.label + ":" + super.describe(); }
}
class Other extends Base {
  k = 1;
  override area(): number { return this.k++ - this.n; }
  override get double(): number { return this.k; }
  override set double(x: number) { this.k = x; }
}
class Fault extends Error {
  code: number;
  constructor(code: number) { super("fault " + code); this.code = code; }
}
interface Point { x: number; y: number; z?: number }
type Mix = number | string | boolean | null;
function mix(x: Mix): Mix { return x; }
function num(x: Mix): number { return typeof x === "number" ? x : typeof x === "string" ? x.length : x === null ? -1 : x ? 1 : 0; }
function code(s: string, i: number): number { i = Math.abs(i | 0); return i < s.length ? s.charCodeAt(i) : -1; }
function maybe(x: number | undefined): number | undefined { return x === undefined ? undefined : x; }
function str(x: string): string { return x; }
function list<T>(): T[] { return []; }
function apply(f: (x: number) => number, x: number): number { return f(x); }
function short(s: string): string { return s.length > 60 ? s.slice(0, 60) + "#" + s.length : s; }`;

/** A whole program: helpers, `count` functions, and calls that print what each gives or throws. */
export function randomProgram(seed: number, count: number): string {
  const random = new Random(seed);
  return new Statements(random, random.oneIn(2)).program(count);
}

class Statements {
  readonly #random: Random;
  readonly #expressions: Expressions;
  readonly #features: Features;
  readonly #depth: number;
  readonly #types: readonly Type[];
  readonly #results: readonly Type[];
  readonly #lines: string[] = [];
  readonly #functions: Callable[] = [];
  #variables: Variable[] = [];
  #globals: readonly Variable[] = [];
  #indent = "";
  #names = 0;
  #loops = 0;
  #labels: string[] = [];
  #result: Type = "number";

  constructor(random: Random, arithmetic: boolean) {
    this.#random = random;
    this.#types = arithmetic ? numeric : types;
    this.#results = arithmetic ? ["number", "number", "Point", "number[]"] : results;
    const scope = (): Scope => ({ variables: this.#variables, functions: this.#functions });
    this.#expressions = new Expressions(random, scope, arithmetic);
    this.#features = new Features(random, (type, depth) => this.#of(type, depth));
    this.#depth = random.pick([1, 1, 2]);
  }

  program(count: number): string {
    this.#lines.push(prelude + collectionPrelude + featurePrelude);
    if (this.#random.oneIn(2)) {
      const shared = this.#types.filter((one) => !one.startsWith("(")).slice(0, 6);
      for (const type of shared) {
        const value = this.#of(type, 1);
        this.#line(`let ${this.#declare(type)}: ${type} = ${value};`);
      }
    }
    this.#globals = this.#variables;
    for (let i = 0; i < count; i++) this.#function(i);
    return `${this.#lines.join("\n")}\n`;
  }

  #function(index: number): void {
    const r = this.#random;
    const params = Array.from({ length: r.below(3) }, () => r.pick(this.#types));
    const result = r.pick(this.#results);
    const own = params.map((type, i) => ({ name: `p${i}`, type, constant: false }));
    this.#variables = [...this.#globals, ...own];
    this.#result = result;
    this.#labels = [];
    this.#loops = 0;
    const declared = params.map((type, i) => `p${i}: ${type}`).join(", ");
    const name = `f${index}`;
    this.#block(`function ${name}(${declared}): ${result} {`, () => {
      this.#statements(2 + r.below(4), this.#depth);
      this.#line(`return ${this.#of(result, 2)};`);
    });
    this.#variables = [...this.#globals];
    for (let i = 0; i < 2; i++) {
      const args = params.map((type) => this.#of(type, 1)).join(", ");
      this.#block("try {", () => this.#line(`console.log("${name}", ${name}(${args}));`));
      this.#block("catch (e) {", () =>
        this.#line(`console.log("${name} threw", e instanceof Error ? e.message : "no error");`),
      );
    }
    if (r.oneIn(2)) this.#functions.push({ name, params, result });
  }

  #of(type: Type, depth: number): string {
    return this.#expressions.of(type, depth);
  }

  #line(text: string): void {
    this.#lines.push(this.#indent + text);
  }

  /** Names that are declared inside end with it. */
  #block(head: string, body: () => void): void {
    this.#line(head);
    const outer = this.#variables;
    this.#variables = [...outer];
    this.#indent += "  ";
    body();
    this.#indent = this.#indent.slice(2);
    this.#variables = outer;
    this.#line("}");
  }

  #statements(count: number, depth: number): void {
    for (let i = 0; i < count; i++) this.#statement(depth);
  }

  #body(depth: number): () => void {
    return () => this.#statements(1 + this.#random.below(2), depth - 1);
  }

  #declare(type: Type, constant = false): string {
    const name = `v${this.#names++}`;
    this.#variables.push({ name, type, constant });
    return name;
  }

  #assignable(): Variable | undefined {
    const found = this.#variables.filter((one) => !one.constant);
    return found.length > 0 ? this.#random.pick(found) : undefined;
  }

  #of1(type: Type): Variable | undefined {
    const found = this.#variables.filter((one) => one.type === type);
    return found.length > 0 ? this.#random.pick(found) : undefined;
  }

  #statement(depth: number): void {
    const r = this.#random;
    const simple = [
      () => this.#declaration(),
      () => this.#declaration(),
      () => this.#destructuring(),
      () => this.#assignment(),
      () => this.#assignment(),
      () => this.#change(),
      () => this.#print(),
      () => this.#features.write((text) => this.#line(text)),
      () => this.#features.write((text) => this.#line(text)),
    ];
    const nested = [
      () => this.#if(depth),
      () => this.#loop(depth),
      () => this.#loop(depth),
      () => this.#try(depth),
      () => this.#switch(depth),
      () => this.#closure(depth),
      () => this.#leave(),
    ];
    r.pick(depth > 0 ? [...simple, ...nested] : simple)();
  }

  /** Several names at once. */
  #destructuring(): void {
    const r = this.#random;
    const array = this.#of("number[]", 2);
    const point = this.#of("Point", 2);
    const tuple = this.#of("[number, string]", 2);
    const number = this.#of("number", 1);
    r.pick([
      () => {
        const [a, rest] = [this.#declare("number"), this.#declare("number[]")];
        this.#line(`let [${a} = ${number}, ...${rest}] = ${array};`);
      },
      () => {
        const [x, z] = [this.#declare("number"), this.#declare("number")];
        this.#line(`let { x: ${x}, z: ${z} = ${number} } = ${point};`);
      },
      () => {
        const [n, s] = [this.#declare("number"), this.#declare("string")];
        this.#line(`let [${n}, ${s}] = ${tuple};`);
      },
      () => {
        const copy = this.#declare("Point");
        this.#line(`let ${copy}: Point = { ...${point}, y: ${number} };`);
      },
    ])();
  }

  #declaration(): void {
    const type = this.#random.pick(this.#types);
    const value = this.#of(type, 2);
    this.#line(`let ${this.#declare(type)}: ${type} = ${value};`);
  }

  #assignment(): void {
    const target = this.#assignable();
    if (!target) return this.#declaration();
    const { name, type } = target;
    const r = this.#random;
    if (type === "number" && r.oneIn(2)) {
      this.#line(
        `${name} ${r.pick(["+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>="])} ${this.#of("number", 2)};`,
      );
    } else if (type === "string" && r.oneIn(2))
      this.#line(`${name} = short(${name} + ${this.#of("string", 2)});`);
    else if (type === "number | undefined" && r.oneIn(2)) this.#line(`${name} ??= ${this.#of("number", 2)};`);
    else this.#line(`${name} = ${this.#of(type, 2)};`);
  }

  /** Changes something inside an array or an object. */
  #change(): void {
    const r = this.#random;
    const array = this.#of1("number[]");
    const object = this.#of1("Base");
    const point = this.#of1("Point");
    const ways: (() => string)[] = [];
    if (array) {
      ways.push(() => `${array.name}.push(${this.#of("number", 2)});`);
      ways.push(
        () =>
          `if (${array.name}.length > 0) ${array.name}[Math.abs(${this.#of("number", 1)} | 0) % ${array.name}.length] = ${this.#of("number", 2)};`,
      );
      ways.push(
        () =>
          `if (${array.name}.length > 1) ${array.name}[0]! ${r.pick(["+=", "*=", "|=", "-="])} ${this.#of("number", 2)};`,
      );
    }
    if (object) {
      ways.push(() => `${object.name}.n ${r.pick(["=", "+=", "-=", "*="])} ${this.#of("number", 2)};`);
      ways.push(() => `${object.name}.double = ${this.#of("number", 2)};`);
      ways.push(() => `${object.name}.next = ${this.#of("Base | undefined", 2)};`);
      ways.push(() => `${object.name}.n${r.pick(["++", "--"])};`);
    }
    const map = this.#of1("Map<string, number>");
    const set = this.#of1("Set<number>");
    if (map) {
      ways.push(() => `${map.name}.set(short(${this.#of("string", 2)}), ${this.#of("number", 2)});`);
      ways.push(() => `${map.name}.delete(${this.#of("string", 2)});`);
    }
    if (set) ways.push(() => `${set.name}.${r.pick(["add", "delete"])}(${this.#of("number", 2)});`);
    if (array && point)
      ways.push(
        () =>
          `[${array.name}[0]!, ${point.name}.x] = [${point.name}.x, ${array.name}[0] ?? ${this.#of("number", 1)}];`,
      );
    if (point) ways.push(() => `${point.name}.${r.pick(["x", "y", "z"])} = ${this.#of("number", 2)};`);
    if (ways.length === 0) return this.#print();
    this.#line(r.pick(ways)());
  }

  #print(): void {
    this.#line(
      `console.log(${this.#of(this.#random.pick(this.#types.filter((one) => !one.startsWith("("))), 2)});`,
    );
  }

  #if(depth: number): void {
    this.#block(`if (${this.#of("boolean", 2)}) {`, this.#body(depth));
    if (this.#random.oneIn(2)) this.#block("else {", this.#body(depth));
  }

  #loop(depth: number): void {
    const r = this.#random;
    if (this.#loops >= 2) return this.#if(depth);
    this.#loops++;
    const labels = this.#labels;
    const label = `l${this.#names++}`;
    this.#labels = [...labels, label];
    const outer = this.#variables;
    this.#variables = [...outer];
    const body = this.#body(depth);
    const limit = 1 + r.below(6);
    r.pick([
      () => {
        const name = this.#declare("number", true);
        this.#block(
          `${label}: for (let ${name} = ${r.pick(["0", "-2", "1"])}; ${name} < ${limit}; ${name}++) {`,
          body,
        );
      },
      () => {
        const name = this.#declare("number", true);
        this.#block(
          `${label}: for (let ${name} = ${limit}; ${name} ${r.pick([">", ">="])} 0; ${name} -= ${r.pick(["1", "2", "0.5"])}) {`,
          body,
        );
      },
      () => {
        const value = this.#of("number[]", 2);
        const name = this.#declare("number");
        this.#block(`${label}: for (let ${name} of ${value}.slice(0, 8)) {`, body);
      },
      () => {
        const value = this.#of("Map<string, number>", 2);
        const [key, item] = [this.#declare("string", true), this.#declare("number", true)];
        this.#block(`${label}: for (const [${key}, ${item}] of new Map(${value})) {`, body);
      },
      () => {
        const value = this.#of("number[]", 2);
        const name = this.#declare("number");
        this.#block(`${label}: for (let ${name} of ${r.pick(["pairs", "nested"])}(${value})) {`, body);
      },
      () => {
        const value = this.#of("string", 2);
        const name = this.#declare("string");
        this.#block(`${label}: for (let ${name} of short(${value})) {`, body);
      },
      () => {
        const name = this.#declare("number", true);
        this.#line(`let ${name} = 0;`);
        this.#block(`${label}: while (${name} < ${limit} && ${this.#of("boolean", 2)}) {`, () => {
          this.#line(`${name}++;`);
          body();
        });
      },
    ])();
    this.#variables = outer;
    this.#labels = labels;
    this.#loops--;
  }

  #try(depth: number): void {
    const r = this.#random;
    this.#block("try {", this.#body(depth));
    const caught = r.oneIn(4) === false;
    if (caught) {
      this.#block("catch (e) {", () => {
        this.#line(
          `console.log("caught", e instanceof Fault ? e.code : e instanceof Error ? e.message : "other");`,
        );
        this.#statements(r.below(2), depth - 1);
      });
    }
    if (!caught || r.oneIn(2)) this.#block("finally {", this.#body(Math.min(depth, 1)));
  }

  #switch(depth: number): void {
    const r = this.#random;
    const text = r.oneIn(2);
    this.#block(`switch (${text ? this.#of("string", 2) : `num(${this.#of("number", 2)})`}) {`, () => {
      const cases = text ? ['"a"', '""', '"12"', '"abc"'] : ["0", "1", "-1", "0.5", "7"];
      const outer = this.#variables;
      for (const one of cases.filter(() => r.oneIn(2))) {
        this.#block(`case ${one}: {`, () => {
          this.#body(depth)();
          if (!r.oneIn(3)) this.#line("break;");
        });
        this.#variables = outer;
      }
      this.#block("default: {", this.#body(depth));
    });
  }

  #closure(depth: number): void {
    const r = this.#random;
    const name = `g${this.#names++}`;
    const param = `x${this.#names++}`;
    const outer = this.#variables;
    const labels = this.#labels;
    const result = this.#result;
    this.#labels = [];
    this.#result = "number";
    this.#variables = [...outer, { name: param, type: "number", constant: false }];
    this.#block(`const ${name} = (${param}: number): number => {`, () => {
      this.#body(Math.min(depth, 2))();
      this.#line(`return ${this.#of("number", 2)};`);
    });
    this.#lines[this.#lines.length - 1] += ";";
    this.#variables = outer;
    this.#labels = labels;
    this.#result = result;
    this.#variables.push({ name, type: "(x: number) => number", constant: true });
    if (r.oneIn(2)) this.#line(`console.log(${name}(${this.#of("number", 1)}));`);
  }

  /** Under a condition, so that what follows is still reached. */
  #leave(): void {
    const r = this.#random;
    const ways = [
      () => `throw new Fault(${this.#of("number", 2)});`,
      () => `throw new RangeError(${this.#of("string", 2)});`,
      () => `return ${this.#of(this.#result, 2)};`,
    ];
    const label = this.#labels.length > 0 ? r.pick(this.#labels) : undefined;
    if (label) {
      ways.push(
        () => `break ${label};`,
        () => `continue ${label};`,
        () => `continue ${label};`,
        () => `break ${label};`,
      );
    }
    this.#line(`if (${this.#of("boolean", 2)}) ${r.pick(ways)()}`);
  }
}
