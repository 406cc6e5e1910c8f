/**
 * Every example becomes a high-level program without a word from the frontend, and the verifier finds nothing wrong
 * with it. Those of the corpus are verified after the frontend, and after every other stage, where they are translated.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { frontend } from "../../src/frontend/frontend.ts";
import { verifyProgram } from "../../src/graph/verify.ts";
import { formatMessage } from "../../src/source/messages.ts";
import { splitFunctions } from "../../src/suspend/split-functions.ts";
import { type ProgramCase, programsBelow } from "../support/programs.ts";

function faultsOf(one: ProgramCase): string[] {
  const { program, messages, sources } = frontend(one.file);
  const told = messages.all.map((message) => formatMessage(message, (name) => sources.get(name)));
  if (told.length > 0) return told;
  splitFunctions(program);
  return verifyProgram(program).map((fault) => `${one.name}: ${JSON.stringify(fault)}`);
}

test("examples", () => {
  const cases = programsBelow("examples");
  assert.ok(cases.length > 0);
  assert.deepEqual(cases.flatMap(faultsOf), []);
});
