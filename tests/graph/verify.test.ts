import assert from "node:assert/strict";
import { test } from "node:test";
import { printProgram } from "../../src/graph/print.ts";
import type { Program } from "../../src/graph/program.ts";
import { assertVerified, type Fault, verifyProgram } from "../../src/graph/verify.ts";
import { InternalFault } from "../../src/source/messages.ts";
import { bless, hdlFiles, printHdl, readHdl, testFolder } from "./hdl-file.ts";

/** The line of a program's text to which a fault belongs, counted from 0. */
function lineOf(fault: Fault, program: Program, lines: readonly string[]): number {
  const graph = program.functions.get(fault.where);
  if (!graph) return lines.findIndex((line) => line.replace("@", "").startsWith(fault.where));
  const start = lines.findIndex((line) => line.startsWith(`func @${graph.name} `));
  if (fault.block === undefined) return start;
  const before = graph.blocks.slice(0, fault.block);
  const skipped = before.reduce((sum, block) => sum + block.operations.length + 2, 0);
  return start + 1 + skipped + (fault.operation === undefined ? 0 : fault.operation + 1);
}

/** Says `; error:` with each fault at the end of its line. */
function annotated(program: Program, like: string): string {
  const lines = printHdl(program, like).trimEnd().split("\n");
  for (const fault of verifyProgram(program)) {
    const at = lineOf(fault, program, printHdl(program, like).split("\n"));
    lines[at] += ` ; error: ${fault.text}`;
  }
  return lines.join("\n");
}

const folder = testFolder("graph/verify");

for (const [name, text] of hdlFiles(folder)) {
  test(`verify/${name}`, () => {
    const remarks = /^(;[^\n]*\n)*/.exec(text)?.[0] ?? "";
    const found = `${remarks}${annotated(readHdl(text), text)}\n`;
    if (!bless(folder, name, found)) assert.equal(found, text);
  });
}

test("an internal fault shows place, operation and graph", () => {
  const program = readHdl("func @f -> int {\nb0(x: int):\n  y = int_add x, true\n  return y\n}\n");
  assert.throws(
    () => assertVerified(program, "a test"),
    (error) =>
      error instanceof InternalFault &&
      error.message ===
        "the program is not well formed after a test:\n" +
          "  f, block b0, operation 0 (y = int_add x, true): an operand is bool instead of int" &&
      printProgram(program).includes(error.graphText as string),
  );
});
