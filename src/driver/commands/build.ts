/** `heddle build`: an executable, and what is to be known of how it came about. */
import { build as buildExecutable } from "../build.ts";
import { exitCodes, type TranslateOptions } from "../options.ts";
import { Stats } from "../stats.ts";
import { Timings } from "../timings.ts";
import { checkOutput, writeOutput } from "../user-files.ts";

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
  checkOutput(output, "the executable");
  if (shown.plot !== undefined) checkOutput(shown.plot, "the picture", ".svg");
  const timings = new Timings(process.stderr.isTTY === true);
  const stats = new Stats();
  const watched = shown.stats || shown.plot !== undefined;
  const picture = shown.plot === undefined ? undefined : await import("../plot/draw-translation.ts");
  const resident = picture?.watchResident();
  await buildExecutable(file, output, options, timings, watched ? stats.watch : undefined);
  if (shown.timings) process.stderr.write(`${timings.table()}\n`);
  if (shown.stats) process.stderr.write(`${stats.table()}\n`);
  if (shown.plot !== undefined && picture && resident) {
    const text = picture.drawTranslation(`heddle build ${file}`, timings.spans, stats.rows, resident.stop());
    writeOutput(shown.plot, "the picture", text);
  }
  return exitCodes.success;
}
