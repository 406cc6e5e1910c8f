/** Parts of the weaver on small graphs: a file of tests/weave holds a program and what the part makes of it. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { env } from "node:process";
import { test } from "node:test";
import { canCollect } from "../../src/analysis/can-collect.ts";
import { canRaise } from "../../src/analysis/can-raise.ts";
import { parseProgram } from "../../src/graph/parse.ts";
import { printProgram } from "../../src/graph/print.ts";
import type { Program } from "../../src/graph/program.ts";
import { printFault, verifyProgram } from "../../src/graph/verify.ts";
import { isAllocation } from "../../src/weave/allocation.ts";
import { weaveBarriers } from "../../src/weave/barriers.ts";
import { weaveCounts } from "../../src/weave/counts.ts";
import { weaveExceptions } from "../../src/weave/exceptions.ts";
import { foldAllocations, isFollower, noFolding } from "../../src/weave/folding.ts";
import { weaveRoots } from "../../src/weave/roots.ts";
import { unrollAllocations } from "../../src/weave/unroll.ts";
import { testFolder } from "../graph/hdl-file.ts";

const mark = "; ==== woven ====\n";

function becomes(name: string, change: (program: Program) => void): void {
  const file = new URL(name, testFolder("weave"));
  const [before = "", after] = readFileSync(file, "utf8").split(mark);
  const program = parseProgram(before);
  change(program);
  const faults = verifyProgram(program, program.level, { linked: false });
  assert.deepEqual(
    faults.map((fault) => printFault(fault, program.functions.get(fault.where))),
    [],
  );
  const found = printProgram(program);
  if (env.BLESS === "1") writeFileSync(file, before + mark + found);
  else assert.equal(found, after);
}

test("barriers stand where they are needed, and nowhere else", () => {
  becomes("barriers.hdl", (program) => {
    const collects = canCollect(program);
    const mayCollect = (operation: Parameters<typeof collects.operation>[0]): boolean =>
      collects.operation(operation);
    for (const graph of [...program.functions.values()]) {
      const folding = foldAllocations(program, 8, graph, mayCollect);
      weaveBarriers(graph, {
        barrier: "barrier",
        itemsBarrier: "itemsBarrier",
        folding,
        locals: new Map(),
        canCollect: mayCollect,
      });
    }
  });
});

test("references in objects are counted where they are stored", () => {
  becomes("counts.hdl", (program) => {
    const functions = {
      reference: "reference",
      value: "value",
      first: "first",
      copy: "copy",
      clear: "clear",
    };
    for (const graph of program.functions.values()) weaveCounts(program, 8, graph, functions, isAllocation);
  });
});

test("counted loops that allocate are unrolled", () => {
  becomes("unroll.hdl", (program) => {
    for (const graph of program.functions.values()) unrollAllocations(program, 8, graph);
  });
});

function weaveAllRoots(program: Program): void {
  const collects = canCollect(program);
  const raises = canRaise(program);
  for (const graph of program.functions.values()) {
    weaveExceptions(program, graph, raises.operation);
    weaveRoots(program, graph, {
      wordSize: 8,
      shadowStack: true,
      bumpAllocates: true,
      folding: noFolding,
      locals: new Map(),
      allocateCall: (sequence, plan) =>
        sequence.value("memory", "int", "call", [plan.size], { function: "slow" }),
      canCollect: (operation) => collects.operation(operation),
      collectsAndReturns: (operation) => collects.thenReturns(operation),
      recurs: ({ attributes }) => attributes.function === "deeper",
    });
  }
  program.level = "woven";
}

test("a function has one frame of the shadow stack, saved into and loaded from where it must", () => {
  becomes("root-frames.hdl", weaveAllRoots);
});

test("what a part of a function returns that only raises is returned", () => {
  becomes("parts.hdl", (program) => {
    const raises = canRaise(program);
    for (const graph of program.functions.values()) weaveExceptions(program, graph, raises.operation);
    program.level = "woven";
  });
});

test("what collects only when it raises saves what a handler needs", () => {
  becomes("raised-roots.hdl", weaveAllRoots);
});

test("allocations with no collection between them are one group", () => {
  const program = parseProgram(`program low @f

struct @A {
  field x: int
}

struct @B {
  field a: ref
  field b: ref
}

func @f -> void {
b0:
  a: ref = allocate{struct=A}
  set_field{struct=A, field=x} a, 1
  b: ref = allocate{struct=B}
  set_field{struct=B, field=a} b, a
  call{function=elsewhere}
  c: ref = allocate{struct=A}
  return
}
`);
  const graph = program.functions.get("f");
  assert.ok(graph);
  const folding = foldAllocations(program, 8, graph, ({ op }) => op === "call");
  const [a, b, c] = (graph.blocks[0]?.operations ?? []).filter(({ op }) => op === "allocate");
  assert.ok(a && b && c);
  assert.deepEqual(folding.shares.get(b), { leader: a, offset: 16 });
  assert.equal(folding.totals.get(a), 40);
  assert.equal(folding.totals.get(c), 16);
  assert.deepEqual(
    [a, b, c].map((one) => isFollower(folding, one)),
    [false, true, false],
  );
});
