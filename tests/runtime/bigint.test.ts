import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { bigintIn, madeOf } from "../../src/memory/bigint-primitives.ts";
import { installMachine, type Reference } from "../../src/memory/memory.ts";
import * as bits from "../../src/runtime/bigint/bits.ts";
import * as divide from "../../src/runtime/bigint/divide.ts";
import { isBigInt, parse } from "../../src/runtime/bigint/from-string.ts";
import { multiply } from "../../src/runtime/bigint/multiply.ts";
import * as numbers from "../../src/runtime/bigint/numbers.ts";
import { power } from "../../src/runtime/bigint/power.ts";
import * as shift from "../../src/runtime/bigint/shift.ts";
import * as sums from "../../src/runtime/bigint/sums.ts";
import { toText } from "../../src/runtime/bigint/to-string.ts";
import { MemorySimulator } from "../../src/simulate/memory-simulator.ts";

// Node is the oracle.
installMachine(new MemorySimulator(8));

type Binary = (a: Reference, b: Reference) => Reference;

/** What a function gives, or the error that it throws; numbers say whether they are -0. */
function outcome(run: () => unknown): string {
  try {
    const value = run();
    return typeof value === "number" ? `number ${Object.is(value, -0) ? "-0" : value}` : String(value);
  } catch (error) {
    return String(error);
  }
}

function same(ours: () => unknown, nodes: () => unknown, what: string): void {
  assert.equal(outcome(ours), outcome(nodes), what);
}

/** Sizes cross one word, the border of Karatsuba's method (40 words) and that of short conversions. */
const maxima = [0n, 20n, 52n, 53n, 63n, 64n, 65n, 128n, 200n, 2559n, 2560n, 2624n, 6000n].map(
  (one) => 2n ** one,
);

/** Runs of equal bits at any place, where carries and borrows go far. */
const runs = fc
  .array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 300 })), { maxLength: 12 })
  .map((parts) =>
    parts.reduce((all, [set, n]) => (all << BigInt(n)) | (set ? 2n ** BigInt(n) - 1n : 0n), 0n),
  );

const big = fc.oneof(
  runs,
  runs.map((one) => -one),
  ...maxima.map((max) => fc.bigInt({ min: -max, max })),
);
const small = fc.bigInt({ min: -300n, max: 3000n });

function check(
  name: string,
  ours: Binary,
  nodes: (a: bigint, b: bigint) => bigint,
  right = big,
  runs = 3000,
): void {
  it(name, () => {
    fc.assert(
      fc.property(big, right, (a, b) => {
        same(
          () => bigintIn(ours(madeOf(a), madeOf(b))),
          () => nodes(a, b),
          `${a} ${name} ${b}`,
        );
      }),
      { numRuns: runs },
    );
  });
}

describe("BigInts", () => {
  check("+", sums.add, (a, b) => a + b);
  check("-", sums.subtract, (a, b) => a - b);
  check("*", multiply, (a, b) => a * b);
  check("/", divide.divide, (a, b) => a / b);
  check("%", divide.remainder, (a, b) => a % b);
  check("&", bits.and, (a, b) => a & b);
  check("|", bits.or, (a, b) => a | b);
  check("^", bits.xor, (a, b) => a ^ b);
  check("<<", shift.shiftLeft, (a, b) => a << b, small);
  check(">>", shift.shiftRight, (a, b) => a >> b, small);
  check("**", power, (a, b) => a ** b, fc.bigInt({ min: -2n, max: 20n }), 600);

  it("divide again what they have multiplied", () => {
    fc.assert(
      fc.property(big, big, big, (a, b, c) => {
        if (b === 0n) return;
        const product = a * b + c;
        assert.equal(bigintIn(divide.divide(madeOf(product), madeOf(b))), product / b);
        assert.equal(bigintIn(divide.remainder(madeOf(product), madeOf(b))), product % b);
      }),
      { numRuns: 2000 },
    );
  });

  it("take a quotient's guess back", () => {
    const word = 2n ** 64n;
    const dividend = (((2n ** 63n - 1n) * word + 2n ** 63n) * word + 0n) * word;
    const divisor = 2n ** 63n * word * word + 1n;
    assert.equal(bigintIn(divide.divide(madeOf(dividend), madeOf(divisor))), dividend / divisor);
    const other = [3n * word ** 2n, 2n ** 61n * word ** 2n + 1n];
    assert.equal(
      bigintIn(divide.divide(madeOf(other[0]! * word * 2n ** 63n), madeOf(other[1]!))),
      (other[0]! * word * 2n ** 63n) / other[1]!,
    );
  });

  it("in unary operators", () => {
    fc.assert(
      fc.property(big, (a) => {
        assert.equal(bigintIn(sums.negate(madeOf(a))), -a);
        assert.equal(bigintIn(bits.not(madeOf(a))), ~a);
        assert.equal(bigintIn(bits.increment(madeOf(a))), a + 1n);
        assert.equal(bigintIn(bits.decrement(madeOf(a))), a - 1n);
        assert.equal(sums.isZero(madeOf(a)), a === 0n);
      }),
      { numRuns: 2000 },
    );
  });

  it("are ordered", () => {
    fc.assert(
      fc.property(big, fc.oneof(big, small), (a, b) => {
        assert.equal(sums.compare(madeOf(a), madeOf(b)), a < b ? -1 : a > b ? 1 : 0);
        assert.equal(sums.equal(madeOf(a), madeOf(b)), a === b);
        assert.ok(sums.equal(madeOf(a), madeOf(a)));
        assert.equal(numbers.hash(madeOf(a)), numbers.hash(parse(String(a))));
      }),
      { numRuns: 2000 },
    );
  });

  it("cut to a width", () => {
    fc.assert(
      fc.property(
        big,
        fc.oneof(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 0, max: 7000 })),
        (a, n) => {
          assert.equal(bigintIn(bits.asUintN(n, madeOf(a))), BigInt.asUintN(n, a), `asUintN ${n} ${a}`);
          assert.equal(bigintIn(bits.asIntN(n, madeOf(a))), BigInt.asIntN(n, a), `asIntN ${n} ${a}`);
          const halves = [0, 1].map((one) => numbers.halfOf64(madeOf(a), one)) as [number, number];
          assert.equal(bigintIn(numbers.from64(...halves, true)), BigInt.asIntN(64, a));
          assert.equal(bigintIn(numbers.from64(...halves, false)), BigInt.asUintN(64, a));
        },
      ),
      { numRuns: 4000 },
    );
  });

  it("become doubles, rounded to even", () => {
    const near = fc
      .tuple(
        fc.bigInt({ min: 0n, max: 2n ** 54n }),
        fc.integer({ min: 0, max: 990 }),
        fc.integer({ min: -2, max: 2 }),
      )
      .map(([m, e, d]) => (m << BigInt(e)) + BigInt(d));
    fc.assert(
      fc.property(
        fc.oneof(
          big,
          near,
          near.map((one) => -one),
        ),
        (a) => {
          same(
            () => numbers.toFloat(madeOf(a)),
            () => Number(a),
            String(a),
          );
        },
      ),
      { numRuns: 6000 },
    );
    for (const a of [2n ** 1024n, 2n ** 1024n - 1n, 2n ** 1024n - 2n ** 970n, 2n ** 1024n - 2n ** 970n - 1n])
      same(
        () => numbers.toFloat(madeOf(a)),
        () => Number(a),
        String(a),
      );
  });

  it("come from doubles and compare with them", () => {
    const float = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.maxSafeInteger(),
      fc.double().map((one) => Math.trunc(one)),
    );
    fc.assert(
      fc.property(float, big, (x, a) => {
        same(
          () => bigintIn(numbers.fromFloat(x)),
          () => BigInt(x),
          String(x),
        );
        const compared = (b: bigint): number => (b < x ? -1 : b > x ? 1 : Number.isNaN(x) ? 2 : 0);
        assert.equal(numbers.compareFloat(madeOf(a), x), compared(a), `${a} ${x}`);
        if (!Number.isFinite(x)) return;
        for (const b of [-1n, 0n, 1n].map((one) => BigInt(Math.trunc(x)) + one))
          assert.equal(numbers.compareFloat(madeOf(b), x), compared(b), `${b} ${x}`);
      }),
      { numRuns: 4000 },
    );
  });

  it("are written in any radix and read back", () => {
    const huge = fc.bigInt({ min: -(2n ** 20000n), max: 2n ** 20000n });
    fc.assert(
      fc.property(fc.oneof(big, huge), fc.integer({ min: 2, max: 36 }), (a, radix) => {
        assert.equal(toText(madeOf(a), radix), a.toString(radix));
        assert.equal(bigintIn(parse(String(a))), a);
        const positive = a < 0n ? -a : a;
        for (const [prefix, base] of [
          ["0x", 16],
          ["0O", 8],
          ["0b", 2],
        ] as const)
          assert.equal(bigintIn(parse(prefix + positive.toString(base))), positive);
      }),
      { numRuns: 1000 },
    );
    for (const zeros of [1n, 15n, 16n, 240n, 241n, 480n, 5000n])
      for (const more of [0n, 1n, 7n])
        assert.equal(toText(madeOf(10n ** zeros + more), 10), String(10n ** zeros + more));
  });

  it("are read from texts that are some", () => {
    const text = fc.oneof(
      fc.stringMatching(/^[ \n]{0,2}[-+]?(0[xXoObB])?[0-9a-fA-F_]{0,6}[ n]{0,2}$/),
      fc.stringMatching(/^[-+]?[0-9]{0,40}$/),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (one) => {
        const ours = (): unknown => {
          if (!isBigInt(one)) throw new SyntaxError(`Cannot convert ${one} to a BigInt`);
          return bigintIn(parse(one));
        };
        same(ours, () => BigInt(one), JSON.stringify(one));
      }),
      { numRuns: 6000 },
    );
  });

  it("throw where they would be too big", () => {
    const one = madeOf(1n);
    same(
      () => shift.shiftLeft(one, madeOf(2n ** 31n)),
      () => 1n << (2n ** 31n),
      "shift",
    );
    same(
      () => shift.shiftRight(one, madeOf(-(2n ** 70n))),
      () => 1n >> -(2n ** 70n),
      "shift",
    );
    same(
      () => power(madeOf(3n), madeOf(2n ** 40n)),
      () => 3n ** (2n ** 40n),
      "power",
    );
    same(
      () => toText(one, 37),
      () => 1n.toString(37),
      "radix",
    );
  });
});
