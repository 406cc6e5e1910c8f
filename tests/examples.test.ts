/**
 * The examples print the same on Node, natively under the collectors, and natively with their types erased to `.js`:
 * declared types decide nothing.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import type { Collector } from "../src/collectors/collector.ts";
import { collectors } from "../src/collectors/registry.ts";
import type { TranslateOptions } from "../src/driver/options.ts";
import { packageRoot } from "../src/driver/paths.ts";
import { eraseTypes } from "../src/frontend/oracle/transpile.ts";
import { inFolder, type ProgramCase, plainC, runNativeIn, runOnNode } from "./support/programs.ts";

/** Arguments that keep each example short. */
const argumentsOf: Record<string, readonly string[]> = {
  pystone: ["2000"],
  "a-star": ["30"],
  allocatealot: ["100000", "1"],
  "binary-trees": ["8"],
  bytecode: ["1"],
  cd: ["20"],
  database: ["2"],
  deltablue: ["1"],
  fannkuch: ["6"],
  gcbench: ["8"],
  havlak: ["1"],
  json: ["1"],
  life: ["20"],
  lisp: ["(define (f x) (if (< x 2) x (+ (f (- x 1)) (f (- x 2)))))", "(f 12)", "(car 5)"],
  mandelbrot: ["30"],
  nbody: ["1000"],
  "red-black-tree": ["500"],
  richards: ["2"],
  sha256: ["abc"],
  "spectral-norm": ["20"],
  "word-frequency": ["5", path.join(packageRoot, "README.md")],
};

/** And shorter still, where each allocation collects. */
const shortest: Record<string, readonly string[]> = {
  pystone: ["20"],
  "a-star": ["4"],
  allocatealot: ["500", "1"],
  "binary-trees": ["5"],
  cd: ["3"],
  fannkuch: ["5"],
  life: ["3"],
  mandelbrot: ["8"],
  nbody: ["50"],
  "red-black-tree": ["50"],
  richards: ["1"],
  "spectral-norm": ["5"],
};

/** This one under every collector; the others under one in turn, all with `npm run test:matrix`. */
const underEach = ["richards"];

/** Takes more than a minute to build: translated by `npm run test:matrix` alone. */
const largest = "database";

function collectorsFor(name: string, index: number): readonly Collector[] {
  if (process.env.HEDDLE_MATRIX || underEach.includes(name)) return collectors;
  return [collectors[index % collectors.length] as Collector];
}

const folder = path.join(packageRoot, "examples");

/** Some as users get them by default; for the others the C compiler only has to understand them. */
function compiled(name: string, gc: string): Partial<TranslateOptions> {
  const asUsersDo = gc === collectors[0]?.name && underEach.includes(name);
  return asUsersDo || process.env.HEDDLE_MATRIX ? { gc } : { gc, cc: plainC };
}

function example(name: string, file = path.join(folder, `${name}.ts`)): ProgramCase {
  const args = (process.env.HEDDLE_STRESS && shortest[name]) || argumentsOf[name] || [];
  return { name, file, args, exit: 0, batchable: false };
}

/** Times differ from run to run. */
function withoutTimes(text: string): string {
  return text.replace(/[\d.]+ (s|GB\/s)$/gm, "TIME $1");
}

/** `npm run test:stress` collects at each allocation, or often where so many objects live that it would take minutes. */
function stressed(name: string): NodeJS.ProcessEnv {
  const often = process.env.HEDDLE_STRESS && name === "json" ? "1KB" : process.env.HEDDLE_STRESS;
  return { HEDDLE_GC_STRESS: often ?? "4KB", HEDDLE_GC_CHECK: "1" };
}

/** One build serves a run for each environment. */
async function same(
  one: ProgramCase,
  options: Partial<TranslateOptions>,
  environments: readonly NodeJS.ProcessEnv[],
): Promise<void> {
  const expected = await runOnNode(one);
  for (const actual of await runNativeIn(one, options, environments)) {
    assert.equal(withoutTimes(actual.stdout), withoutTimes(expected.stdout), actual.stderr);
    assert.equal(actual.exit, expected.exit, actual.stderr);
  }
}

describe("examples", { concurrency: 2 }, () => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.replace(/\.ts$/, ""))
    .filter((name) => name !== largest || process.env.HEDDLE_MATRIX)
    .sort();
  for (const [index, name] of names.entries()) {
    assert.ok(argumentsOf[name], `no arguments for the example ${name}`);
    for (const { name: gc, traits } of collectorsFor(name, index))
      test(`${name} under ${gc}, also collecting all the time`, () =>
        same(
          example(name),
          compiled(name, gc),
          traits.roots === "shadow-stack" ? [{}, stressed(name)] : [{}],
        ));
    if (index % 6 !== 0 && !process.env.HEDDLE_MATRIX) continue;
    test(`${name} with its types erased`, () =>
      inFolder(async (erased) => {
        const file = path.join(erased, `${name}.js`);
        writeFileSync(file, readFileSync(eraseTypes(example(name).file, path.join(erased, "node"))));
        await same(example(name, file), { gc: collectors[0]!.name, level: 1, cc: plainC }, [{}]);
      }));
  }
});
