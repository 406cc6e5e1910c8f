/** Translates system code, the run-time or a collector, to low-level graphs that are linked into programs (`library.ts`). */
import path from "node:path";
import { annotate } from "../annotate/annotate.ts";
import type { OutsideFolder } from "../frontend/modules/modules.ts";
import { translateSystemModules } from "../frontend/modules/system-modules.ts";
import type { Program } from "../graph/program.ts";
import { lower } from "../lower/lower.ts";
import { defaultOptions } from "./options.ts";
import { packageRoot } from "./paths.ts";
import { runPasses } from "./pipeline.ts";
import { RefusedProgram } from "./refused-program.ts";

interface TranslatedLibrary {
  readonly program: Program;
  /** Names of the files that were read, as shown, with their text. */
  readonly sources: ReadonlyMap<string, string>;
}

export function translateLibrary(files: readonly string[], outside?: OutsideFolder): TranslatedLibrary {
  const folder = path.join(packageRoot, "src");
  const { program, messages, sources, roots } = translateSystemModules(files, folder, outside);
  const refuse = (): void => {
    if (messages.hasErrors) throw new RefusedProgram(messages.all, sources);
  };
  refuse();
  const typed = annotate(program, { messages, roots });
  refuse();
  const low = lower(typed, { wordSize: 8, messages });
  refuse();
  runPasses(low, { ...defaultOptions, level: 1 }, { keepAll: true });
  return { program: low, sources };
}
