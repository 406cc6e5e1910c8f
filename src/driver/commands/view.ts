/** `heddle view FILE`: a page with the source beside the graphs that each pass made of it. */
import path from "node:path";
import { exitCodes, type TranslateOptions } from "../options.ts";
import { Timings } from "../timings.ts";
import { translate } from "../translate.ts";
import { checkOutput, writeOutput } from "../user-files.ts";
import { viewPage } from "../view/page.ts";
import { Recorder } from "../view/recorder.ts";

export function view(file: string, output: string | undefined, options: TranslateOptions): number {
  const page = output ?? `${path.basename(file).replace(/\.[^.]*$/, "")}.html`;
  checkOutput(page, "the page", ".html");
  const recorder = new Recorder();
  const timings = new Timings(process.stderr.isTTY === true);
  const { watch } = recorder;
  const { remarks, sources } = translate(file, options, timings, "weave", { watch });
  writeOutput(page, "the page", viewPage(path.basename(file), recorder, sources, remarks.all));
  process.stderr.write(`${page}\n`);
  return exitCodes.success;
}
