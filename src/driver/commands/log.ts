/** `heddle log`: what the log of a run says, as text and as a picture. */
import path from "node:path";
import { readLog } from "../log/read-log.ts";
import { summarize } from "../log/summarize.ts";
import { checkOutput, readInput, writeOutput } from "../user-files.ts";

export async function log(file: string, plot: string | undefined): Promise<number> {
  if (plot !== undefined) checkOutput(plot, "the picture", ".svg");
  const found = readLog(readInput(file), file);
  process.stdout.write(summarize(found));
  if (plot === undefined) return 0;
  const { drawLog } = await import("../log/draw-log.ts");
  writeOutput(plot, "the picture", drawLog(found, `${path.basename(file)}: memory over time`));
  return 0;
}
