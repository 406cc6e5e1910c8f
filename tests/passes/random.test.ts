/** Random programs mean the same after each pass, and after all. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Liveness } from "../../src/analysis/liveness.ts";
import { ObjectNames } from "../../src/analysis/object-names.ts";
import { ObjectGroup } from "../../src/analysis/virtual-objects.ts";
import { pipeline } from "../../src/driver/pipeline.ts";
import { copyGraph } from "../../src/graph/copy.ts";
import { type Graph, type Operation, type Variable, variable } from "../../src/graph/graph.ts";
import { printProgram } from "../../src/graph/print.ts";
import type { Program } from "../../src/graph/program.ts";
import { renameVersions } from "../../src/graph/rename.ts";
import { printFault, verifyProgram } from "../../src/graph/verify.ts";
import { devirtualize } from "../../src/passes/devirtualize.ts";
import { escapeAnalysis } from "../../src/passes/escape-analysis.ts";
import { loopInvariants } from "../../src/passes/loop-invariants.ts";
import { mallocRemoval } from "../../src/passes/malloc-removal.ts";
import type { Pass } from "../../src/passes/pass.ts";
import { redundantLoads } from "../../src/passes/redundant-loads.ts";
import { storeSinking } from "../../src/passes/store-sinking.ts";
import { type LowProgramOptions, lowProgram } from "../graph/random-low.ts";
import { outcome } from "../graph/run-low.ts";

const passes: ReadonlySet<Pass> = new Set(pipeline.map(({ pass }) => pass));

const anyChoices = fc.array(fc.nat(1000), { maxLength: 400, size: "max" });
const inputs = [
  [0, 1],
  [3, 2],
];

function assertWellFormed(program: Program): void {
  const faults = verifyProgram(program);
  if (faults.length === 0) return;
  const shown = faults.map((fault) => printFault(fault, program.functions.get(fault.where)));
  assert.fail(`${shown.join("\n")}\n${printProgram(program)}`);
}

/** Graphs for each pass; many more with `npm run test:matrix`. */
const runs = process.env.HEDDLE_MATRIX ? 3000 : 100;
/** How far a run may go: passes make blocks more or fewer, so that cut-off runs are compared as far as both went. */
const fuel = 500;

function assertSame(before: readonly string[][], program: Program, text: string): void {
  for (const [at, args] of inputs.entries()) {
    const old = before[at] as string[];
    const found = outcome(program, args, fuel * 20);
    if (old.at(-1) === "…") {
      assert.deepEqual(found.slice(0, old.length - 1), old.slice(0, -1), text);
    } else assert.deepEqual(found, old, text);
  }
}

function check(
  change: (program: Program) => void,
  options: LowProgramOptions = {},
  parameters: fc.Parameters<[number[]]> = {},
): void {
  fc.assert(
    fc.property(anyChoices, (choices) => {
      const program = lowProgram(choices, options);
      const text = printProgram(program);
      const before = inputs.map((args) => outcome(program, args, fuel));
      assertWellFormed(program);
      change(program);
      assertWellFormed(program);
      assertSame(before, program, `${text}\n; ==== after ====\n${printProgram(program)}`);
    }),
    { numRuns: runs, ...parameters },
  );
}

for (const pass of passes)
  test(`random programs after ${pass.name}`, () => check((program) => pass.run(program)));

for (const pass of [mallocRemoval, escapeAnalysis, redundantLoads, storeSinking, devirtualize])
  test(`random programs of objects after ${pass.name}`, () =>
    check((program) => pass.run(program), { objects: true }));

for (const pass of [mallocRemoval, escapeAnalysis, redundantLoads, storeSinking, loopInvariants])
  test(`random programs of local objects after ${pass.name}`, () =>
    check((program) => pass.run(program), { local: true }));

test("a planted mistake is found: objects that have two names at one time are taken apart", () => {
  const { spoil } = ObjectGroup.prototype;
  ObjectGroup.prototype.spoil = function (reason) {
    if (reason !== "it has two names at one time") spoil.call(this, reason);
  };
  try {
    const parameters = { seed: 3, numRuns: 3000, endOnFailure: true };
    assert.throws(() => check((program) => mallocRemoval.run(program), { local: true }, parameters));
  } finally {
    ObjectGroup.prototype.spoil = spoil;
  }
});

test("a planted mistake is found: objects are in the frame that are stored into a field", () => {
  const { whyKept } = ObjectNames.prototype;
  ObjectNames.prototype.whyKept = function (names) {
    const reason = whyKept.call(this, names);
    return reason === "it is stored into a field" ? undefined : reason;
  };
  try {
    const parameters = { seed: 3, numRuns: 3000, endOnFailure: true };
    assert.throws(() => check((program) => escapeAnalysis.run(program), { objects: true }, parameters));
  } finally {
    ObjectNames.prototype.whyKept = whyKept;
  }
});

test("random programs of objects after all passes", () => {
  check(
    (program) => {
      for (const pass of passes) pass.run(program);
    },
    { objects: true },
  );
});

test("random programs after all passes, twice", () => {
  check((program) => {
    for (const pass of [...passes, ...passes]) pass.run(program);
  });
});

test("random programs copied", () => {
  check((program) => {
    for (const [name, graph] of program.functions) program.functions.set(name, copyGraph(graph));
  });
});

/** After each call, new versions of the integers that live on. */
function addVersions(graph: Graph): void {
  const live = new Liveness(graph, (one) => one.type === "int");
  const versions = new Map<Variable, Variable[]>();
  for (const block of graph.blocks) {
    const added = new Map<number, Operation[]>();
    live.walk(block, (operation, index, across) => {
      const watched = block.exit.kind === "except" && index === block.operations.length - 1;
      if ((operation.op !== "call" && operation.op !== "call_native") || watched) return;
      const copies = [...across].map((one): Operation => {
        const version = variable(one.name, "int");
        versions.set(one, [...(versions.get(one) ?? []), version]);
        const zero = { kind: "int", value: 0 } as const;
        return { op: "int_add", args: [one, zero], result: version, attributes: {}, span: undefined };
      });
      added.set(index, copies);
    });
    block.operations = block.operations.flatMap((one, index) => [one, ...(added.get(index) ?? [])]);
  }
  renameVersions(graph, versions);
}

test("random programs with new versions of what lives across calls", () => {
  check((program) => {
    for (const graph of program.functions.values()) addVersions(graph);
  });
});
