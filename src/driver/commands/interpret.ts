/** `heddle interpret FILE [ARGS…] --level=LEVEL`: runs the program's graphs on Node, as they are after a stage. */
import { writeSync } from "node:fs";
import path from "node:path";
import type { Program } from "../../graph/program.ts";
import { type State, settingNames, settingPrefix, settings } from "../../graph/state-layout.ts";
import {
  type InterpretOptions,
  interpret as interpretProgram,
  type Outcome,
} from "../../simulate/interpreter/interpret.ts";
import type { Output } from "../../simulate/interpreter/output.ts";
import { chosenCollector } from "../collectors.ts";
import { bytesOf, type TranslateOptions } from "../options.ts";
import { Timings } from "../timings.ts";
import { initializeFunction, reportFunction, type Stage, translate } from "../translate.ts";
import { UsageFault } from "../usage-fault.ts";

/** After which stage each level is complete. */
const stageOf = {
  high: "frontend",
  typed: "annotate",
  low: "passes",
  woven: "weave",
} as const satisfies Record<string, Stage>;

export type InterpretLevel = keyof typeof stageOf;

/** What the environment says to a translated program about its collector, or else the options. */
function settingsOf(options: TranslateOptions): Partial<State> {
  const state: Partial<State> = { gcStress: options.gcStress, gcCheck: Number(options.gcCheck) };
  for (const [name, text] of Object.entries(process.env)) {
    if (!name.startsWith(settingPrefix) || !text) continue;
    const setting = settings.find(({ suffix }) => settingPrefix + suffix === name);
    if (!setting)
      throw new UsageFault(`${name}: there is no such setting; the collector has ${settingNames}`);
    state[setting.field] = settingValue(name, text, setting.unit);
  }
  return state;
}

function settingValue(name: string, text: string, unit: "bytes" | "factor"): number {
  const value = unit === "bytes" ? bytesOf(text) : Math.trunc(Number(text) * 1000);
  if (value === undefined || !(value >= 0))
    throw new UsageFault(`${name}=${text} is not a ${unit === "bytes" ? "size" : "factor"}`);
  return value;
}

interface RunOptions {
  readonly settings?: Partial<State>;
  /** Where output goes; by default it is collected into the outcome. */
  readonly output?: Output;
  /** Low programs: is told of each object that takes memory of its own. */
  readonly onAllocation?: InterpretOptions["onAllocation"];
}

/** Runs a translated program's graphs. */
export function interpretTranslated(
  program: Program,
  args: readonly string[],
  options: TranslateOptions,
  run: RunOptions = {},
): Outcome {
  const has = (name: string): string | undefined => (program.functions.has(name) ? name : undefined);
  const { library } = chosenCollector(options.gc).traits;
  return interpretProgram(program, {
    ...run,
    args,
    initialize: program.level === "woven" ? has(initializeFunction) : undefined,
    report: has(reportFunction),
    allocators: library ? [library.allocate, library.allocateWithoutPointers] : [],
  });
}

/** Translates a program as far as a level and runs it there. */
export function interpretFile(
  file: string,
  args: readonly string[],
  level: InterpretLevel,
  options: TranslateOptions,
  run: RunOptions = {},
): Outcome {
  const { program } = translate(file, options, new Timings(), stageOf[level]);
  return interpretTranslated(program, [path.resolve(file), ...args], options, run);
}

/** Gives the exit code of the program. */
export function interpret(
  file: string,
  args: readonly string[],
  level: string,
  options: TranslateOptions,
): number {
  if (!Object.hasOwn(stageOf, level)) {
    throw new UsageFault(`there is no level \`${level}\`; choose ${Object.keys(stageOf).join(", ")}`);
  }
  const output: Output = {
    write(to, bytes) {
      for (let done = 0; done < bytes.length; ) done += writeSync(to, bytes, done);
    },
  };
  return interpretFile(file, args, level as InterpretLevel, options, {
    settings: settingsOf(options),
    output,
  }).exit;
}
