/** Statements that use one feature of the language each, with random expressions inside; each prints what it did. */
import type { Type } from "./expressions.ts";
import type { Random } from "./random.ts";

/** Functions as classes, keys and helpers that stand at the top of every program. */
export const featurePrelude = `
const hidden = Symbol("hidden");
function Animal(this: any, name: string, legs: number) { this.name = name; this.legs = legs; }
Animal.prototype.walk = function (this: any, far: number) { this.legs += far; return this.name + this.legs; };
Animal.count = 0;
class Account {
  static #made = 0;
  static limit = 5;
  #amount: number;
  readonly id = ++Account.#made;
  constructor(amount: number) { this.#amount = amount; }
  get amount(): number { return this.#amount; }
  set amount(x: number) { if (x > 1e9) throw new RangeError("too much: " + x); this.#amount = x; }
  #twice(): number { return this.#amount * 2; }
  add(x: number): this { this.#amount += x; return this; }
  bigger(other: Account): boolean { return #amount in other && this.#twice() > other.#twice(); }
  static get made(): number { return Account.#made; }
  *[Symbol.iterator](): Generator<number> { yield this.id; yield this.#amount; }
  toJSON(): unknown { return { amount: this.#amount }; }
}
function* steps(n: number, log: string[]): Generator<number, string, number> {
  let got = 0;
  try { for (let i = 0; i < 4; i++) { const x = yield n + got; got = x === undefined ? 1 : x; } return "done"; }
  catch (e) { log.push("in " + String(e)); yield -1; return "caught"; }
  finally { log.push("finally"); }
}
async function* ticks(n: number): AsyncGenerator<number> {
  try { for (let i = 0; i < 3; i++) { await null; yield n + i; } } finally { console.log("ticks end", n); }
}
function sleepless<T>(x: T): Promise<T> { return Promise.resolve(x); }
function int(x: number): number { return Math.trunc(x % 1000) || 0; }`;

type Line = (text: string) => void;

export class Features {
  readonly #random: Random;
  readonly #of: (type: Type, depth: number) => string;
  #names = 0;

  constructor(random: Random, of: (type: Type, depth: number) => string) {
    this.#random = random;
    this.#of = of;
  }

  /** Writes one of them. */
  write(line: Line): void {
    const name = `w${this.#names++}`;
    const lines = this.#random.pick(this.#all(name))().split("\n");
    for (const text of lines) line(text);
  }

  #all(name: string): (() => string)[] {
    return [
      ...this.#numbers(name),
      ...this.#strings(name),
      ...this.#objects(name),
      ...this.#collections(name),
      ...this.#control(name),
      ...this.#later(name),
    ];
  }

  #n(): string {
    return this.#of("number", 1);
  }

  #s(): string {
    return this.#of("string", 1);
  }

  #a(): string {
    return this.#of("number[]", 1);
  }

  #numbers(name: string): (() => string)[] {
    const r = this.#random;
    const big = (): string => `BigInt(int(${this.#n()}))`;
    const kind = r.pick([
      "Int8Array",
      "Uint8Array",
      "Uint8ClampedArray",
      "Int16Array",
      "Uint32Array",
      "Float32Array",
      "Float64Array",
    ]);
    return [
      () =>
        `let ${name} = ${big()};\n${name} ${r.pick(["+=", "-=", "*=", "**=", "<<=", "|="])} BigInt.asUintN(5, ${big()});\nconsole.log(${name}, ${name} > ${big()}, ${name} == int(${this.#n()}) as any, String(${name} / (${big()} || 3n)), -${name});`,
      () =>
        `console.log(BigInt.asIntN(${1 + r.below(70)}, ${big()} ** ${r.below(12)}n), typeof ${big()}, [${big()}, ${big()}].sort((p, q) => (p < q ? -1 : p > q ? 1 : 0)));`,
      () => `console.log(BigInt(${this.#n()}), Number(${big()} * 3n) / 2);`,
      () =>
        `const ${name} = new ${kind}([${this.#n()}, ${this.#n()}, ...${this.#a()}]);\n${name}[${r.below(3)}] = ${this.#n()};\nconsole.log(${name}, ${name}.subarray(1).${r.pick(["length", "join()", "indexOf(0)", "reverse()", "at(-1)"])}, ${name}.map((e) => e ${r.pick(["+", "*", "-"])} ${this.#n()}));`,
      () =>
        `const ${name} = new DataView(new ArrayBuffer(16));\n${name}.${r.pick(["setInt16", "setUint32", "setFloat32", "setFloat64", "setInt8"])}(${r.below(8)}, ${this.#n()}${r.oneIn(2) ? "" : ", true"});\nconsole.log(${name}.getUint16(${r.below(9)}), ${name}.getInt32(${r.below(9)}, true), ${name}.getFloat64(${r.below(10)}));`,
      () =>
        `console.log((${this.#n()}).${r.pick(["toString(2)", "toFixed(3)", "toPrecision(4)", "toExponential(2)", "toString(36)", "toString()"])}, ${r.pick(["Number.parseFloat", "Number", "parseInt"])}(${this.#s()}));`,
      () =>
        `console.log(Math.${r.pick(["hypot", "atan2", "pow", "max"])}(${this.#n()}, ${this.#n()}), Math.${r.pick(["cbrt", "sin", "exp", "log10", "expm1", "tanh"])}(${this.#n()}));`,
    ];
  }

  #strings(name: string): (() => string)[] {
    const r = this.#random;
    const odd = (): string =>
      r.pick([
        '"naïve"',
        '"😀b😀"',
        '"ß"',
        '"İı"',
        '"\\ud83d"',
        '"ΑΣ"',
        '"tab\\t\\0"',
        '"日本語"',
        this.#s(),
      ]);
    return [
      () =>
        `const ${name} = ${odd()} + ${odd()};\nconsole.log(${name}, ${name}.length, [...${name}], ${name}.${r.pick(["toUpperCase()", "toLowerCase()", "codePointAt(1)", "at(-1)", 'split("")', "isWellFormed()", "toWellFormed()", "slice(1, -1)", "substr(-2, 1)", "charCodeAt(0)"])});`,
      () =>
        `console.log(${odd()}.${r.pick(["indexOf", "lastIndexOf", "startsWith", "endsWith", "includes"])}(${odd()}, ${this.#n()}), ${odd()} < ${odd()}, ${odd()}.padEnd(int(${this.#n()}) & 15, ${odd()}));`,
      () =>
        `console.log(${odd()}.split(${r.pick(['"b"', '""', odd()])}, ${r.below(4)}), ${odd()}.replace(${odd()}, "[$&$\`]"), ${odd()}.concat(${this.#n()} as any, null as any));`,
      () =>
        `console.log(Buffer.from(${odd()}).toString("${r.pick(["hex", "base64", "latin1", "utf8"])}"), Buffer.from([${this.#n()}, ${this.#n()}]), Buffer.byteLength(${odd()}));`,
      () =>
        `console.log(JSON.stringify({ [${odd()}]: ${odd()}, n: ${this.#n()}, u: undefined, a: [${this.#of("number | undefined", 1)}, ${odd()}] }, null, ${r.pick(["2", '"--"', "0", this.#n()])}));`,
      () =>
        `try { console.log(JSON.parse(${r.pick(['"[1,2,{}]"', '"{\\"a\\":{\\"b\\":[null,true]}}"', '"[1,]"', '"nope"', `JSON.stringify([${odd()}])`, this.#s()])})); } catch (e) { console.log((e as Error).name, (e as Error).message); }`,
      () =>
        `console.log(encodeURIComponent(${this.#s()}), String.fromCodePoint(${r.pick(["0x1f600", "97, 0x3b1", `int(${this.#n()}) & 255`])}), String.raw\`\\n\${${this.#n()}}\`);`,
    ];
  }

  #objects(name: string): (() => string)[] {
    const r = this.#random;
    return [
      () =>
        `const ${name} = new Account(${this.#n()});\n${name}.amount ${r.pick(["=", "+=", "-=", "**="])} ${this.#n()};\nconsole.log(${name}.add(${this.#n()}).amount, ${name}.bigger(new Account(${this.#n()})), Account.made > 0, [...${name}].length, JSON.stringify([${name}]));`,
      () =>
        `const ${name} = new (Animal as any)(${this.#s()}, ${this.#n()});\n(Animal as any).count++;\nconsole.log(${name}.walk(${this.#n()}), ${name} instanceof (Animal as any), ${name}, Object.keys(${name}), "walk" in ${name});`,
      () =>
        `const ${name}: any = { [hidden]: ${this.#n()}, a: ${this.#s()}, get twice() { return this.a + this.a; }, set twice(v) { this.a = v + "!"; }, ["k"]: ${this.#n()} };\n${name}.twice = ${this.#s()};\nconsole.log(${name}.twice, ${name}[hidden], Object.keys(${name}), ${name});`,
      () =>
        `const ${name}: Record<string, number> = {};\nfor (const k of [${this.#s()}, ${this.#s()}, "2", "1"]) ${name}[k] = (${name}[k] ?? 0) + ${this.#n()};\n${r.oneIn(2) ? `delete ${name}["2"];\n` : ""}console.log(${name}, Object.entries(${name}).length, "1" in ${name});\nfor (const k in ${name}) console.log(k);`,
      () =>
        `const { a: ${name}, b: [, ${name}b = ${this.#n()}, ...${name}r], ...${name}o }: any = { a: ${this.#n()}, b: ${this.#a()}, c: ${this.#s()}, d: null };\nconsole.log(${name}, ${name}b, ${name}r, ${name}o);`,
      () =>
        `let ${name} = ${this.#n()}, ${name}p = ${this.#n()};\n[${name}, ${name}p] = [${name}p, ${name}];\n({ x: ${name}, z: ${name}p = ${name} } = ${this.#of("Point", 1)});\nconsole.log(${name}, ${name}p);`,
      () =>
        `const ${name} = (([p, { q = ${this.#n()}, ...rest }] = [1, { q: 2 }] as any, ...more: unknown[]) => [p, q, rest, more])(${r.oneIn(3) ? "" : `[${this.#n()}, { z: ${this.#s()} }], ${this.#n()}`});\nconsole.log(${name});`,
      () =>
        `console.log(Object.assign({ n: ${this.#n()} }, ${this.#of("Point", 1)}, { s: ${this.#s()} }), { ...${this.#of("Point", 1)}, x: ${this.#s()} }, Object.fromEntries([[${this.#s()}, ${this.#n()}]]));`,
      () =>
        `const ${name} = Object.freeze({ n: ${this.#n()}, o: [${this.#n()}] });\ntry { (${name} as any).n = 1; console.log("set"); } catch (e) { console.log((e as Error).message); }\nconsole.log(${name}, structuredClone(${name}).n === ${name}.n);`,
    ];
  }

  #collections(name: string): (() => string)[] {
    const r = this.#random;
    return [
      () =>
        `const ${name} = new Map<any, any>([[${this.#n()}, ${this.#s()}], [${this.#s()}, ${this.#n()}]]);\nlet ${name}n = 0;\nfor (const [k] of ${name}) { if (++${name}n > 20) break; if (${name}.size < 5) ${name}.set(String(k) + 1, ${this.#n()}); if (${this.#of("boolean", 1)}) ${name}.delete(k); }\nconsole.log(${name}, [...${name}.keys()]);`,
      () =>
        `const ${name} = new Set<unknown>([${this.#n()}, ${this.#n()}, -0, NaN, ${this.#s()}]);\nlet ${name}n = 0;\n${name}.forEach((x) => { if (typeof x === "number" && ${name}.size < 8 && ++${name}n < 20) ${name}.add(x + 1); else ${name}.delete(x); });\nconsole.log(${name}, ${name}.has(NaN));`,
      () =>
        `const ${name} = ${this.#a()}.map((x, i) => ({ x: int(x) % 3, i }));\n${name}.sort((p, q) => p.x - q.x);\nconsole.log(${name}, ${this.#a()}.toSorted(${r.pick(["", "(p, q) => q - p", "() => 0", "(p, q) => (p > q ? 1 : -1)"])}));`,
      () =>
        `const ${name} = ${this.#a()};\nconsole.log(${name}.${r.pick([`splice(1, 1, ${this.#n()}, ${this.#n()})`, `copyWithin(0, 1)`, `fill(${this.#n()}, 1)`, "reverse()", `unshift(${this.#n()}, ${this.#n()})`, "shift()", `with(0, ${this.#n()})`, "entries().next()", `findLast((x) => x < ${this.#n()})`, `reduceRight((p, c) => p - c, ${this.#n()})`, "lastIndexOf(1)"])}, ${name});`,
      () =>
        `const ${name}: number[] = [${this.#n()}, , ${this.#n()}] as any;\n${name}[${3 + r.below(3)}] = ${this.#n()};\nconsole.log(${name}, ${name}.length, ${name}.filter(() => true), ${r.below(6)} in ${name});`,
      () =>
        `console.log([${this.#of("Point", 1)}, [${this.#a()}, [${this.#s()}, null]], new Map([[${this.#s()}, ${this.#a()}]]), () => 1, ${this.#of("Base", 1)}]);`,
      () =>
        `console.log("%s %d %i %j %o", ${this.#s()}, ${this.#n()}, ${this.#n()}, ${this.#of("Point", 1)}, ${this.#a()}, ${this.#s()});`,
    ];
  }

  #control(name: string): (() => string)[] {
    const r = this.#random;
    const leave = (): string =>
      r.pick(["break one;", "continue one;", "break;", "continue;", 'throw "t";', ""]);
    return [
      () =>
        `const ${name}: string[] = [];\ntry {\n  one: for (let i = 0; i < 3; i++) {\n    for (let j = 0; j < 3; j++) {\n      try { if (j === ${r.below(3)}) ${leave()} ${name}.push("t" + i + j); if (i === ${r.below(3)}) throw new Fault(j); }\n      catch (e) { ${name}.push("c" + j); if (${this.#of("boolean", 1)}) { ${leave()} } }\n      finally { ${name}.push("f"); if (i + j === ${r.below(5)}) { ${leave()} } }\n    }\n  }\n} catch (e) { ${name}.push("out " + String(e)); }\nconsole.log(${name}.join(" "));`,
      () =>
        `const ${name}l: string[] = [];\nconst ${name} = steps(${this.#n()}, ${name}l);\nconsole.log(${name}.next(), ${name}.next(${this.#n()}), ${name}.${r.pick([`return("r")`, `throw(new Fault(${r.below(9)}))`, `next(${this.#n()})`])}, ${name}.next(), ${name}l);`,
      () =>
        `const ${name} = ((x: number): string => { try { if (x > ${this.#n()}) return "try"; throw new Fault(int(x)); } catch ({ message }: any) { return message; } finally { if (x < ${this.#n()}) return "finally"; } })(${this.#n()});\nconsole.log(${name});`,
      () =>
        `const ${name}: (() => number)[] = [];\nfor (let i = 0, k = ${this.#n()}; i < 3; i++) { ${name}.push(() => (i += k)); if (i === 1) i++; }\nconsole.log(${name}.map((f) => f()), ${name}.map((f) => f()));`,
      () =>
        `switch (${r.pick([`typeof mix(${this.#n()})`, `int(${this.#n()}) & 3`, `${this.#of("number | string | boolean | null", 1)}`])} as any) { case 1: console.log(1); case "a": console.log("a"); break; default: console.log("default"); case null: case 3: console.log(3); }`,
      () =>
        `const ${name} = (function (this: any, x: number) { return this.n + x + arguments.length; }).${r.pick(["call", "bind"])}({ n: ${this.#n()} }, ${this.#n()});\nconsole.log(typeof ${name} === "function" ? (${name} as any)(2) : ${name});`,
      () =>
        `do { var ${name} = int(${this.#n()}); if (${name} > 3) continue; console.log("do", ${name}--); } while (false);\nconsole.log(${name}, (${name}, ${this.#n()}), void ${name}, ${name}?.toFixed(1));`,
      () =>
        `try { ${r.pick(["(null as any).x", "(undefined as any)()", `(5 as any).foo()`, "new Array(-1)", `"a".repeat(-1)`, "const [q] = null as any", `(${this.#n()}).toFixed(200)`, "for (const q of 5 as any) {}", "new (Animal.count as any)()", "Symbol() + ''", "1n + (1 as any)", "hidden.x.y", "x0; let x0 = 1"])}; } catch (e) { console.log((e as Error).name, (e as Error).message); }`,
    ];
  }

  /** What goes on after the program's own code has run to its end. */
  #later(name: string): (() => string)[] {
    const r = this.#random;
    const wait = (): string =>
      r.pick([
        "await null;",
        `await sleepless(${this.#n()});`,
        "await new Promise((f) => setImmediate(f));",
        "",
      ]);
    return [
      () =>
        `(async () => {\n  ${wait()}\n  try { console.log("${name}", await sleepless(${this.#n()})); if (${this.#of("boolean", 1)}) throw new Fault(${r.below(9)}); ${wait()} return ${this.#s()}; }\n  finally { ${wait()} console.log("${name} finally"); }\n})().then((x) => console.log("${name} then", x), (e) => console.log("${name} catch", e.message));`,
      () =>
        `(async () => { for await (const x of ticks(int(${this.#n()}))) { console.log("${name}", x); if (x % 3 === ${r.below(3)}) ${r.pick(["break", "continue"])}; } for await (const x of [sleepless(${this.#n()}), ${this.#n()}]) console.log("${name} of", x); })();`,
      () =>
        `Promise.${r.pick(["all", "allSettled", "race", "any"])}([sleepless(${this.#n()}), ${this.#s()}, ${r.oneIn(2) ? `Promise.reject(new Fault(${r.below(5)}))` : "null"}]).then((x) => console.log("${name}", x), (e) => console.log("${name}", e.name, e.message)).finally(() => console.log("${name} end"));`,
      () =>
        `setTimeout(() => console.log("${name} late", ${this.#n()}), ${r.below(2)});\nqueueMicrotask(() => console.log("${name} soon"));\nprocess.nextTick(() => console.log("${name} tick"));`,
    ];
  }
}
