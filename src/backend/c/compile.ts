/** Runs the system's C compiler on emitted code. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import os from "node:os";

export interface CompileOptions {
  /** The compiler's command, `cc` if undefined; the options in it come after our own and so have the last word. */
  readonly cc: string | undefined;
  /** 0 to 3: the C compiler's own level. */
  readonly level: number;
  readonly debug: boolean;
  /** Stacks can be walked from frame to frame. */
  readonly profile: boolean;
  /** Libraries to link, without `-l`. */
  readonly libraries: readonly string[];
}

/** The C compiler is missing or refused our code; `output` is what it said. */
export class CompileFault extends Error {
  readonly output: string;
  constructor(message: string, output: string) {
    super(message);
    this.output = output;
  }
}

/**
 * What of the C compiler's usual level is left out: it has been done before on graphs, or costs more time than it brings
 * (docs/decisions/c-compiler-options.md has the measurements).
 */
const leftOut = [
  // Loads, ranges and common expressions: redundant-loads, bounds-checks and common-subexpressions have seen them.
  "-fno-tree-pre",
  "-fno-gcse",
  "-fno-code-hoisting",
  "-fno-tree-vrp",
  // Ends and functions that are alike: shared-ends, and clones are made only where types differ.
  "-fno-tree-tail-merge",
  "-fno-crossjumping",
  "-fno-ipa-icf",
  // Processors schedule by themselves.
  "-fno-schedule-insns2",
  "-fno-expensive-optimizations",
];

/** Options that give integers that wrap, no type-based aliasing, no fused multiply-add, and static data below 4 GiB. */
export function compilerOptions(options: CompileOptions): string[] {
  return [
    "-std=gnu11",
    "-w",
    `-O${options.level}`,
    ...(options.level === 2 ? leftOut : []),
    "-fwrapv",
    "-fno-strict-aliasing",
    "-ffp-contract=off",
    "-fno-math-errno",
    "-fno-pie",
    "-no-pie",
    // Only debuggers and C++ unwind: exceptions of programs are edges of their graphs.
    ...(options.debug ? ["-g"] : ["-fno-asynchronous-unwind-tables"]),
    ...(options.profile ? ["-g1", "-fno-omit-frame-pointer", "-fno-optimize-sibling-calls"] : []),
  ];
}

/** `CC="ccache gcc"` and `CC="gcc -O0"` are both in use: the words up to the first option are the command. */
function commandWords(command: string): { program: string; before: string[]; after: string[] } {
  if (existsSync(command)) return { program: command, before: [], after: [] };
  const words = command.trim().split(/\s+/);
  const firstOption = words.findIndex((word) => word.startsWith("-"));
  const end = firstOption < 0 ? words.length : firstOption;
  return { program: words[0] as string, before: words.slice(1, end), after: words.slice(end) };
}

/**
 * Compiles C files to an executable: one by one command, several to objects beside them, as many at once as there are
 * processors. Throws `CompileFault`.
 */
export async function compileC(
  sources: readonly string[],
  output: string,
  options: CompileOptions,
): Promise<void> {
  const link = ["-o", output, ...options.libraries.map((one) => `-l${one}`), "-lm", "-Wl,--as-needed"];
  const whole = compilerOptions(options);
  if (sources.length === 1) return runCompiler([...whole, ...sources, ...link], options.cc);
  const waiting = [...sources];
  const worker = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift())
      await runCompiler([...whole, "-c", source, "-o", objectOf(source)], options.cc);
  };
  const workers = Array.from({ length: os.availableParallelism() }, worker);
  await Promise.all(workers);
  await runCompiler([...whole, ...sources.map(objectOf), ...link], options.cc);
}

function objectOf(source: string): string {
  return source.replace(/\.c$/, ".o");
}

/** Runs the C compiler once. */
async function runCompiler(args: readonly string[], command: string | undefined): Promise<void> {
  const cc = (command ?? process.env.CC) || "cc";
  const { program, before, after } = commandWords(cc);
  const said: string[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(program, [...before, ...args, ...after], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (text) => said.push(String(text)));
    child.stderr.on("data", (text) => said.push(String(text)));
    child.on("error", (error) =>
      reject(new CompileFault(`the C compiler \`${cc}\` could not be started: ${error.message}`, "")),
    );
    child.on("close", resolve);
  });
  if (code !== 0)
    throw new CompileFault(`the C compiler \`${cc}\` failed with exit code ${code}`, said.join(""));
}
