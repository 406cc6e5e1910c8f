/** Collectors of the user's own that are not as they have to be; docs/tutorial/2-a-collector.md has one that is. */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { chosenCollector, loadCollector } from "../../src/driver/collectors.ts";
import { RefusedProgram } from "../../src/driver/refused-program.ts";
import { UsageFault } from "../../src/driver/usage-fault.ts";
import { Workspace } from "./command.ts";

const work = new Workspace();
const traits = {
  moves: false,
  writeBarrier: "none",
  bumpAllocates: true,
  roots: "none",
  pins: "always",
  identityHash: "address",
};
const runtime = `import { reserveSpace, state } from "heddle/memory";
export function initialize(): void {
  state.freePointer = 0;
  state.limit = 0;
}
export function allocateSlow(_type: number, size: number): number {
  return reserveSpace(size);
}
`;
const collect = "export function collect(): void {}\n";

async function said(folder: string, description: unknown, text: string): Promise<string> {
  mkdirSync(work.path(folder));
  work.write(`${folder}/mine.ts`, `export const mine = ${JSON.stringify(description)};\n`);
  work.write(`${folder}/runtime.ts`, text);
  try {
    await loadCollector(work.path(`${folder}/mine.ts`));
  } catch (error) {
    assert.ok(error instanceof UsageFault || error instanceof RefusedProgram, String(error));
    return error.message.replaceAll(/`[^`]*\/([^/`]*)`/g, "`$1`").replaceAll(/at \S*\/(\S*:)/g, "at $1");
  }
  return "";
}

test("a description that is none, or has no such trait, is told", async () => {
  const own = { name: "mine", traits, runtime: "./runtime.ts" };
  assert.match(await said("a", 5, ""), /^`mine.ts` exports no collector: write export const mine = \{ name/);
  assert.equal(
    await said("b", { ...own, traits: { ...traits, roots: "registers" } }, ""),
    '`mine.ts`: the trait `roots` is "registers"; choose "shadow-stack" or "none"',
  );
  assert.equal(
    await said("c", { ...own, name: "semispace" }, ""),
    "`mine.ts` has the name of a collector of ours: `semispace`",
  );
  assert.equal(
    await said("d", { ...own, traits: { ...traits, library: { name: "gc" } } }, ""),
    "`mine.ts`: a collector of one's own cannot be a linked library",
  );
  assert.throws(
    () => chosenCollector("mine"),
    /there is no collector `mine`; .*or the file of one of your own/,
  );
});

test("a runtime that lacks a function, makes objects, or is wrong to TypeScript is told", async () => {
  const own = { name: "mine", traits, runtime: "./runtime.ts" };
  assert.equal(
    await said("e", own, runtime),
    "`runtime.ts` exports no function `collect`, which the traits of `mine.ts` ask for",
  );
  assert.match(
    await said(
      "f",
      own,
      `${runtime}export function collect(): void {\n  const all = [1];\n  all.push(2);\n}\n`,
    ),
    /^the collector `mine.ts` makes an object itself, in `collect` at runtime.ts:10:15: keep addresses/,
  );
  assert.equal(
    await said("g", own, `${runtime}${collect}const text: string = 5;\n`),
    "Type 'number' is not assignable to type 'string'.",
  );
  assert.equal(await said("h", own, `${runtime}${collect}`), "");
  assert.equal(chosenCollector(work.path("h/mine.ts")).name, "mine");
});
