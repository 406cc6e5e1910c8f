/**
 * Each file of tests/passes/PASS holds a program, a line `; ==== after PASS ====` and what the pass makes of it. With
 * BLESS=1 the second part becomes what was found.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseProgram } from "../../src/graph/parse.ts";
import { printProgram } from "../../src/graph/print.ts";
import type { Program } from "../../src/graph/program.ts";
import { printFault, verifyProgram } from "../../src/graph/verify.ts";
import { boundsChecks } from "../../src/passes/bounds-checks.ts";
import { commonSubexpressions } from "../../src/passes/common-subexpressions.ts";
import { constantFolding } from "../../src/passes/constant-folding.ts";
import { constantGlobals } from "../../src/passes/constant-globals.ts";
import { conversions } from "../../src/passes/conversions.ts";
import { deadCode } from "../../src/passes/dead-code.ts";
import { deadFunctions } from "../../src/passes/dead-functions.ts";
import { deadParams } from "../../src/passes/dead-params.ts";
import { devirtualize } from "../../src/passes/devirtualize.ts";
import { escapeAnalysis } from "../../src/passes/escape-analysis.ts";
import { inline } from "../../src/passes/inline.ts";
import { knownConditions } from "../../src/passes/known-conditions.ts";
import { loopInvariants } from "../../src/passes/loop-invariants.ts";
import { mallocRemoval } from "../../src/passes/malloc-removal.ts";
import { mergeBlocks } from "../../src/passes/merge-blocks.ts";
import { outlineThrows } from "../../src/passes/outline-throws.ts";
import { redundantLoads } from "../../src/passes/redundant-loads.ts";
import { sameArguments } from "../../src/passes/same-arguments.ts";
import { sharedEnds } from "../../src/passes/shared-ends.ts";
import { storeSinking } from "../../src/passes/store-sinking.ts";
import { switchDetection } from "../../src/passes/switch-detection.ts";
import { bless, hdlFiles, printHdl, readHdl, testFolder } from "../graph/hdl-file.ts";

const passes = [
  boundsChecks,
  commonSubexpressions,
  constantFolding,
  constantGlobals,
  conversions,
  deadCode,
  deadFunctions,
  deadParams,
  devirtualize,
  escapeAnalysis,
  inline,
  knownConditions,
  loopInvariants,
  mallocRemoval,
  mergeBlocks,
  sharedEnds,
  outlineThrows,
  redundantLoads,
  sameArguments,
  storeSinking,
  switchDetection,
];

function verify(program: Program, when: string): void {
  const faults = verifyProgram(program, program.level, { linked: false });
  const shown = faults.map((fault) => printFault(fault, program.functions.get(fault.where)));
  assert.deepEqual(shown, [], when);
  const text = printProgram(program);
  assert.equal(printProgram(parseProgram(text)), text, `${when}: round trip`);
}

for (const pass of passes) {
  const folder = testFolder(`passes/${pass.name}`);
  for (const [name, text] of hdlFiles(folder)) {
    test(`${pass.name}/${name}`, () => {
      const line = `; ==== after ${pass.name} ====\n`;
      const [before = "", after] = text.split(line);
      const program = readHdl(before);
      verify(program, "before");
      pass.run(program);
      verify(program, "after");
      const found = printHdl(program, before);
      if (bless(folder, name, `${before.trimEnd()}\n${line}${found}`)) return;
      assert.equal(found.trim(), after?.trim());
    });
  }
}
