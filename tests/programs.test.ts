/**
 * Every program of the corpus prints as a native program what it prints on Node. Collectors and optimization levels
 * rotate from program to program; `npm run test:matrix` runs all combinations.
 */
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { collectors } from "../src/collectors/registry.ts";
import type { TranslateOptions } from "../src/driver/options.ts";
import { type ProgramCase, programsBelow, runNative, runOnNode } from "./support/programs.ts";

const whole = process.env.HEDDLE_MATRIX === "1";
const levels = [0, 2, 1, 3] as const;

type Choice = Pick<TranslateOptions, "gc" | "level">;

function choices(index: number): Choice[] {
  const names = collectors.map((one) => one.name);
  if (whole) return names.flatMap((gc) => levels.map((level) => ({ gc, level })));
  return [{ gc: names[index % names.length]!, level: levels[index % 2]! }];
}

/** Stops where Node goes on: counted, the goal is zero. */
let stops = 0;

async function agrees(one: ProgramCase, choice: Choice): Promise<void> {
  const env = choice.gc === "semispace" ? { HEDDLE_GC_STRESS: "4KB" } : {};
  const [expected, actual] = await Promise.all([runOnNode(one), runNative(one, choice, env)]);
  assert.equal(expected.exit, one.exit, `Node itself: ${expected.stderr}`);
  if (actual.stderr.startsWith("heddle: stopped:")) stops++;
  assert.equal(actual.stdout, expected.stdout, actual.stderr);
  assert.equal(actual.signal, null);
  assert.equal(actual.exit, expected.exit, actual.stderr);
}

describe("programs", { concurrency: 3 }, () => {
  programsBelow("tests/programs").forEach((one, index) => {
    for (const choice of choices(index)) {
      test(`${one.name} (${choice.gc} -O${choice.level})`, () => agrees(one, choice));
    }
  });
  after(() => {
    console.log(`stops where Node goes on: ${stops}`);
    assert.equal(stops, 0);
  });
});
