/** `heddle view FILE`: a page with the source beside the graphs that each pass made of it. */
import path from "node:path";
import { exitCodes, type TranslateOptions } from "../options.ts";
import { writePicture } from "../plot/write-picture.ts";
import { Timings } from "../timings.ts";
import { translate } from "../translate.ts";
import { viewPage } from "../view/page.ts";
import { Recorder } from "../view/recorder.ts";

export function view(file: string, output: string | undefined, options: TranslateOptions): number {
  const recorder = new Recorder();
  const timings = new Timings(process.stderr.isTTY === true);
  const { watch } = recorder;
  const { remarks, sources } = translate(file, options, timings, "weave", { watch });
  const page = output ?? `${path.basename(file).replace(/\.[^.]*$/, "")}.html`;
  writePicture(page, viewPage(path.basename(file), recorder, sources, remarks.all));
  process.stderr.write(`${page}\n`);
  return exitCodes.success;
}
