/**
 * Programs of the corpus and all examples, interpreted: at each level they print what they print on Node. Levels rotate
 * from program to program; with HEDDLE_MATRIX=1 every program runs at every level.
 */
import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import { type InterpretLevel, interpretFile } from "../src/driver/commands/interpret.ts";
import { defaultOptions } from "../src/driver/options.ts";
import { packageRoot } from "../src/driver/paths.ts";
import { type ProgramCase, programsBelow, runOnNode } from "./support/programs.ts";

interface Way {
  readonly level: InterpretLevel;
  readonly gc: string;
  readonly optimize: 0 | 2;
}

const ways: readonly Way[] = [
  { level: "high", gc: "semispace", optimize: 0 },
  { level: "woven", gc: "semispace", optimize: 2 },
  { level: "typed", gc: "semispace", optimize: 0 },
  { level: "low", gc: "semispace", optimize: 0 },
  { level: "woven", gc: "none", optimize: 0 },
  { level: "low", gc: "semispace", optimize: 2 },
  { level: "woven", gc: "marksweep", optimize: 2 },
  { level: "woven", gc: "generation", optimize: 2 },
  { level: "woven", gc: "incminimark", optimize: 2 },
];

/** A heap that begins so small collects often while little lives, and seldom enough when it has grown. */
const smallHeap = { heapMinimum: 8 * 1024, gcCheck: 1 };
/** Here almost every object moves between two uses. */
const stressed = { gcStress: 2 * 1024, gcCheck: 1 };
/** What these keep alive would be copied for minutes under stress. */
const longLived = /^(memory|algorithms)\/|^gcbench$/;

async function agrees(one: ProgramCase, { level, gc, optimize }: Way): Promise<void> {
  const expected = await runOnNode(one);
  const options = { ...defaultOptions, gc, level: optimize, verify: true };
  const settings = longLived.test(one.name) ? smallHeap : stressed;
  const actual = interpretFile(one.file, one.args, level, options, { settings });
  assert.equal(withoutTimes(actual.stdout), withoutTimes(expected.stdout), actual.stderr);
  assert.equal(actual.exit, expected.exit, actual.stderr);
}

/** Some examples print how long they took. */
function withoutTimes(text: string): string {
  return text.replaceAll(/\d+\.\d+ (s|GB\/s)$/gm, "some $1");
}

function nameOf(one: ProgramCase, { level, gc, optimize }: Way): string {
  return `${one.name} (${level}${level === "woven" ? ` ${gc}` : ""} -O${optimize})`;
}

const whole = process.env.HEDDLE_MATRIX === "1";
/** Of so many programs one runs. */
const oneOf = 47;

describe("interpreted programs", () => {
  programsBelow("tests/programs").forEach((one, index) => {
    // The interpreters have no files and no environment.
    if (/^outside\//.test(one.name) || (!whole && index % oneOf !== 0)) return;
    const chosen = whole ? ways : [ways[(index / oneOf) % ways.length]!];
    for (const way of chosen) test(nameOf(one, way), () => agrees(one, way));
  });
});

/** Small arguments: what takes a second natively would take minutes here. */
const examples: Readonly<Record<string, readonly string[]>> = {
  allocatealot: ["2000"],
  bytecode: ["1"],
  gcbench: ["7"],
  nbody: ["100"],
  richards: ["1"],
};

describe("interpreted examples", () => {
  for (const [index, [name, args]] of Object.entries(examples).entries()) {
    const one = {
      name,
      file: path.join(packageRoot, "examples", `${name}.ts`),
      args,
      exit: 0,
      batchable: false,
    };
    // Each example in every third way, each way with an example or two.
    for (const [number, way] of ways.entries())
      if (whole || (number + index) % 3 === 0) test(nameOf(one, way), () => agrees(one, way));
  }
});
