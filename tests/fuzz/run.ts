/** Runs a random program on Node and in every way of translation, and says where they differ. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { CompileFault } from "../../src/backend/c/compile.ts";
import { interpretFile } from "../../src/driver/commands/interpret.ts";
import { defaultOptions, type TranslateOptions } from "../../src/driver/options.ts";
import { Refusal } from "../../src/source/messages.ts";
import { inFolder, type Outcome, type ProgramCase, runNative, runOnNode } from "../support/programs.ts";

/** How one way of running a program was wrong; `kind` stays the same while a program is made smaller. */
export interface Difference {
  readonly kind: string;
  readonly detail: string;
}

export type Way = "interpreted" | `${string} -O${0 | 1 | 2 | 3}`;
export const ways: readonly Way[] = [
  "semispace -O0",
  "semispace -O2",
  "interpreted",
  "none -O1",
  "boehm -O3",
];

const stressed = { HEDDLE_GC_STRESS: "1KB", HEDDLE_GC_CHECK: "1" };

/** The first difference between Node and these ways; undefined if there is none or Node itself does not end well. */
export function difference(text: string, tried: readonly Way[]): Promise<Difference | undefined> {
  return inFolder(async (folder) => {
    const file = path.join(folder, "program.ts");
    writeFileSync(file, text);
    const one: ProgramCase = { name: "random", file, args: [], exit: 0, batchable: false };
    const expected = await runOnNode(one);
    if (expected.exit !== 0) return { kind: "not a program", detail: expected.stderr };
    for (const way of tried) {
      const found = compared(expected, await ran(one, way), way);
      if (found) return found;
    }
    return undefined;
  });
}

async function ran(one: ProgramCase, way: Way): Promise<Outcome | Difference> {
  const [gc, level] = way.split(" -O");
  try {
    if (way === "interpreted") {
      return { signal: null, ...interpretFile(one.file, [], "low", { ...defaultOptions, verify: true }) };
    }
    const options = { gc, level: Number(level) } as Pick<TranslateOptions, "gc" | "level">;
    return await runNative(one, options, gc === "semispace" ? stressed : {});
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
