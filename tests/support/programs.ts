/** The corpus of programs: where each stands, how it is run on Node (the oracle) and as a native program. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "../../src/driver/build.ts";
import { defaultOptions, type TranslateOptions } from "../../src/driver/options.ts";
import { packageRoot } from "../../src/driver/paths.ts";
import { Timings } from "../../src/driver/timings.ts";
import { transpile } from "../../src/frontend/oracle/transpile.ts";

/** Our optimizations without the C compiler's, which take more of its time than all of ours. */
export const plainC = "cc -O0";

export interface ProgramCase {
  /** `topic/name`. */
  readonly name: string;
  /** The entry file. */
  readonly file: string;
  readonly args: readonly string[];
  /** What it must exit with. */
  readonly exit: number;
  /** It neither ends the process nor looks at its arguments: it may run as a module among others. */
  readonly batchable: boolean;
}

export interface Outcome {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** All programs below a folder: `.ts` and `.js` files, and folders that hold a `main.ts` or `main.js` as one. */
export function programsBelow(folder: string): ProgramCase[] {
  const root = path.join(packageRoot, folder);
  const found: ProgramCase[] = [];
  const visit = (directory: string): void => {
    const main = ["main.ts", "main.js"].map((name) => path.join(directory, name)).find(existsSync);
    if (main !== undefined) {
      found.push(programCase(root, main));
      return;
    }
    for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const file = path.join(directory, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (/\.[jt]s$/.test(entry.name)) found.push(programCase(root, file));
    }
  };
  visit(root);
  return found;
}

function programCase(root: string, file: string): ProgramCase {
  const text = readFileSync(file, "utf8");
  const head = text.split("\n").slice(0, 5);
  const note = (name: string): string | undefined =>
    head
      .find((line) => line.startsWith(`// ${name}:`))
      ?.slice(name.length + 4)
      .trim();
  const args = note("args");
  return {
    name: path
      .relative(root, file)
      .replaceAll(path.sep, "/")
      .replace(/(\/main)?\.[jt]s$/, ""),
    file,
    args: args ? args.split(/\s+/) : [],
    exit: Number(note("exit") ?? 0),
    // Where one program's prototypes are objects, those of its whole batch would be; where one freezes an object or has
    // an accessor, `Reflect.set` is refused in all, and `hasOwnProperty` where one has its own and one defines properties.
    batchable:
      !head.some((line) => /^\/\/ (args|exit|stops):/.test(line)) &&
      !/\b(process|prototype|Reflect|__proto__)\b|PrototypeOf\b|\bhasOwnProperty\(\w+: /.test(text),
  };
}

/** Runs a command to its end, or kills it after `seconds`. */
export function runToEnd(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  seconds = 60,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr?.setEncoding("utf8").on("data", (text) => (stderr += text));
    child.on("error", reject);
    child.on("close", (exit, signal) => {
      clearTimeout(timer);
      resolve({ exit, signal, stdout, stderr });
    });
  });
}

/** A folder that is gone after `work`. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "heddle-test-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the program does on Node. */
export function runOnNode(one: ProgramCase): Promise<Outcome> {
  return inFolder((folder) => runToEnd(process.execPath, [transpile(one.file, folder), ...one.args]));
}

/** Translates, compiles and runs a program. */
export async function runNative(
  one: ProgramCase,
  options: Partial<TranslateOptions>,
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const [outcome] = await runNativeIn(one, options, [env]);
  return outcome as Outcome;
}

/** Translates and compiles a program, and runs it once in each environment. */
export function runNativeIn(
  one: ProgramCase,
  options: Partial<TranslateOptions>,
  environments: readonly NodeJS.ProcessEnv[],
): Promise<Outcome[]> {
  return inFolder(async (folder) => {
    const executable = path.join(folder, "program");
    // C that is kept is one file: divided it would be ready sooner, but take more of processors that other tests need.
    const keepC = options.cc === plainC ? folder : undefined;
    await build(one.file, executable, { ...defaultOptions, verify: true, keepC, ...options }, new Timings());
    const outcomes: Outcome[] = [];
    for (const env of environments) outcomes.push(await runToEnd(executable, one.args, env));
    return outcomes;
  });
}
