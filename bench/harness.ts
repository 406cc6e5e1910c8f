/** What the sections share: programs made ready, timed in turn and counted, and how a row is printed. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "../src/driver/build.ts";
import { defaultOptions, type TranslateOptions } from "../src/driver/options.ts";
import { packageRoot } from "../src/driver/paths.ts";
import { Timings } from "../src/driver/timings.ts";
import { eraseTypes } from "../src/frontend/oracle/transpile.ts";

export const folder = mkdtempSync(path.join(os.tmpdir(), "heddle-bench-"));
export const rounds = 5;

export function example(name: string): string {
  return path.join(packageRoot, name);
}

export async function native(file: string, options: Partial<TranslateOptions> = {}): Promise<string> {
  const executable = path.join(folder, `${path.basename(file)}-${options.gc ?? "default"}.out`);
  await build(example(file), executable, { ...defaultOptions, ...options }, new Timings());
  return executable;
}

/** The program on Node, its types erased and nothing of ours around it: what is timed must be the program alone. */
export function erased(file: string): string[] {
  return [process.execPath, eraseTypes(example(file), mkdtempSync(path.join(folder, "node-")))];
}

export function compiledC(file: string, ...flags: string[]): string {
  return compiled("cc", file, flags);
}

export function compiledCpp(file: string): string {
  return compiled("c++", file, []);
}

function compiled(compiler: string, file: string, flags: readonly string[]): string {
  const executable = path.join(folder, `${path.basename(file)}${flags.join("")}.out`);
  execFileSync(compiler, ["-O3", ...flags, example(file), "-o", executable]);
  return executable;
}

export function output(command: readonly string[]): string {
  const [program, ...args] = command as [string, ...string[]];
  return execFileSync(program, args, { encoding: "utf8" });
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Wall seconds of whole processes, in turn, so that a drift of the machine meets all alike. */
export function inTurn(commands: readonly (readonly string[])[], count: number): number[] {
  const times = commands.map((): number[] => []);
  for (let round = 0; round < count; round++) {
    commands.forEach(([program, ...args], i) => {
      const start = performance.now();
      spawnSync(program as string, args, { stdio: "ignore" });
      times[i]?.push((performance.now() - start) / 1000);
    });
  }
  return times.map(median);
}

/** What programs print of their own time (first number before a unit in the last matching line), in turn. */
export function ownTimes(commands: readonly (readonly string[])[], pattern: RegExp): number[] {
  const times = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [i, command] of commands.entries()) times[i]?.push(Number(pattern.exec(output(command))?.[1]));
  return times.map(median);
}

/** Instructions that callgrind counts for a command. */
export function instructions(command: readonly string[]): number {
  const file = path.join(folder, "callgrind.out");
  const args = ["--tool=callgrind", `--callgrind-out-file=${file}`, ...command];
  const { stderr } = spawnSync("valgrind", args, { encoding: "utf8" });
  return Number(/Collected\s*:\s*(\d+)/.exec(stderr)?.[1]);
}

export function row(what: string, ...figures: string[]): void {
  console.log(`${what.padEnd(46)} ${figures.join("   ")}`);
}

export const seconds = (n: number): string => `${n.toFixed(4)} s`;
export const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)} ×`;

/** Deletes what the sections built. */
export function cleanUp(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The most memory that a command had resident, in KB. */
export function peakMemory(command: readonly string[]): number {
  const { stderr } = spawnSync("/usr/bin/env", ["time", "-f", "%M", ...command], { encoding: "utf8" });
  return Number(/^(\d+)$/m.exec(stderr)?.[1]);
}
