/** The least wall seconds of whole processes, in turn: what else the machine does only adds to a time. */
import { spawnSync } from "node:child_process";

const rounds = 5;

export function leastTimes(commands: readonly (readonly string[])[]): number[] {
  const least = commands.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [index, [program, ...args]] of commands.entries()) {
      const start = performance.now();
      spawnSync(program as string, args, { stdio: "ignore" });
      least[index] = Math.min(least[index] as number, (performance.now() - start) / 1000);
    }
  }
  return least;
}
