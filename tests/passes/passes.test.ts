/**
 * Each file of tests/passes/PASS holds a program, a line `; ==== after PASS ====` and what the pass makes of it. With
 * BLESS=1 the second part becomes what was found.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { packageRoot } from "../../src/driver/paths.ts";
import { pipeline } from "../../src/driver/pipeline.ts";
import { parseProgram } from "../../src/graph/parse.ts";
import { printProgram } from "../../src/graph/print.ts";
import type { Program } from "../../src/graph/program.ts";
import { printFault, verifyProgram } from "../../src/graph/verify.ts";
import { bless, hdlFiles, printHdl, readHdl, testFolder } from "../graph/hdl-file.ts";

const passes = new Set(pipeline.map(({ pass }) => pass));

function verify(program: Program, when: string): void {
  const faults = verifyProgram(program, program.level, { linked: false });
  const shown = faults.map((fault) => printFault(fault, program.functions.get(fault.where)));
  assert.deepEqual(shown, [], when);
  const text = printProgram(program);
  assert.equal(printProgram(parseProgram(text)), text, `${when}: round trip`);
}

const pages = path.join(packageRoot, "docs", "passes");

test("each pass has small graphs, and a page with a picture that the table leads to", () => {
  const table = readFileSync(path.join(pages, "README.md"), "utf8");
  for (const { name } of passes) {
    assert.ok(hdlFiles(testFolder(`passes/${name}`)).size > 0, `tests/passes/${name} has graphs`);
    const page = readFileSync(path.join(pages, `${name}.md`), "utf8");
    assert.match(page, /^```\n[^`]+^```$/m, name);
    assert.ok(table.includes(`| [${name}](${name}.md) |`), `the table leads to ${name}`);
  }
});

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
