/** `heddle run FILE [ARGS…]`: translates if need be and runs the program in place of this command. */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { RunCache } from "../cache.ts";
import type { TranslateOptions } from "../options.ts";
import { toolchain } from "../paths.ts";
import { Timings } from "../timings.ts";

/** Gives the exit code of the program; a signal that ended it ends us. */
export async function run(
  file: string,
  args: readonly string[],
  options: TranslateOptions,
  showTimings: boolean,
): Promise<number> {
  const timings = new Timings(process.stderr.isTTY === true);
  const cache = new RunCache(file, options, toolchain());
  const useless =
    options.keepC !== undefined ||
    options.verify ||
    options.remarks ||
    options.printAfter.length > 0 ||
    showTimings;
  let executable = useless ? undefined : cache.find();
  if (executable === undefined) {
    const { build } = await import("../build.ts");
    const built = cache.building;
    const { collectorFiles, loadCollector } = await import("../collectors.ts");
    await loadCollector(options.gc);
    const { sources } = await build(file, built, options, timings);
    executable = cache.store(built, [...sources.keys(), ...collectorFiles(options.gc)]);
  }
  if (showTimings) process.stderr.write(`${timings.table()}\n`);
  return runExecutable(executable, args);
}

/** Runs a program with our standard streams, passes signals on, and ends as it ends. */
export async function runExecutable(executable: string, args: readonly string[]): Promise<number> {
  const passed = ["SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1", "SIGUSR2"] as const;
  // Before the program starts: it may tell others to send a signal before we come to listen for it.
  for (const signal of passed) process.on(signal, () => child.kill(signal));
  const child = spawn(executable, args, { stdio: "inherit" });
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (...ended) => resolve(ended));
  });
  if (signal === null) return code ?? 1;
  for (const one of passed) process.removeAllListeners(one);
  process.kill(process.pid, signal);
  return 128 + constants.signals[signal];
}
