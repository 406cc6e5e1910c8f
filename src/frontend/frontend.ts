/** Restricted TypeScript to flow graphs: the first stage. */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Program } from "../graph/program.ts";
import { program as newProgram } from "../graph/program.ts";
import { Messages } from "../source/messages.ts";
import { reportDiagnostics } from "./checker/diagnostics.ts";
import { entryFault } from "./checker/entry-file.ts";
import { asyncModulesFile, dictionariesFile, errorsFile, mentionOf } from "./checker/prelude-texts.ts";
import { loadProgram, preludeFolder, type ReadFile, type SourceProgram } from "./checker/source-program.ts";
import { shownName, spanOf } from "./checker/spans.ts";
import { type ts, tsc } from "./checker/typescript.ts";
import { isHostModule, isMemoryFile, type ModuleRequest, orderModules } from "./modules/modules.ts";
import { exportNamed, mentionedGlobals } from "./names/host-globals.ts";
import { needsDictionaries } from "./properties/dynamic-names-needed.ts";
import { type RefusalName, refusals } from "./refusals.ts";
import { translateModules } from "./translate-modules.ts";

export interface FrontendOptions {
  /** `heddle/memory` may be imported. */
  readonly allowSystem?: boolean;
  /** Classes marked from `heddle/tagged` are tagged. */
  readonly tagged?: boolean;
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
export const preludeFiles = readdirSync(preludeFolder)
  .filter((name) => name.endsWith(".ts"))
  .sort((a, b) => Number(b === errorsFile) - Number(a === errorsFile) || (a < b ? -1 : 1))
  .map((name) => path.join(preludeFolder, name));

/** Translates a program, beginning with the file that runs last. */
export function frontend(entryFile: string, options: FrontendOptions = {}): FrontendResult {
  const messages = new Messages();
  const sources = new Map<string, string>();
  const entryName = path.resolve(entryFile);
  const globals = mentionedGlobals(entryName, options.readFile);
  const globalFiles = [...new Set(globals.values())];
  const source = loadProgram([entryName, ...globalFiles], options.readFile, preludeFiles);
  const entry = source.program.getSourceFile(entryName);
  const isText = entry?.text.includes("\0") === false;
  if (!entry || !isText) {
    const fault = entryFault(entryName) ?? `\`${shownName(entryName)}\` cannot be read as text`;
    messages.error("H2014", undefined, fault);
    return { program: newProgram("high", "main"), messages, sources };
  }
  const prelude = preludeFiles.flatMap((name) => source.program.getSourceFile(name) ?? []);
  const allowSystem = options.allowSystem ?? false;
  const used = globalFiles.flatMap((name) => source.program.getSourceFile(name) ?? []);
  const ordered = orderModules(source, [...prelude, ...used, entry], { allowSystem });
  const own = ordered.modules.filter((one) => !one.prelude).map((one) => one.file);
  const hosts = ordered.modules.filter((one) => isHostModule(one.file)).map((one) => one.file);
  const { requests } = ordered;
  const needed = neededPrelude(source, prelude, requests, [
    entry,
    ...own.filter((one) => one !== entry),
    ...hosts,
  ]);
  const modules = ordered.modules.filter(
    (one) => !one.prelude || isHostModule(one.file) || needed.has(one.file),
  );
  for (const { file } of modules) {
    const commonJs = source.commonJs.get(path.resolve(file.fileName));
    sources.set(shownName(file.fileName), commonJs?.original ?? file.text);
    for (const { node, what, name } of commonJs?.refusals ?? []) {
      const { code, reason, wayOut } = refusals[what];
      messages.error(code, spanOf(node), reason.replaceAll("{name}", name), { help: wayOut });
    }
  }
  reportDiagnostics(source, own, messages);
  for (const request of requests) {
    const from = request.specifier.getSourceFile();
    if (!prelude.includes(from) && !isHostModule(from)) checkRequest(request, allowSystem, messages);
  }
  const declarations = new Map<string, ts.Node>();
  for (const [name, file] of globals) {
    const declared = source.program.getSourceFile(file);
    const found = declared && exportNamed(declared, name);
    if (found) declarations.set(name, found);
  }
  const { program } = translateModules(source, modules, "main", messages, declarations, {
    tagged: options.tagged ?? false,
  });
  return { program, messages, sources };
}

/** The files of the prelude that a program, its entry first, may use, with those that they import. */
function neededPrelude(
  source: SourceProgram,
  prelude: readonly ts.SourceFile[],
  requests: readonly ModuleRequest[],
  own: readonly ts.SourceFile[],
): ReadonlySet<ts.SourceFile> {
  const imports = requests.filter(({ specifier }) => prelude.includes(specifier.getSourceFile()));
  const imported = new Set(imports.map((one) => one.target).filter((one) => one && !isErrors(one)));
  const dictionaries = needsDictionaries(source, own);
  const isWanted = (one: ts.SourceFile): boolean =>
    path.basename(one.fileName) === dictionariesFile
      ? dictionaries
      : isNeeded(
          one,
          path.basename(one.fileName) === asyncModulesFile ? own.slice(1) : own,
          imported.has(one),
        );
  const needed = new Set(prelude.filter((one) => isWanted(one)));
  for (const file of needed)
    for (const { specifier, target } of imports)
      if (target && specifier.getSourceFile() === file && prelude.includes(target)) needed.add(target);
  return needed;
}

function isErrors(file: ts.SourceFile): boolean {
  return path.basename(file.fileName) === errorsFile;
}

/** A file of the prelude is left out where no text has the name of one of its functions and classes. */
function isNeeded(prelude: ts.SourceFile, own: readonly ts.SourceFile[], isImported: boolean): boolean {
  if (isErrors(prelude)) return true;
  const names = prelude.statements.flatMap((one) =>
    (tsc.isClassDeclaration(one) || (tsc.isFunctionDeclaration(one) && !isImported)) &&
    isExported(one) &&
    one.name
      ? [one.name.text]
      : [],
  );
  if (names.length === 0) return false;
  const pattern = mentionOf(names);
  return own.some((one) => pattern.test(one.text));
}

function isExported(node: ts.FunctionDeclaration | ts.ClassDeclaration): boolean {
  return node.modifiers?.some((one) => one.kind === tsc.SyntaxKind.ExportKeyword) ?? false;
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
  } else if (target && isHostModule(target)) return;
  else if (name.startsWith("node:") || isNodeModule(name)) refuse("nodeModule");
  else if (!/^[./]/.test(name)) refuse("packageModule");
  else if (name.endsWith(".json") && target) {
    if (!saysJson(specifier.parent)) refuse("json");
  } else if (!target || target.isDeclarationFile) refuse("missingModule");
}

/** `with { type: "json" }`, without which Node refuses the import. */
function saysJson(node: ts.Node): boolean {
  if (!tsc.isImportDeclaration(node) && !tsc.isExportDeclaration(node)) return false;
  return (
    node.attributes?.elements.some(
      ({ name, value }) => name.text === "type" && tsc.isStringLiteral(value) && value.text === "json",
    ) ?? false
  );
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
