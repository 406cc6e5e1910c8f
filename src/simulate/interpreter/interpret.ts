/**
 * Runs the graphs of a program on Node, at whatever level they are: the meaning of every operation. Slower than the
 * program that the same graphs become, and told by it where they are wrong.
 *
 *   high, typed    values are JavaScript's own: objects, arrays, functions     high/
 *   low            objects are records, bytes of strings and all               low/record-heap.ts
 *   woven          all stands in the memory simulator, the collector runs too  low/simulated-heap.ts
 */
import type { Program } from "../../graph/program.ts";
import type { State } from "../../graph/state-layout.ts";
import { HighLevel } from "./high/high-level.ts";
import type { OnAllocation } from "./low/compiling.ts";
import { LowLevel } from "./low/low-level.ts";
import { CollectedOutput, type Output } from "./output.ts";
import { ExitSignal, StopSignal } from "./signals.ts";

export interface InterpretOptions {
  /** As in `process.argv`: the program's name first, then what follows the file on the command line. */
  readonly args?: readonly string[];
  readonly wordSize?: 4 | 8;
  /** Where output goes; by default it is collected into the outcome. */
  readonly output?: Output;
  /** Calls in progress at which the stack is at its end. */
  readonly maximumDepth?: number;
  readonly settings?: Partial<State>;
  /** Woven programs: the collector's function that runs before the program. */
  readonly initialize?: string | undefined;
  /** Low and woven programs: the function that prints an uncaught exception. */
  readonly report?: string | undefined;
  /** Woven programs: allocation functions of a linked collector. */
  readonly allocators?: readonly string[];
  /** Low programs: is told of each object that takes memory of its own. */
  readonly onAllocation?: OnAllocation | undefined;
}

export interface Outcome {
  /** The exit code, as the system gets it. */
  readonly exit: number;
  /** What was printed, unless `output` took it. */
  readonly stdout: string;
  readonly stderr: string;
}

/** More than Node's own stack holds of small functions, so that what runs there runs here. */
const defaultDepth = 20_000;

/** Runs a whole program. Faults of Heddle and of memory are thrown; how the program ends otherwise is the outcome. */
export function interpret(program: Program, options: InterpretOptions = {}): Outcome {
  const collected = new CollectedOutput();
  const output = options.output ?? collected;
  const exit = exitOf(output, () => {
    const common = {
      args: options.args ?? ["program"],
      output,
      maximumDepth: options.maximumDepth ?? defaultDepth,
    };
    if (program.level === "high" || program.level === "typed") return new HighLevel(program, common).run();
    return new LowLevel(program, {
      ...common,
      wordSize: options.wordSize ?? 8,
      settings: options.settings ?? {},
      initialize: options.initialize,
      report: options.report,
      allocators: options.allocators ?? [],
      onAllocation: options.onAllocation,
    }).run();
  });
  return { exit, stdout: collected.text(1), stderr: collected.text(2) };
}

function exitOf(output: Output, run: () => boolean): number {
  try {
    return run() ? 0 : 1;
  } catch (error) {
    if (error instanceof ExitSignal) return error.exitCode;
    if (!(error instanceof StopSignal)) throw error;
    output.write(2, Buffer.from(`heddle: stopped: ${error.message}\n    at ${error.place}\n`));
    return error.exitCode;
  }
}
