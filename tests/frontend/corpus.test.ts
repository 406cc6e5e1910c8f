/** Every program of the corpus and every example becomes a high-level program that the verifier finds nothing wrong with. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { frontend } from "../../src/frontend/frontend.ts";
import { verifyProgram } from "../../src/graph/verify.ts";
import { formatMessage } from "../../src/source/messages.ts";
import { splitFunctions } from "../../src/suspend/split-functions.ts";
import { type ProgramCase, programsBelow } from "../support/programs.ts";

/** Programs of the corpus may be loosely typed and are warned of it; the examples are not. */
function faultsOf(one: ProgramCase, allowed: readonly string[]): string[] {
  const { program, messages, sources } = frontend(one.file);
  const told = messages.all
    .filter(({ severity }) => !allowed.includes(severity))
    .map((message) => formatMessage(message, (name) => sources.get(name)));
  if (told.length > 0) return told;
  splitFunctions(program);
  return verifyProgram(program).map((fault) => `${one.name}: ${JSON.stringify(fault)}`);
}

for (const [folder, allowed] of [
  ["examples", []],
  ["tests/programs", ["warning"]],
] as const) {
  test(folder, () => {
    const cases = programsBelow(folder);
    assert.ok(cases.length > 0);
    assert.deepEqual(
      cases.flatMap((one) => faultsOf(one, allowed)),
      [],
    );
  });
}
