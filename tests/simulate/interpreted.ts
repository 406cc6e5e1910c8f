/** Short textual graphs, run in every way in which the interpreter can run them. */
import assert from "node:assert/strict";
import { parseProgram } from "../../src/graph/parse.ts";
import type { Program } from "../../src/graph/program.ts";
import { verifyProgram } from "../../src/graph/verify.ts";
import { HighLevel } from "../../src/simulate/interpreter/high/high-level.ts";
import { LowLevel } from "../../src/simulate/interpreter/low/low-level.ts";
import { CollectedOutput } from "../../src/simulate/interpreter/output.ts";
import { weave } from "../../src/weave/weave.ts";

/** A collector that never collects; its space holds a few objects, then each gets a block of its own. */
const collector = `
func @collector.initialize -> void system {
b0:
  space: int = call_native{name=reserve_space} 4096
  call_native{name=poison} space, 4096
  end = int_add space, 64
  set_state{field=freePointer} space
  set_state{field=limit} end
  roots: int = call_native{name=reserve_space} 65536
  rootEnd = int_add roots, 65536
  set_state{field=rootBase} roots
  set_state{field=rootTop} roots
  set_state{field=rootLimit} rootEnd
  return
}

func @collector.allocateSlow -> int system {
b0(typeId: int, size: int):
  memory: int = call_native{name=allocate_bytes} size
  return memory
}
`;

export type Way = "low" | "woven 8" | "woven 4";
export const ways: readonly Way[] = ["low", "woven 8", "woven 4"];

/** A run of the functions of a text, after weaving if need be. */
export function lowLevel(
  text: string,
  way: Way,
  output = new CollectedOutput(),
  maximumDepth = 1000,
): LowLevel {
  const program = parseProgram(`program low @main\n${collector}\n${text}`);
  if (!program.functions.has("main")) program.entry = "collector.initialize";
  verified(program);
  const wordSize = way === "woven 4" ? 4 : 8;
  if (way !== "low") {
    weave(program, {
      wordSize,
      traits: { bumpAllocates: true, roots: "shadow-stack", pins: "never" },
      allocateSlow: "collector.allocateSlow",
      fold: true,
      identityHash: undefined,
      collect: undefined,
      pin: undefined,
      writeBarrier: undefined,
      counts: undefined,
      collectorFunctions: new Set(["collector.initialize", "collector.allocateSlow"]),
    });
    verified(program);
  }
  const run = new LowLevel(program, {
    wordSize,
    args: ["program", "first", "zweites ö"],
    output,
    maximumDepth,
    settings: {},
    initialize: undefined,
    report: undefined,
    allocators: [],
  });
  run.call("collector.initialize", []);
  return run;
}

function verified(program: Program): void {
  assert.deepEqual(verifyProgram(program), []);
}

/** What `@f` returns, the same in all ways. */
export function resultOf(text: string, ...args: unknown[]): unknown {
  const [first, ...rest] = ways.map((way) => lowLevel(text, way).call("f", args));
  for (const one of rest) assert.deepEqual(one, first);
  return first;
}

/** The result `r` of some operations of the low level. */
export function computed(type: string, operations: string, declarations = ""): unknown {
  const lines = operations.trim().split("\n").join("\n  ");
  return resultOf(`${declarations}\nfunc @f -> ${type} {\nb0:\n  ${lines}\n  return r\n}\n`);
}

/** What `@f` returns at the high level, or throws. */
export function highResultOf(text: string, output = new CollectedOutput(), maximumDepth = 1000): unknown {
  const program = parseProgram(`program high @f\n${text}`);
  verified(program);
  return new HighLevel(program, { args: ["program", "x"], output, maximumDepth }).call("f", []);
}

/** The result `r` of some operations of the high level. */
export function highComputed(operations: string, declarations = ""): unknown {
  const lines = operations.trim().split("\n").join("\n  ");
  return highResultOf(`${declarations}\nfunc @f {\nb0:\n  ${lines}\n  return r\n}\n`);
}
