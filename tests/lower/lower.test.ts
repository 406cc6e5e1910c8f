/**
 * Each file holds a typed program, a line `; ==== after lower ====` and what it becomes, without the structs that every
 * program has. With BLESS=1 the second part becomes what was found. What is lowered is also what runs: the programs
 * under tests/programs test the meaning.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { printProgram } from "../../src/graph/print.ts";
import type { Program } from "../../src/graph/program.ts";
import { printFault, verifyProgram } from "../../src/graph/verify.ts";
import { wellKnownStructs } from "../../src/graph/well-known.ts";
import { reportFunction } from "../../src/lower/exceptions.ts";
import { lower } from "../../src/lower/lower.ts";
import { Messages } from "../../src/source/messages.ts";
import { bless, hdlFiles, readHdl, testFolder } from "../graph/hdl-file.ts";

const folder = testFolder("lower");
const line = "; ==== after lower ====\n";

function verify(program: Program, when: string): void {
  const faults = verifyProgram(program, program.level, { linked: false });
  const shown = faults.map((fault) => printFault(fault, program.functions.get(fault.where)));
  assert.deepEqual(shown, [], when);
}

/** The program's own part of the result: the report of uncaught exceptions is left out too. */
function ownPart(program: Program): string {
  for (const { name, vtable } of wellKnownStructs()) {
    if (vtable.length === 0) program.structs.delete(name);
  }
  program.functions.delete(reportFunction);
  return printProgram(program);
}

for (const [name, text] of hdlFiles(folder)) {
  test(`lower/${name}`, () => {
    const [before = "", after] = text.split(line);
    const typed = readHdl(before);
    verify(typed, "before");
    const messages = new Messages();
    const low = lower(typed, { wordSize: 8, messages });
    const refused = messages.all.map((one) => `; ${one.code}: ${one.text}\n`).join("");
    verify(low, "after");
    const found = `${refused}${ownPart(low)}`;
    if (bless(folder, name, `${before.trimEnd()}\n${line}${found}`)) return;
    assert.equal(found.trim(), after?.trim());
  });
}
