/**
 * Where a translated program cannot go on as Node would, it ends with the exit code and the sentence of its stop
 * (docs/exit-codes.md), after it has printed what Node printed up to there.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { packageRoot } from "../../src/driver/paths.ts";
import { type StopName, stops } from "../../src/source/stops.ts";
import { type Outcome, type ProgramCase, programsBelow, runNative, runOnNode } from "../support/programs.ts";
import { Workspace } from "./command.ts";

/** The notes of the programs in tests/refused: which stop, and its words where it says more than its sentence. */
const stopOfNote: Readonly<Record<string, readonly [stop: StopName, said?: string]>> = {
  "a read outside the array": ["outOfRangeRead"],
  "an integer leaves its range": ["integerRange"],
  "`map` over an array with holes": ["unsupported", "the result of `map` would have holes"],
  "an object is used as a number": ["unsupported", "an object is used as a number"],
};

/** Stops that say more than their sentence: which limit, which operation. */
const ownSentences: Partial<Record<StopName, string>> = {
  outOfMemory: "the heap is at its maximum",
  unsupported: "the result of `map` would have holes",
};

function assertStopped(
  outcome: Outcome,
  name: StopName,
  said = ownSentences[name] ?? stops[name].sentence,
): void {
  const { exitCode } = stops[name];
  assert.equal(outcome.signal, null);
  assert.equal(outcome.exit, exitCode, outcome.stderr);
  assert.ok(outcome.stderr.startsWith("heddle: stopped: "), outcome.stderr);
  assert.ok(outcome.stderr.includes(said), outcome.stderr);
}

async function stopsOrAgrees(one: ProgramCase): Promise<void> {
  const note = /^\/\/ stops: (.*)$/m.exec(readFileSync(one.file, "utf8"))?.[1] ?? "";
  const [name, said] = stopOfNote[note] ?? [];
  assert.ok(name, `${one.name}: no stop is called \`${note}\``);
  const [expected, actual] = await Promise.all([runOnNode(one), runNative(one, { level: 1 })]);
  if (actual.exit === expected.exit) {
    assert.equal(actual.stdout, expected.stdout);
    return;
  }
  assertStopped(actual, name, said);
  assert.ok(expected.stdout.startsWith(actual.stdout), `${actual.stdout} is not what Node prints first`);
}

describe("programs that may stop", { concurrency: 2 }, () => {
  const programs = programsBelow("tests/refused");
  assert.ok(programs.length > 0);
  for (const one of programs) test(one.name, () => stopsOrAgrees(one));
});

const examples: readonly (readonly [StopName, string, NodeJS.ProcessEnv?])[] = [
  [
    "outOfMemory",
    'const kept: number[][] = [];\nconsole.log("start");\nfor (let i = 0; i < 1000000; i++) kept.push([i, i, i]);\nconsole.log(kept.length);\n',
    { HEDDLE_GC_MAX: "1MB" },
  ],
  [
    "integerRange",
    'console.log("start");\nlet n = Number.MAX_SAFE_INTEGER - 2;\nfor (let i = 0; i < 5; i++) n++;\nconsole.log(n);\n',
  ],
  ["outOfRangeRead", 'const list = [1, 2];\nconsole.log("start");\nconsole.log(list[list.length]! + 1);\n'],
  [
    "outOfRangeWrite",
    'const list = [1, 2];\nconsole.log("start");\nlist[-list.length] = 3;\nconsole.log(list);\n',
  ],
  ["unsupported", 'console.log("start");\nconsole.log(new Array<number>(2).map((x) => x + 1));\n'],
];

describe("stops", { concurrency: 2 }, () => {
  const work = new Workspace();
  for (const [name, text, env] of examples) {
    test(`${name}: exit code ${stops[name].exitCode}`, async () => {
      work.write(`${name}.ts`, text);
      const outcome = await work.heddle(["run", "-O1", `${name}.ts`], { env: env ?? {} });
      assertStopped(outcome, name);
      assert.equal(outcome.stdout, "start\n");
    });
  }

  test("no program can catch a stop", async () => {
    work.write(
      "caught.ts",
      "const list = [1];\ntry {\n  console.log(list[1]! + 1);\n} catch {\n  console.log(0);\n} finally {\n  console.log(1);\n}\n",
    );
    const outcome = await work.heddle(["run", "-O0", "caught.ts"]);
    assertStopped(outcome, "outOfRangeRead");
    assert.equal(outcome.stdout, "");
  });

  test("each exit code stands in docs/exit-codes.md", () => {
    const text = readFileSync(path.join(packageRoot, "docs", "exit-codes.md"), "utf8");
    for (const { exitCode } of Object.values(stops))
      assert.match(text, new RegExp(`^\\| ${exitCode} \\|`, "m"));
  });

  test("every stop but an internal fault has an example here", () => {
    const shown = new Set<string>(examples.map(([name]) => name));
    const all = Object.keys(stops).filter((name) => name !== "internal");
    assert.deepEqual(
      all.filter((name) => !shown.has(name)),
      [],
    );
    assert.ok(readdirSync(path.join(packageRoot, "tests", "refused")).length > 0);
  });
});
