/** How long a build takes, phase by phase, and how soon a program that was built before starts. */
import path from "node:path";
import { build } from "../../src/driver/build.ts";
import { defaultOptions } from "../../src/driver/options.ts";
import { packageRoot } from "../../src/driver/paths.ts";
import { Timings } from "../../src/driver/timings.ts";
import { example, folder, inTurn, rounds, row, seconds } from "../harness.ts";

export async function translate(): Promise<void> {
  const timings = new Timings();
  const executable = path.join(folder, "allocatealot.out");
  const command = path.join(packageRoot, "bin/heddle.js");
  const source = example("examples/allocatealot.ts");
  await build(source, executable, defaultOptions, timings);
  console.log(timings.table());
  const whole = [process.execPath, command, "build", source, "-o", executable];
  const again = [process.execPath, command, "run", source, "1"];
  const [cold, cached] = inTurn([whole, again], rounds) as [number, number];
  row("heddle build allocatealot.ts", seconds(cold));
  row("heddle run allocatealot.ts 1, cached", seconds(cached));
}
