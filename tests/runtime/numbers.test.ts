import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Decimal } from "../../src/runtime/numbers/decimal.ts";
import { DoubleDouble } from "../../src/runtime/numbers/double-double.ts";
import { intToString } from "../../src/runtime/numbers/int-to-string.ts";
import { exponentialNotation } from "../../src/runtime/numbers/layout.ts";
import { numberToString } from "../../src/runtime/numbers/number-to-string.ts";
import { parseIntRadix } from "../../src/runtime/numbers/parse-int.ts";
import {
  floorLog2OfPowerOfTen,
  floorLog10OfPowerOfTwo,
  multiplyByPowerOfTen,
} from "../../src/runtime/numbers/powers-of-ten.ts";
import { setShortestExactly } from "../../src/runtime/numbers/shortest-exact.ts";
import { parseFloatPrefix, stringToNumber } from "../../src/runtime/numbers/string-to-number.ts";
import { toFixed } from "../../src/runtime/numbers/to-fixed.ts";
import { toExponential, toPrecision } from "../../src/runtime/numbers/to-precision.ts";
import { toStringRadix } from "../../src/runtime/numbers/to-string-radix.ts";

// Node is the oracle. HEDDLE_NUMBER_CASES is the number of random doubles for a long run, HEDDLE_NUMBER_SEED
// makes it another one.
const cases = Number(process.env.HEDDLE_NUMBER_CASES ?? 20000);
const seed = Number(process.env.HEDDLE_NUMBER_SEED ?? 1);

/** Marsaglia's xorshift32, so that every run compares the same numbers. */
class Random {
  state: number;

  constructor(salt: number) {
    this.state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b) || 1;
  }

  next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return this.state >>> 0;
  }

  below(limit: number): number {
    return this.next() % limit;
  }

  integer(): number {
    const size = 2 ** this.below(54);
    const magnitude = ((this.next() & 0x1fffff) * 2 ** 32 + this.next()) % size;
    return this.below(2) === 0 ? magnitude : -magnitude;
  }

  bits(): number {
    return fromBits((BigInt(this.next()) << 32n) | BigInt(this.next()));
  }

  /** A double that programs meet: few digits, a fraction of an integer, a sum, a product. */
  ordinary(): number {
    switch (this.below(8)) {
      case 0:
        return this.integer();
      case 1:
        return this.below(1000000) / 10 ** this.below(8);
      case 2:
        return this.integer() / 10 ** this.below(23);
      case 3:
        return this.next() / this.next();
      case 4:
        return this.next() / 2 ** 32 + this.next() / 2 ** 64;
      case 5:
        return this.integer() * 10 ** this.below(30);
      case 6:
        return this.integer() * 2 ** (this.below(400) - 200);
      default:
        return Math.fround(this.next() / 2 ** this.below(64));
    }
  }

  any(): number {
    return this.below(3) === 0 ? this.bits() : this.ordinary();
  }
}

const view = new DataView(new ArrayBuffer(8));

function fromBits(bits: bigint): number {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

function toBits(x: number): bigint {
  view.setFloat64(0, x);
  return view.getBigUint64(0);
}

/** The doubles at which something changes, each with its neighbours and negated. */
function edges(): number[] {
  const centers: number[] = [0, 1, 1.005, 2.5, 0.5, 1.5, 4.35, 0.000001, 1e21, 1e23, 1 / 3];
  for (let e = -1074; e < 1024; e++) {
    centers.push(2 ** e);
  }
  for (let e = -323; e < 309; e++) {
    centers.push(Number(`1e${e}`), Number(`9.5e${e}`), Number(`123456789012345678e${e - 17}`));
  }
  const numbers: number[] = [NaN, Infinity, -Infinity, Number.MAX_VALUE, -Number.MAX_VALUE];
  for (const center of centers) {
    const bits = toBits(center);
    numbers.push(center, -center, fromBits(bits + 1n), -fromBits(bits + 1n));
    if (bits > 0n) {
      numbers.push(fromBits(bits - 1n), -fromBits(bits - 1n));
    }
  }
  return numbers;
}

function same(ours: string | number, node: string | number, what: () => string): void {
  if (!Object.is(ours, node)) {
    assert.fail(`${what()}: ${ours} where Node has ${node}`);
  }
}

function compareString(x: number): void {
  same(numberToString(x), String(x), () => `numberToString(${x})`);
}

function compareFormats(x: number, digits: number): void {
  same(toFixed(x, digits), x.toFixed(digits), () => `toFixed(${x}, ${digits})`);
  same(toExponential(x, digits), x.toExponential(digits), () => `toExponential(${x}, ${digits})`);
  const precision = digits === 0 ? 100 : digits;
  same(toPrecision(x, precision), x.toPrecision(precision), () => `toPrecision(${x}, ${precision})`);
}

function compareRadix(x: number, radix: number): void {
  same(toStringRadix(x, radix), x.toString(radix), () => `toStringRadix(${x}, ${radix})`);
}

function compareParse(text: string): void {
  same(stringToNumber(text), Number(text), () => `stringToNumber(${JSON.stringify(text)})`);
  same(parseFloatPrefix(text), Number.parseFloat(text), () => `parseFloatPrefix(${JSON.stringify(text)})`);
}

function compareParseInt(text: string, radix: number): void {
  const what = () => `parseIntRadix(${JSON.stringify(text)}, ${radix})`;
  same(parseIntRadix(text, radix), Number.parseInt(text, radix), what);
}

/** The exact decimal expansion of n / 2^k. */
function expansion(n: bigint, k: number): string {
  if (k <= 0) {
    return String(n << BigInt(-k));
  }
  const digits = String(n * 5n ** BigInt(k)).padStart(k + 1, "0");
  return `${digits.slice(0, -k)}.${digits.slice(-k)}`;
}

/** The point halfway from a positive double to the next larger one, with all its digits. */
function halfwayAbove(x: number): string {
  const bits = toBits(x);
  const biased = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  const significand = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return expansion(2n * significand + 1n, 1076 - Math.max(biased, 1));
}

/** Its last digit changed by one, up or down. */
function beside(text: string, step: 1 | -1): string {
  const digits = text.replace(".", "");
  const places = text.includes(".") ? text.length - 1 - text.indexOf(".") : 0;
  const changed = String(BigInt(digits) * 10n + BigInt(step)).padStart(places + 2, "0");
  return `${changed.slice(0, changed.length - places - 1)}.${changed.slice(changed.length - places - 1)}`;
}

/**
 * Integers w below 10^19 for which w × 10^power is nearly n × 2^s with an odd n of 54 bits, a point halfway
 * between two doubles: denominators of the continued fraction of 10^power / 2^s. The excess is by how many
 * bits w is shorter than n.
 */
function nearlyHalfway(power: number, excess: number): bigint[] {
  const shift = Math.floor(power * Math.log2(10)) - excess;
  let dividend = (10n ** BigInt(Math.max(power, 0))) << BigInt(Math.max(-shift, 0));
  let divisor = (10n ** BigInt(Math.max(-power, 0))) << BigInt(Math.max(shift, 0));
  let [before, numerator] = [0n, 1n];
  let [denominatorBefore, denominator] = [1n, 0n];
  const found: bigint[] = [];
  while (divisor > 0n && denominator < 10n ** 19n) {
    const quotient = dividend / divisor;
    [dividend, divisor] = [divisor, dividend % divisor];
    [before, numerator] = [numerator, quotient * numerator + before];
    [denominatorBefore, denominator] = [denominator, quotient * denominator + denominatorBefore];
    if ((numerator & 1n) === 1n && numerator >> 53n === 1n && denominator < 10n ** 19n) {
      found.push(denominator);
    }
  }
  return found;
}

describe("powers of ten", () => {
  it("are within 2^-98 of the exact ones", () => {
    for (let power = -352; power <= 351; power++) {
      const value = new DoubleDouble();
      value.high = 1;
      const exponent = multiplyByPowerOfTen(value, power);
      // high and low are multiples of 2^-140, the sum compared with 10^power / 2^exponent.
      const sum = scaledInteger(value.high, 140) + scaledInteger(value.low, 140);
      const shift = BigInt(140 - exponent + 1400);
      const exact =
        power >= 0
          ? ((10n ** BigInt(power)) << shift) >> 1400n
          : ((1n << shift) / 10n ** BigInt(-power)) >> 1400n;
      const difference = sum > exact ? sum - exact : exact - sum;
      assert.ok(difference * 2n ** 98n <= exact + 2n ** 98n, `10^${power}`);
    }
  });

  it("have the logarithms that the short multiplications give", () => {
    for (let e = -1074; e < 1024; e++) {
      const k = floorLog10OfPowerOfTwo(e);
      assert.ok(atMost(10n, k, 2n, e) && !atMost(10n, k + 1, 2n, e), `log10 2^${e}`);
    }
    for (let e = -352; e <= 352; e++) {
      const k = floorLog2OfPowerOfTen(e);
      assert.ok(atMost(2n, k, 10n, e) && !atMost(2n, k + 1, 10n, e), `log2 10^${e}`);
    }
  });
});

/** x × 2^places for an x that makes it an integer. */
function scaledInteger(x: number, places: number): bigint {
  const bits = toBits(Math.abs(x));
  const biased = Number(bits >> 52n);
  if (biased === 0) {
    return 0n;
  }
  const shift = biased - 1075 + places;
  const significand = (bits & 0xfffffffffffffn) | 0x10000000000000n;
  const magnitude = shift >= 0 ? significand << BigInt(shift) : significand >> BigInt(-shift);
  return x < 0 ? -magnitude : magnitude;
}

/** a^m <= b^n for exponents of either sign. */
function atMost(a: bigint, m: number, b: bigint, n: number): boolean {
  const left = a ** BigInt(Math.max(m, 0)) * b ** BigInt(Math.max(-n, 0));
  const right = b ** BigInt(Math.max(n, 0)) * a ** BigInt(Math.max(-m, 0));
  return left <= right;
}

describe("numbers to strings", () => {
  it("prints the edges of every format as Node", () => {
    const random = new Random(1);
    for (const x of edges()) {
      compareString(x);
      compareRadix(x, 2 + random.below(35));
      same(toExponential(x, -1), x.toExponential(), () => `toExponential(${x}, -1)`);
    }
  });

  it("prints random doubles as Node", () => {
    const random = new Random(2);
    for (let i = 0; i < cases; i++) {
      compareString(random.bits());
      compareString(random.ordinary());
    }
  });

  it("prints doubles between 2^53 and 2^70, many of them exactly on a boundary, as Node", () => {
    const random = new Random(3);
    for (let i = 0; i < cases / 4; i++) {
      compareString((2 ** 52 + (random.next() & 0xfffff) * 2 ** 32 + random.next()) * 2 ** random.below(18));
      compareString((2 ** 52 + (random.next() & 0xfffff) * 2 ** 32 + random.next()) / 4);
    }
  });

  it("prints and reads subnormal doubles as Node", () => {
    const random = new Random(4);
    for (let i = 0; i < cases / 4; i++) {
      const x = (random.next() >>> random.below(32)) * 5e-324;
      compareString(x);
      compareParse(x.toExponential(random.below(30)));
    }
  });

  it("finds the shortest digits by exact arithmetic too", () => {
    const random = new Random(13);
    const numbers = [0.5, 1 / 3, 5e-324, 1e22, 1e23, 2 ** -44, 2 ** 970, 9.5, Number.MAX_VALUE];
    for (let i = 0; i < cases / 20; i++) {
      numbers.push(Math.abs(random.bits()), 2 ** (random.below(2046) - 1022), Math.abs(random.ordinary()));
    }
    const decimal = new Decimal();
    for (const x of numbers.filter((x) => x > 0 && x < Infinity)) {
      setShortestExactly(decimal, x);
      const ours = exponentialNotation(false, decimal, decimal.length - 1);
      same(ours, x.toExponential(), () => `setShortestExactly(${x})`);
    }
  });

  it("prints integers as Node", () => {
    const random = new Random(5);
    const integers = [0, 9, 10, 99999999, 100000000, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1), -1];
    for (let i = 0; i < cases; i++) {
      integers.push(random.integer());
    }
    for (const i of integers) {
      same(intToString(i), String(i), () => `intToString(${i})`);
    }
  });

  it("rounds ties and their neighbours as Node", () => {
    const texts = [
      "1.005",
      "2.5",
      "-2.5",
      "1e21",
      "-1e21",
      "-1.5e-7",
      "1.45",
      "8.345",
      "0.5",
      "1.5",
      "0",
      "-0",
    ];
    const numbers = texts
      .map(Number)
      .concat([25, 123.456, 5e-324, 1e-10, 999.9999, 1000000000000000000 + 128, NaN, -Infinity]);
    for (const x of numbers) {
      for (let digits = 0; digits <= 100; digits += digits < 25 ? 1 : 5) {
        compareFormats(x, digits);
      }
    }
    const random = new Random(6);
    for (let i = 0; i < cases / 4; i++) {
      // An odd multiple of a power of two below one is a tie at its last digit but one.
      const digits = random.below(12);
      compareFormats((random.below(1 << 20) * 2 + 1) / 2 ** (digits + 1), digits);
      compareFormats((random.below(1 << 20) * 10 + 5) / 10 ** (digits + 1), digits);
    }
  });

  it("rounds random doubles to few and many digits as Node", () => {
    const random = new Random(7);
    for (let i = 0; i < cases / 4; i++) {
      compareFormats(random.ordinary(), random.below(20));
      compareFormats(random.any(), random.below(101));
      const x = random.any();
      same(toExponential(x, -1), x.toExponential(), () => `toExponential(${x}, -1)`);
    }
    for (const x of edges()) {
      compareFormats(x, random.below(30));
    }
  });

  it("prints in every radix as V8", () => {
    const random = new Random(8);
    for (let i = 0; i < cases / 4; i++) {
      compareRadix(random.ordinary(), 2 + random.below(35));
      compareRadix(random.bits(), 2 + random.below(35));
    }
  });
});

describe("strings to numbers", () => {
  it("reads what numbers print as Node", () => {
    const random = new Random(9);
    for (const x of edges()) {
      compareParse(String(x));
    }
    for (let i = 0; i < cases; i++) {
      compareParse(String(random.any()));
    }
  });

  it("reads points halfway between two doubles, and points just beside, as Node", () => {
    const random = new Random(10);
    const numbers = [
      5e-324,
      1e-323,
      2.225073858507201e-308,
      2.2250738585072014e-308,
      2 ** 53,
      Number.MAX_VALUE,
    ];
    for (let i = 0; i < cases / 80; i++) {
      numbers.push(Math.abs(random.any()), 2 ** (random.below(2046) - 1022), random.next() * 5e-324);
    }
    compareParse(expansion(1n, 1075));
    compareParse(`4601960000000000000000.${"0".repeat(800)}1`);
    for (const x of numbers.filter((x) => x > 0 && x < Infinity)) {
      const halfway = halfwayAbove(x);
      compareParse(halfway);
      compareParse(beside(halfway, 1));
      compareParse(beside(halfway, -1));
      compareParse(`${halfway.includes(".") ? halfway : `${halfway}.`}${"0".repeat(800)}1`);
      compareParse(halfway.slice(0, 25));
    }
  });

  it("reads and prints the decimals of up to 19 digits that come nearest to halfway as Node", () => {
    let count = 0;
    for (let power = -342; power <= 300; power += 2) {
      for (let excess = -14; excess <= 12; excess += 2) {
        for (const significand of nearlyHalfway(power, excess)) {
          const text = `${significand}e${power}`;
          compareParse(text);
          const bits = toBits(Number(text));
          compareString(fromBits(bits));
          compareString(fromBits(bits + 1n));
          compareString(fromBits(bits - 1n));
          count++;
        }
      }
    }
    assert.ok(count > 1000, `${count} cases`);
  });

  it("reads decimals of any length and exponent as Node", () => {
    const random = new Random(11);
    for (let i = 0; i < cases; i++) {
      let text = "";
      for (let n = random.below(random.below(30) === 0 ? 1000 : 25); n >= 0; n--) {
        text += random.below(4) === 0 ? "0" : String(random.below(10));
      }
      const point = random.below(text.length + 1);
      text = `${text.slice(0, point)}.${text.slice(point)}`;
      if (random.below(2) === 0) {
        text += `e${random.below(720) - 360}`;
      }
      compareParse(text);
    }
  });

  it("accepts and refuses what Node does", () => {
    const texts = `|.|-|+|-.|e5|.e5|1.|.5|-.5|+1.5e+3|1e|1e+|1e-|1e5x|5.5.5|..5|0x|0x1f|0XFF|-0x10|0x1g|0b|0b101|0B12|0o17|
      |0O8|Infinity|-Infinity|+Infinity|infinity|Infinityx|Infinit|NaN|1_000|1n|0.0e0|-0|00012|0e99999999999|1e99999999999|
      |1e-99999999999|-1e-400|1e400|2.5 x|12 34|1e1000|${"0".repeat(400)}1|0.${"0".repeat(400)}1e401|${"9".repeat(400)}|
      |1${"0".repeat(400)}e-400|0x${"f".repeat(300)}|179769313486231580793728971405301e276|1é|Ā1|\u{1f600}`;
    const spaces = "\t\n\v\f\r \u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
    const besides = "\u180e\u200b\u0085\u001f";
    for (const text of texts.split(/\|(?:\s+\|)?/)) {
      compareParse(text);
      compareParse(`${spaces}${text}${spaces}`);
      compareParse(`${text}x`);
      for (let radix = 0; radix <= 37; radix++) {
        compareParseInt(text, radix);
      }
    }
    for (let unit = 0; unit < 65536; unit++) {
      compareParse(`${String.fromCharCode(unit)}1${String.fromCharCode(unit)}`);
    }
    for (const space of besides) {
      compareParse(`${space}1`);
    }
  });

  it("reads integers in every radix as V8", () => {
    const random = new Random(12);
    for (let i = 0; i < cases / 2; i++) {
      const radix = 2 + random.below(35);
      let text = ["", "-", "+", " 0", "0x"][random.below(5)]!;
      for (let n = random.below(random.below(20) === 0 ? 1100 : 70); n >= 0; n--) {
        text += random.below(radix).toString(radix);
      }
      compareParseInt(random.below(2) === 0 ? text : text.toUpperCase(), radix);
      compareParseInt(text, 0);
      compareParseInt(text, 10);
    }
    for (let i = 0; i < cases / 10; i++) {
      // 53 bits, then exactly one half, then perhaps a little more.
      const half = `1${random.next().toString(2).padStart(32, "0")}${random.next().toString(2).padStart(32, "0").slice(0, 20)}1`;
      const zeros = "0".repeat(random.below(30));
      for (const digits of [half, `${half}${zeros}`, `${half}${zeros}1`]) {
        compareParseInt(digits, 2);
        compareParse(`0b${digits}`);
        compareParseInt(BigInt(`0b${digits}`).toString(16), 16);
      }
    }
  });
});

describe("numbers and strings", () => {
  const runs = { numRuns: Math.max(500, Math.floor(cases / 40)), seed };

  it("come back from what they print", () => {
    const double = fc.double({ noNaN: true });
    fc.assert(
      fc.property(double, fc.integer({ min: 0, max: 100 }), (x, digits) => {
        const back = stringToNumber(numberToString(x));
        assert.ok(back === x, `${x} came back as ${back}`);
        assert.ok(stringToNumber(toExponential(x, -1)) === x);
        assert.ok(stringToNumber(toPrecision(x, 17 + (digits % 80))) === x);
      }),
      runs,
    );
  });

  it("print no digit more than needed", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const digits = toExponential(x, -1).replace(/e.*|[-.]/g, "").length;
        assert.ok(digits === 1 || stringToNumber(toPrecision(x, digits - 1)) !== x);
      }),
      runs,
    );
  });

  it("read any text as Node", () => {
    const piece = fc.constantFrom(
      "0",
      "1",
      "9",
      "75",
      "00",
      ".",
      "e",
      "E",
      "+",
      "-",
      "x",
      "0x",
      "b",
      "o",
      "a",
      " ",
      "\n",
      "Infinity",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.integer({ min: 0, max: 36 }), (pieces, radix) => {
        compareParse(pieces.join(""));
        compareParseInt(pieces.join(""), radix);
      }),
      runs,
    );
  });
});
