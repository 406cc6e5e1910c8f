import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fromWords, fround, highWord, lowWord } from "../../src/memory/float-bits.ts";
import { cbrt } from "../../src/runtime/math/cube-root.ts";
import { exp, expm1 } from "../../src/runtime/math/exponential.ts";
import { acosh, asinh, atanh, cosh, sinh, tanh } from "../../src/runtime/math/hyperbolic.ts";
import { hypot2, hypotArray } from "../../src/runtime/math/hypot.ts";
import { acos, asin, atan, atan2 } from "../../src/runtime/math/inverse-trigonometric.ts";
import { log, log1p, log2, log10 } from "../../src/runtime/math/logarithmic.ts";
import { pow } from "../../src/runtime/math/power.ts";
import { round, sign } from "../../src/runtime/math/rounding.ts";
import { cos, sin, tan } from "../../src/runtime/math/trigonometric.ts";

// Node's own Math is the oracle. HEDDLE_MATH_CASES is the number of inputs a function for a long run,
// HEDDLE_MATH_SEED makes it another one.
const cases = Number(process.env.HEDDLE_MATH_CASES ?? 100_000);
const seed = Number(process.env.HEDDLE_MATH_SEED ?? 1);

const edges = [
  0,
  -0,
  1,
  -1,
  2,
  -2,
  0.5,
  -0.5,
  1.5,
  -1.5,
  3,
  -3,
  4,
  8,
  10,
  22,
  -22,
  100,
  1000,
  1023,
  1024,
  -1022,
  -1074,
  -1075,
  NaN,
  Infinity,
  -Infinity,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  2.225073858507201e-308,
  2 ** -28,
  2 ** -27,
  2 ** -54,
  2 ** -55,
  2 ** 28,
  2 ** 31,
  2 ** 32,
  2 ** 52,
  2 ** 53,
  -(2 ** 53),
  2 ** 53 - 1,
  2 ** 60,
  2 ** 66,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.EPSILON,
  1 + Number.EPSILON,
  1 - Number.EPSILON / 2,
  Math.PI,
  Math.PI / 2,
  Math.PI / 4,
  -Math.PI,
  3 * (Math.PI / 4),
  Math.E,
  Math.LN2,
  -Math.LN2,
  Math.SQRT2,
  Math.SQRT1_2,
  709.782712893384,
  709.7827128933841,
  -745.1332191019411,
  -745.1332191019412,
  -708.396418532264,
  710.4758600739439,
  710.475860073944,
  0.49999999999999994,
  -0.49999999999999994,
  4503599627370495.5,
  // The number closest to a multiple of π/2 of all doubles, and others that need every step of a reduction.
  6381956970095103 * 2 ** 797,
  5.319372648326541e255,
  823549.6645,
  0.6744,
  0.7853981633974484,
  1e22,
];

/** Draws doubles: Marsaglia's xorshift32 below, so that every run compares the same ones. */
class Random {
  private state: number;

  constructor(salt: number) {
    this.state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b) || 1;
  }

  word(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return this.state >>> 0;
  }

  /** Uniform in [-1, 1). */
  private unit(): number {
    return ((this.word() & 0x1fffff) * 2 ** 32 + this.word()) * 2 ** -52 - 1;
  }

  /** A double near x: up to 2^10 steps away. */
  private near(x: number): number {
    const low = lowWord(x) + (this.word() & 0x7ff) - 0x400;
    return fromWords(highWord(x) + Math.floor(low / 2 ** 32), low >>> 0);
  }

  double(): number {
    const kind = this.word() & 15;
    switch (kind) {
      case 0:
      case 1:
      case 2:
        return fromWords(this.word(), this.word());
      case 3:
        return this.unit();
      case 4:
        return this.unit() * 4;
      case 5:
        return this.unit() * 50;
      case 6:
        return this.unit() * 760;
      case 7:
        return this.unit() * 2 ** ((this.word() & 63) - 10);
      case 8:
        return this.unit() * 2 ** -(this.word() & 63);
      case 9:
        return 1 + this.unit() * 2 ** -(this.word() & 31);
      case 10:
        return (this.word() >> 20) / 2;
      case 11:
        // near a multiple of π/2, the small ones more often
        return this.near((this.word() >>> (this.word() & 31)) * (Math.PI / 2));
      case 12:
        return this.near((this.word() >>> (this.word() & 31)) * (Math.PI / 2) * 2 ** (this.word() & 511));
      case 13:
        return fromWords(this.word() & 0x800fffff, this.word());
      case 14:
        return this.near(edges[this.word() % edges.length]!);
      default:
        return edges[this.word() % edges.length]!;
    }
  }

  /** An exponent for pow: integers and halves more often than other doubles. */
  exponent(): number {
    switch (this.word() & 7) {
      case 0:
        return (this.word() % 41) - 20;
      case 1:
        return ((this.word() % 81) - 40) / 2;
      case 2:
        return (this.word() >> (this.word() & 31)) * 2 ** (this.word() & 31);
      case 3:
        return this.unit() * 1100;
      case 4:
        return this.unit() * 10;
      default:
        return this.double();
    }
  }
}

class Differences {
  private count = 0;
  private compared = 0;
  private first = "";
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  compare(ours: number, nodes: number, args: number[]): void {
    this.compared++;
    if (Object.is(ours, nodes)) return;
    if (this.count++ === 0) this.first = `${this.name}(${args.join(", ")}) is ${nodes} on Node, ours ${ours}`;
  }

  report(): void {
    assert.equal(this.count, 0, `${this.first}; ${this.count} of ${this.compared} differ`);
  }
}

type OfOne = (x: number) => number;
const ofOne: [string, OfOne, OfOne][] = [
  ["sin", sin, Math.sin],
  ["cos", cos, Math.cos],
  ["tan", tan, Math.tan],
  ["asin", asin, Math.asin],
  ["acos", acos, Math.acos],
  ["atan", atan, Math.atan],
  ["exp", exp, Math.exp],
  ["expm1", expm1, Math.expm1],
  ["log", log, Math.log],
  ["log1p", log1p, Math.log1p],
  ["log2", log2, Math.log2],
  ["log10", log10, Math.log10],
  ["cbrt", cbrt, Math.cbrt],
  ["sinh", sinh, Math.sinh],
  ["cosh", cosh, Math.cosh],
  ["tanh", tanh, Math.tanh],
  ["asinh", asinh, Math.asinh],
  ["acosh", acosh, Math.acosh],
  ["atanh", atanh, Math.atanh],
  ["round", round, Math.round],
  ["sign", sign, Math.sign],
];

// Out of the linter's sight, which would write the operator for it.
const nodesPow = Math.pow;

type OfTwo = (x: number, y: number) => number;
const ofTwo: [string, OfTwo, OfTwo][] = [
  ["atan2", atan2, Math.atan2],
  ["hypot2", hypot2, Math.hypot],
];

describe("the words of a float", () => {
  it("are sign, exponent and mantissa", () => {
    assert.equal(highWord(-1.5), -0x40080000);
    assert.equal(highWord(Math.PI), 0x400921fb);
    assert.equal(lowWord(Math.PI), 0x54442d18);
    assert.equal(lowWord(-0.1), 0x9999999a);
    assert.equal(fromWords(0xbfb99999, 0x9999999a), -0.1);
    assert.equal(fromWords(-0x40466667, -0x66666666), -0.1);
    assert.ok(Object.is(fromWords(-0x80000000, 0), -0));
  });

  it("round to 32 bits", () => {
    assert.equal(fround(0.1), 0.10000000149011612);
    assert.equal(fround(1e39), Infinity);
  });
});

describe("Math functions have the bits of Node's", () => {
  for (const [salt, [name, ours, nodes]] of ofOne.entries()) {
    it(name, () => {
      const differences = new Differences(name);
      const random = new Random(salt + 1);
      const compare = (x: number) => differences.compare(ours(x), nodes(x), [x]);
      for (const x of edges) {
        compare(x);
        compare(-x);
      }
      for (let i = 0; i < cases; i++) compare(random.double());
      differences.report();
    });
  }

  for (const [salt, [name, ours, nodes]] of ofTwo.entries()) {
    it(name, () => {
      const differences = new Differences(name);
      const random = new Random(salt + 101);
      const compare = (x: number, y: number) => differences.compare(ours(x, y), nodes(x, y), [x, y]);
      for (const x of edges) for (const y of edges) compare(x, y);
      for (let i = 0; i < cases; i++) {
        const x = random.double();
        // Both of one magnitude in half of the cases: elsewhere the smaller one hardly matters.
        compare(x, (i & 1) === 0 ? random.double() : x * random.exponent());
      }
      differences.report();
    });
  }

  it("pow and **", () => {
    const differences = new Differences("pow");
    const random = new Random(201);
    const compare = (x: number, y: number) => {
      const result = pow(x, y);
      differences.compare(result, nodesPow(x, y), [x, y]);
      differences.compare(result, x ** y, [x, y]);
    };
    for (const x of edges) for (const y of edges) compare(x, y);
    for (let i = 0; i < cases; i++) {
      let x = random.double();
      const y = random.exponent();
      // Else nearly everything overflows: in half of the cases x is such that the result has a moderate exponent.
      if ((i & 1) === 0) x = Math.exp((random.double() % 745) / y);
      compare(x, y);
    }
    differences.report();
  });

  it("hypot of any number of arguments", () => {
    const differences = new Differences("hypot");
    const random = new Random(301);
    for (let i = 0; i < cases / 4; i++) {
      const values: number[] = [];
      const scale = (i & 1) === 0 ? 1 : random.double();
      for (let left = random.word() % 7; left > 0; left--) {
        values.push((i & 1) === 0 ? random.double() : scale * random.exponent());
      }
      differences.compare(hypotArray(values), Math.hypot(...values), values);
    }
    differences.report();
  });

  it("reductions by π/2 that cancel to the last digit", () => {
    const differences = new Differences("sin, cos or tan");
    const random = new Random(401);
    // Multiples of π/2 rounded to a double, of every binary exponent.
    for (let exponent = -1; exponent < 1023; exponent++) {
      for (let i = 0; i < 20; i++) {
        const n = 1 + random.word() / 2 ** 32;
        const scaled = n * 2 ** exponent;
        const x = Math.floor(scaled / (Math.PI / 2)) * (Math.PI / 2);
        differences.compare(sin(x), Math.sin(x), [x]);
        differences.compare(cos(-x), Math.cos(-x), [x]);
        differences.compare(tan(x), Math.tan(x), [x]);
      }
    }
    differences.report();
  });
});
