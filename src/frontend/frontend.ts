/** Restricted TypeScript to flow graphs: the first stage. */
import path from "node:path";
import type { Program } from "../graph/program.ts";
import { program as newProgram } from "../graph/program.ts";
import { Messages } from "../source/messages.ts";
import { isMemoryFile, type ModuleRequest, orderModules } from "./modules.ts";
import { type RefusalName, refusals } from "./refusals.ts";
import { loadProgram, preludeFolder, type ReadFile, reportDiagnostics } from "./source-program.ts";
import { shownName, spanOf } from "./spans.ts";
import { translateModules } from "./translate-modules.ts";

export interface FrontendOptions {
  /** `heddle/memory` may be imported. */
  readonly allowSystem?: boolean;
  /** Where texts come from before the disk is asked. */
  readonly readFile?: ReadFile;
}

export interface FrontendResult {
  /** Of level high; incomplete where the messages have errors. */
  readonly program: Program;
  readonly messages: Messages;
  /** The texts of the program's files, by the names that messages show. */
  readonly sources: Map<string, string>;
}

/** The part of the library that is written in the language itself, translated with every program. */
export const preludeFiles = ["errors.ts", "arrays.ts"].map((name) => path.join(preludeFolder, name));

/** Translates a program, beginning with the file that runs last. */
export function frontend(entryFile: string, options: FrontendOptions = {}): FrontendResult {
  const messages = new Messages();
  const sources = new Map<string, string>();
  const entryName = path.resolve(entryFile);
  const source = loadProgram([entryName, ...preludeFiles], options.readFile);
  const entry = source.program.getSourceFile(entryName);
  if (!entry) {
    messages.error("H2014", undefined, `the file \`${shownName(entryName)}\` was not found`);
    return { program: newProgram("high", "main"), messages, sources };
  }
  const prelude = preludeFiles.flatMap((name) => source.program.getSourceFile(name) ?? []);
  const allowSystem = options.allowSystem ?? false;
  const { modules, requests } = orderModules(source, [...prelude, entry], { allowSystem });
  const own = modules.filter((one) => !one.prelude).map((one) => one.file);
  for (const { file } of modules) sources.set(shownName(file.fileName), file.text);
  reportDiagnostics(source, own, messages);
  for (const request of requests) checkRequest(request, allowSystem, messages);
  const { program } = translateModules(source, modules, "main", messages);
  return { program, messages, sources };
}

function checkRequest({ specifier, target }: ModuleRequest, allowSystem: boolean, messages: Messages): void {
  const name = specifier.text;
  const refuse = (what: RefusalName): void => {
    const { code, reason, wayOut } = refusals[what];
    messages.error(code, spanOf(specifier), reason.replaceAll("{name}", name), {
      help: wayOut.replaceAll("{name}", name),
    });
  };
  if (target && isMemoryFile(target)) {
    if (!allowSystem) refuse("memoryModule");
  } else if (name.startsWith("node:") || isNodeModule(name)) refuse("nodeModule");
  else if (!/^[./]/.test(name)) refuse("packageModule");
  else if (name.endsWith(".json")) refuse("json");
  else if (!target || target.isDeclarationFile) refuse("missingModule");
}

function isNodeModule(name: string): boolean {
  return [
    "fs",
    "path",
    "os",
    "util",
    "events",
    "child_process",
    "assert",
    "process",
    "readline",
    "perf_hooks",
  ].includes(name);
}
