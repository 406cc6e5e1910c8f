/** From a source file to an executable. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { CompileFault, compileC } from "../backend/c/compile.ts";
import { printRemarks } from "../source/remarks.ts";
import { chosenCollector } from "./collectors.ts";
import type { TranslateOptions } from "./options.ts";
import type { Timings } from "./timings.ts";
import { type Translation, toC, translate, type Watch } from "./translate.ts";
import { makeFolder } from "./user-files.ts";

/** Translates and compiles `file` to the executable `output`; gives what the translation read. */
export async function build(
  file: string,
  output: string,
  options: TranslateOptions,
  timings: Timings,
  watch?: Watch,
): Promise<Translation> {
  const translation = translate(file, options, timings, "weave", { watch });
  if (options.remarks) process.stderr.write(printRemarks(translation.remarks));
  const { texts, libraries } = timings.run("emit C", () => toC(translation, options));
  const folder = options.keepC ?? mkdtempSync(path.join(os.tmpdir(), "heddle-"));
  makeFolder(folder, "the directory of the C text");
  const name = path.basename(file).replace(/\.[^.]*$/, "");
  const sources = texts.map((text, index) => {
    const source = path.join(folder, `${name}${index === 0 ? "" : `.${index}`}.c`);
    writeFileSync(source, text);
    return source;
  });
  try {
    await timings.run("C compiler", () => compileC(sources, output, { ...options, libraries }));
  } catch (error) {
    throw error instanceof CompileFault ? explained(error, options) : error;
  } finally {
    if (options.keepC === undefined) rmSync(folder, { recursive: true, force: true });
  }
  return translation;
}

/** A missing library of the collector is the user's to install; anything else is shown as the compiler said it. */
function explained(fault: CompileFault, options: TranslateOptions): CompileFault {
  const library = chosenCollector(options.gc).traits.library;
  const missing =
    library !== undefined &&
    (fault.output.includes(`${library.header}: No such file`) || fault.output.includes(`-l${library.name}`));
  if (!missing) return fault;
  return new CompileFault(
    `--gc=${options.gc} needs the library ${library.name}, which is not installed: on Debian, \`apt-get install ${library.debianPackage}\``,
    "",
  );
}
