/** `heddle log`: what the log of a run says, as text and as a picture. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readLog } from "../log/read-log.ts";
import { summarize } from "../log/summarize.ts";
import { writePicture } from "../plot/write-picture.ts";
import { UsageFault } from "../usage-fault.ts";

export async function log(file: string, plot: string | undefined): Promise<number> {
  const found = readLog(textOf(file), file);
  process.stdout.write(summarize(found));
  if (plot === undefined) return 0;
  const { drawLog } = await import("../log/draw-log.ts");
  writePicture(plot, drawLog(found, `${path.basename(file)}: memory over time`));
  return 0;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageFault(`\`${file}\` cannot be read: ${(error as Error).message}`);
  }
}
