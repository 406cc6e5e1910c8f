/**
 * How the corpus runs natively: programs in batches, collectors and optimization levels rotate from batch to batch. What a
 * batch refuses or stops before is tried again alone. `npm run test:matrix` runs every program alone under every
 * collector and level. The test files take a share each, as the test runner runs files side by side.
 */
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { collectors } from "../../src/collectors/registry.ts";
import type { TranslateOptions } from "../../src/driver/options.ts";
import { batchProgram, splitOutput } from "./batch.ts";
import {
  inFolder,
  type Outcome,
  type ProgramCase,
  plainC,
  programsBelow,
  runNative,
  runOnNode,
} from "./programs.ts";

type Choice = Pick<TranslateOptions, "gc" | "level"> & Partial<Pick<TranslateOptions, "without" | "cc">>;

const choices: readonly Choice[] = collectors.flatMap(({ name: gc }) =>
  ([0, 2, 1, 3] as const).map((level) => ({ gc, level })),
);
/** Collectors that find their roots as we weave them. */
const precise = collectors.filter(({ traits }) => traits.roots === "shadow-stack").map(({ name }) => name);
/** In an ordinary run: each of ours in turn, the cheap levels more often, and now and then one that needs no roots. */
const ordinary: readonly Choice[] = precise.flatMap((gc, index): Choice[] => [
  { gc, level: index % 2 === 0 ? 1 : 2, cc: plainC },
  // One in fifteen as users get it by default.
  index === 0 ? { gc, level: 2 } : { gc: precise[0] as string, level: index % 2 === 0 ? 2 : 1, cc: plainC },
  index % 2 === 0 ? { gc: "none", level: 0 } : { gc: "boehm", level: 1, cc: plainC },
]);
/** Programs that need a run of their own tell little of optimizations: most are translated as cheaply as possible. */
const cheap: readonly Choice[] = precise.map((gc, index) => ({
  gc,
  level: index === 0 ? 2 : index === 1 ? 1 : 0,
  cc: plainC,
}));
/** `HEDDLE_WITHOUT=inline,dead-code`: at -O3 without these passes instead (`npm run test:passes`). */
const without = process.env.HEDDLE_WITHOUT?.split(",").filter((name) => name !== "");
const left: readonly Choice[] | undefined = without && [{ gc: "semispace", level: 3, without, cc: plainC }];
const batchSize = 36;

function inTurn(choices: readonly Choice[], index: number): Choice {
  return choices[index % choices.length] as Choice;
}

/** Collecting every 4 KB and checking the heap each time finds what an ordinary run does not. */
function environment(choice: Choice): NodeJS.ProcessEnv {
  return precise.includes(choice.gc) ? { HEDDLE_GC_STRESS: "4KB", HEDDLE_GC_CHECK: "1" } : {};
}

/** Stops where Node goes on: counted, the goal is zero. */
let stops = 0;

async function agrees(one: ProgramCase, choice: Choice): Promise<void> {
  const [expected, actual] = await Promise.all([runOnNode(one), runNative(one, choice, environment(choice))]);
  assert.equal(expected.exit, one.exit, `Node itself: ${expected.stderr}`);
  if (actual.stderr.startsWith("heddle: stopped:")) stops++;
  assert.equal(actual.stdout, expected.stdout, actual.stderr);
  assert.equal(actual.signal, null);
  assert.equal(actual.exit, expected.exit, actual.stderr);
}

/**
 * The programs of a batch that its run did not reach the end of; all of them if the batch cannot be translated. What is
 * printed differs from Node's in no program: that others are beside it is no excuse.
 */
async function unreached(
  name: string,
  cases: readonly ProgramCase[],
  choice: Choice,
): Promise<readonly ProgramCase[]> {
  return inFolder(async (folder) => {
    const batch = batchProgram(name, cases, folder);
    let outcomes: Outcome[];
    try {
      outcomes = await Promise.all([runOnNode(batch), runNative(batch, choice, environment(choice))]);
    } catch {
      return cases;
    }
    const [expected, actual] = outcomes.map(({ stdout }) => splitOutput(stdout, cases.length));
    return cases.filter((one, i) => {
      if (expected?.[i] === undefined || actual?.[i] === undefined) return true;
      assert.equal(actual[i], expected[i], `${one.name}, among the others of its batch`);
      return false;
    });
  });
}

/** Full ones of one topic each, and what is left of all topics together: each batch costs seconds, however small. */
function batches(cases: readonly ProgramCase[]): ProgramCase[][] {
  const topics = new Map<string, ProgramCase[]>();
  for (const one of cases) {
    const topic = one.name.split("/")[0] as string;
    topics.set(topic, [...(topics.get(topic) ?? []), one]);
  }
  const full = [...topics.values()].flatMap((list) => inBatches(list).filter(isFull));
  const inFull = new Set(full.flat());
  return [...full, ...inBatches(cases.filter((one) => !inFull.has(one)))];
}

function inBatches(list: readonly ProgramCase[]): ProgramCase[][] {
  return Array.from({ length: Math.ceil(list.length / batchSize) }, (_, i) =>
    list.slice(i * batchSize, (i + 1) * batchSize),
  );
}

function isFull(batch: readonly ProgramCase[]): boolean {
  return batch.length === batchSize;
}

function label(choice: Choice): string {
  const left = choice.without?.map((name) => ` --without=${name}`).join("") ?? "";
  return `(${choice.gc} -O${choice.level}${choice.cc ? ` in ${choice.cc}` : ""}${left})`;
}

const programs = programsBelow("tests/programs");

/** Every program under every collector and level. */
export function testMatrix(): void {
  describe("programs, all combinations", { concurrency: 3 }, () => {
    for (const one of programs)
      for (const choice of choices) test(`${one.name} ${label(choice)}`, () => agrees(one, choice));
  });
  countStops();
}

/** Of the batches every `of`th, beginning with number `first`. */
export function testBatches(first: number, of: number): void {
  describe("programs in batches", { concurrency: 2 }, () => {
    for (const [index, batch] of batches(programs.filter((one) => one.batchable)).entries()) {
      if (index % of !== first) continue;
      const choice = inTurn(left ?? ordinary, index);
      const name = `${batch[0]?.name} and ${batch.length - 1} more ${label(choice)}`;
      test(name, async (t) => {
        for (const one of await unreached(name, batch, choice))
          await t.test(one.name, () => agrees(one, choice));
      });
    }
  });
  countStops();
}

/** The programs that cannot run as a module among others. */
export function testAlone(): void {
  describe("programs alone", { concurrency: 2 }, () => {
    for (const [index, one] of programs.filter((each) => !each.batchable).entries()) {
      const choice = inTurn(left ?? cheap, index);
      test(`${one.name} ${label(choice)}`, () => agrees(one, choice));
    }
  });
  countStops();
}

function countStops(): void {
  after(() => {
    console.log(`stops where Node goes on: ${stops}`);
    assert.equal(stops, 0);
  });
}
