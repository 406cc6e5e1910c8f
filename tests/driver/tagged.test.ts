/** `--tagged`: objects that live in pointers, under every collector, on the machine and on the interpreters. */
import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import { collectors } from "../../src/collectors/registry.ts";
import { interpretFile } from "../../src/driver/commands/interpret.ts";
import { defaultOptions } from "../../src/driver/options.ts";
import { packageRoot } from "../../src/driver/paths.ts";
import { Timings } from "../../src/driver/timings.ts";
import { translate } from "../../src/driver/translate.ts";
import { plainC, runNative, runOnNode } from "../support/programs.ts";

const name = "tagged/mixed-values";
const file = path.join(packageRoot, "tests", "programs", `${name}.ts`);
const expected = runOnNode({ name, file, args: [], exit: 0, batchable: false });
const options = { ...defaultOptions, tagged: true, verify: true };

/** All of them are tried by `npm run test:matrix`: natively every fifth is always, on simulated memory one. */
const whole = process.env.HEDDLE_MATRIX === "1";

describe("tagged objects beside others", { concurrency: 2 }, () => {
  for (const [index, { name: gc, traits }] of collectors.entries()) {
    const precise = traits.roots === "shadow-stack";
    if (precise && (whole || gc === defaultOptions.gc))
      test(`print the same on simulated memory under ${gc}`, async () => {
        const settings = { gcStress: 4 * 1024, gcCheck: 1 };
        const all = { ...options, gc, level: index % 2 === 0 ? 2 : 0 } as const;
        assert.equal(interpretFile(file, [], "woven", all, { settings }).stdout, (await expected).stdout);
      });
    if (!whole && index % 5 !== 0) continue;
    test(`print the same under ${gc}`, async () => {
      const env = precise ? { HEDDLE_GC_STRESS: "4KB", HEDDLE_GC_CHECK: "1" } : {};
      const one = { name, file, args: [], exit: 0, batchable: false };
      const { stdout, stderr, exit } = await runNative(one, { gc, level: 2, tagged: true, cc: plainC }, env);
      assert.deepEqual({ stdout, stderr, exit }, { stdout: (await expected).stdout, stderr: "", exit: 0 });
    });
  }

  test("print the same on the interpreter of low graphs", async () => {
    assert.equal(interpretFile(file, [], "low", options).stdout, (await expected).stdout);
  });
});

test("nothing is tagged unless the option asks for it", () => {
  const words = (tagged: boolean): number => {
    const { program } = translate(file, { ...defaultOptions, tagged }, new Timings(), "lower");
    return [...program.functions.values()]
      .flatMap(({ blocks }) => blocks.flatMap(({ operations }) => operations))
      .filter(({ op }) => op.includes("tagged")).length;
  };
  assert.equal(words(false), 0);
  assert.ok(words(true) > 0);
});
