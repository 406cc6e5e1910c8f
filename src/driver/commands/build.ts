/** `heddle build`: an executable, and what is to be known of how it came about. */
import { existsSync } from "node:fs";
import path from "node:path";
import { build as buildExecutable } from "../build.ts";
import { exitCodes, type TranslateOptions } from "../options.ts";
import { Stats } from "../stats.ts";
import { Timings } from "../timings.ts";
import { UsageFault } from "../usage-fault.ts";

interface Shown {
  /** A table of the phases' times. */
  readonly timings: boolean;
  /** A table of what the program consists of after each phase. */
  readonly stats: boolean;
  /** The file of a picture. */
  readonly plot: string | undefined;
}

export async function build(
  file: string,
  output: string,
  options: TranslateOptions,
  shown: Shown,
): Promise<number> {
  if (shown.plot !== undefined && !existsSync(path.dirname(shown.plot)))
    throw new UsageFault(`the directory of \`${shown.plot}\` does not exist`);
  const timings = new Timings(process.stderr.isTTY === true);
  const stats = new Stats();
  const watched = shown.stats || shown.plot !== undefined;
  const picture = shown.plot === undefined ? undefined : await import("../plot/draw-translation.ts");
  const resident = picture?.watchResident();
  await buildExecutable(file, output, options, timings, watched ? stats.watch : undefined);
  if (shown.timings) process.stderr.write(`${timings.table()}\n`);
  if (shown.stats) process.stderr.write(`${stats.table()}\n`);
  if (shown.plot !== undefined && picture && resident) {
    const { writePicture } = await import("../plot/write-picture.ts");
    const text = picture.drawTranslation(`heddle build ${file}`, timings.spans, stats.rows, resident.stop());
    writePicture(shown.plot, text);
  }
  return exitCodes.success;
}
