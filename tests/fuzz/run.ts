/** Runs random programs on Node and in every way of translation, and says where they differ. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { CompileFault } from "../../src/backend/c/compile.ts";
import { interpretFile } from "../../src/driver/commands/interpret.ts";
import { defaultOptions, type TranslateOptions } from "../../src/driver/options.ts";
import { Refusal } from "../../src/source/messages.ts";
import { batchProgram, splitOutput } from "../support/batch.ts";
import {
  inFolder,
  type Outcome,
  type ProgramCase,
  plainC,
  runNative,
  runOnNode,
} from "../support/programs.ts";

/** How one way of running a program was wrong; `kind` stays the same while a program is made smaller. */
export interface Difference {
  readonly kind: string;
  readonly detail: string;
}

/** With `plain` the C compiler does not optimize: only our own passes are compared then. */
export type Way = "interpreted" | `${string} -O${0 | 1 | 2 | 3}${"" | " plain"}`;

/** Collectors that take turns; each program meets two of them. */
const collectors = ["incminimark", "semispace", "refcount", "generation", "marksweep"];

/**
 * The ways of one batch: interpreted, without optimizations under one collector, with all of them under another one.
 * The C compiler's optimizations cost more than all else, so only one batch in eight has them.
 */
export function waysOf(batch: number): readonly Way[] {
  const plain = batch % 8 === 0 ? "" : " plain";
  const other = 1 + (Math.trunc(batch / collectors.length) % (collectors.length - 1));
  const [first, second] = [batch, batch + other].map((at) => collectors[at % collectors.length]);
  return [`${first} -O0 plain`, `${second} -O2${plain}`, "interpreted"];
}

const stressed = { HEDDLE_GC_STRESS: "4KB", HEDDLE_GC_CHECK: "1" };

/** The first difference between Node and these ways; undefined if there is none or Node itself does not end well. */
export function difference(text: string, tried: readonly Way[]): Promise<Difference | undefined> {
  return inFolder(async (folder) => {
    const [one] = written([text], folder) as [ProgramCase];
    const expected = await runOnNode(one);
    if (expected.exit !== 0) return { kind: "not a program", detail: expected.stderr };
    for (const way of tried) {
      const found = compared(expected, await ran(one, way), way);
      if (found) return found;
    }
    return undefined;
  });
}

/** Positions of those programs that did not run as on Node when all of them were one program. */
export async function suspects(texts: readonly string[], tried: readonly Way[]): Promise<number[]> {
  const found = await inFolder(async (folder) => {
    const one = batchProgram("random", written(texts, folder), path.join(folder, "batch"));
    const expected = await runOnNode(one);
    if (expected.exit !== 0) return undefined;
    const want = splitOutput(expected.stdout, texts.length);
    const wrong = new Set<number>();
    for (const way of tried) {
      const actual = await ran(one, way);
      if ("kind" in actual || actual.signal || actual.exit !== 0) return undefined;
      const got = splitOutput(actual.stdout, texts.length);
      if (restOf(actual.stdout) !== restOf(expected.stdout)) return undefined;
      for (const at of want.keys()) if (want[at] !== got[at]) wrong.add(at);
    }
    return [...wrong];
  });
  if (found) return found;
  if (texts.length === 1) return [0];
  const half = texts.length >> 1;
  const later = await suspects(texts.slice(half), tried);
  return [...(await suspects(texts.slice(0, half), tried)), ...later.map((at) => at + half)];
}

/** What the programs of a batch printed when all their own code had run. */
function restOf(stdout: string): string {
  return stdout.slice(stdout.lastIndexOf("=== end of module"));
}

function written(texts: readonly string[], folder: string): ProgramCase[] {
  return texts.map((text, index) => {
    const file = path.join(folder, `program${index}.ts`);
    writeFileSync(file, `${text}export {};\n`);
    return { name: "random", file, args: [], exit: 0, batchable: true };
  });
}

async function ran(one: ProgramCase, way: Way): Promise<Outcome | Difference> {
  const [gc, level, plain] = way.split(/ -O| /);
  try {
    if (way === "interpreted") {
      return { signal: null, ...interpretFile(one.file, [], "low", { ...defaultOptions, verify: true }) };
    }
    const options = { gc, level: Number(level) } as Pick<TranslateOptions, "gc" | "level">;
    return await runNative(one, { ...options, ...(plain ? { cc: plainC } : {}) }, stressed);
  } catch (error) {
    if (error instanceof Refusal) {
      const [first] = error.messages;
      return {
        kind: `refused ${first?.code}`,
        detail: error.messages.map((each) => `${each.span?.line}: ${each.code} ${each.text}`).join("\n"),
      };
    }
    if (error instanceof CompileFault) return { kind: "C compiler", detail: error.output };
    const { message, stack } = error as Error;
    return {
      kind: `fault: ${message.split("\n")[0]?.replaceAll(/\d+/g, "N").slice(0, 40)}`,
      detail: stack ?? message,
    };
  }
}

function compared(expected: Outcome, actual: Outcome | Difference, way: Way): Difference | undefined {
  if ("kind" in actual) return { ...actual, detail: `${way}: ${actual.detail}` };
  if (actual.signal) return { kind: `signal ${actual.signal}`, detail: way };
  if (actual.exit !== 0) return { kind: `exit ${actual.exit}`, detail: `${way}: ${actual.stderr}` };
  const [want, got] = [expected.stdout.split("\n"), actual.stdout.split("\n")];
  const at = want.findIndex((line, i) => line !== got[i]);
  if (at < 0 && want.length === got.length) return undefined;
  return { kind: "output", detail: `${way}, line ${at + 1}\n  node   ${want[at]}\n  heddle ${got[at]}` };
}
