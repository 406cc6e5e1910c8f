/** Runs TypeScript's parser and checker over a program: files, their messages, and what names resolve to. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { type CommonJsText, commonJsAsModule } from "../modules/commonjs.ts";
import { CommonJsFiles, isScript } from "../modules/commonjs-files.ts";
import { hostDeclarations } from "./declarations.ts";
import { packageRoot } from "./package-root.ts";
import { possiblyNeeded } from "./prelude-texts.ts";
import { type ts, tsc } from "./typescript.ts";

export interface SourceProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The same program as TypeScript sees it without `strict`. */
  readonly lenient: () => ts.Program;
  /** The files that were CommonJS, by their names. */
  readonly commonJs: ReadonlyMap<string, CommonJsFile>;
}

export interface CommonJsFile extends CommonJsText {
  /** The text as it was. */
  readonly original: string;
}

/** Reads a file's text; undefined if there is none. */
export type ReadFile = (fileName: string) => string | undefined;

/** Not on disk: its text is `hostDeclarations`. */
const hostFile = path.join(packageRoot, "src", "frontend", "host.d.ts");
export const memoryFolder = path.join(packageRoot, "src", "memory");
export const preludeFolder = path.join(packageRoot, "src", "runtime", "prelude");
/** Modules of Node's that are translated with the programs that import them. */
export const modulesFolder = path.join(packageRoot, "src", "runtime", "modules");

/** Names under which programs import them. */
const hostModules = [
  "assert",
  "assert/strict",
  "buffer",
  "events",
  "fs",
  "fs/promises",
  "os",
  "path",
  "perf_hooks",
  "process",
  "readline",
  "readline/promises",
  "timers/promises",
  "util",
];

function hostModulePaths(): Record<string, string[]> {
  return Object.fromEntries(
    hostModules.flatMap((name) => {
      const file = [path.join(modulesFolder, `${name.replace(/[_/]/, "-")}.ts`)];
      return [
        [name, file],
        [`node:${name}`, file],
      ];
    }),
  );
}

/** The parts of the library that a program is checked against: what exists is known, even where it is refused. */
const libraries = [
  "es5",
  "es2015.core",
  "es2015.collection",
  "es2015.generator",
  "es2015.iterable",
  "es2015.promise",
  "es2015.proxy",
  "es2015.reflect",
  "es2015.symbol",
  "es2015.symbol.wellknown",
  "es2016.array.include",
  "es2017.object",
  "es2017.string",
  "es2018.asyncgenerator",
  "es2018.asynciterable",
  "es2018.promise",
  "es2019.array",
  "es2019.object",
  "es2019.string",
  "es2019.symbol",
  "es2020.bigint",
  "es2020.promise",
  "es2021.promise",
  "es2021.string",
  "es2021.weakref",
  "es2022.array",
  "es2023.array",
  "es2022.error",
  "es2022.object",
  "es2022.string",
];

const options: ts.CompilerOptions = {
  target: tsc.ScriptTarget.ES2022,
  module: tsc.ModuleKind.ESNext,
  moduleResolution: tsc.ModuleResolutionKind.Bundler,
  moduleDetection: tsc.ModuleDetectionKind.Force,
  lib: libraries.map((name) => `lib.${name}.d.ts`),
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  allowJs: true,
  isolatedModules: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  paths: {
    "heddle/memory": [path.join(memoryFolder, "memory.ts")],
    // What collectors from outside may use of ours.
    "heddle/collectors": [path.join(packageRoot, "src", "collectors", "collector.ts")],
    "heddle/collectors/*": [path.join(packageRoot, "src", "collectors", "*.ts")],
    "heddle/graph/type-info-layout": [path.join(packageRoot, "src", "graph", "type-info-layout.ts")],
    "heddle/source/stop-codes": [path.join(packageRoot, "src", "source", "stop-codes.ts")],
    "heddle/gc": [path.join(modulesFolder, "gc.ts")],
    "heddle/debug": [path.join(modulesFolder, "debug.ts")],
    "heddle/dispatch": [path.join(modulesFolder, "dispatch.ts")],
    "heddle/tagged": [path.join(modulesFolder, "tagged.ts")],
    ...hostModulePaths(),
  },
};

const kept = new Map<string, ts.SourceFile>();

/** Library files are parsed once for all programs of a process. */
function keepsLibraryFiles(host: ts.CompilerHost): void {
  const getSourceFile = host.getSourceFile.bind(host);
  const library = path.dirname(host.getDefaultLibFileName(options));
  host.getSourceFile = (fileName, language, ...rest) => {
    const isHost = path.resolve(fileName) === hostFile;
    if (!isHost && path.dirname(fileName) !== library) return getSourceFile(fileName, language, ...rest);
    let file = kept.get(fileName);
    if (!file) {
      file = isHost
        ? tsc.createSourceFile(fileName, hostDeclarations, language)
        : getSourceFile(fileName, language, ...rest);
      if (file) kept.set(fileName, file);
    }
    return file;
  };
}

/** What `fs` and `buffer` have more of where a program mentions it; `fs/promises` is among the members of `fs`. */
function extendsHostModules(host: ts.CompilerHost): void {
  const readFile = host.readFile.bind(host);
  const fs = path.join(modulesFolder, "fs.ts");
  const buffer = path.join(modulesFolder, "buffer.ts");
  const whole = path.join(modulesFolder, "buffer-whole.ts");
  let promises = false;
  let buffers = false;
  host.readFile = (fileName) => {
    if (fileName === buffer && buffers) return readFile(whole);
    const text = readFile(fileName);
    if (text === undefined || fileName.endsWith(".d.ts")) return text;
    if (fileName === fs) return promises ? `${text}export * as promises from "./fs-promises.ts";\n` : text;
    promises ||= /\bpromises\b/.test(text);
    if (path.dirname(fileName) !== modulesFolder) buffers ||= /\bBuffer\b/.test(text);
    return text;
  };
}

/** Reads CommonJS files as modules. */
function readsCommonJs(host: ts.CompilerHost, entry: string, found: Map<string, CommonJsFile>): void {
  const readFile = host.readFile.bind(host);
  const files = new CommonJsFiles(readFile);
  host.readFile = (fileName) => {
    const original = readFile(fileName);
    if (original === undefined || !isScript(fileName)) return original;
    const module = commonJsAsModule(files, fileName, entry);
    if (!module) return original;
    found.set(path.resolve(fileName), { ...module, original });
    return module.text;
  };
}

/**
 * Files of the prelude of which the program needs no word are empty. They are asked for last, when all texts of the
 * program are known, after the host's declarations; what was asked for before, the program's files import.
 */
function leavesOutPrelude(host: ts.CompilerHost, prelude: readonly string[]): void {
  const texts = new Map<string, string>();
  const files = new Set(prelude);
  let needed: ReadonlySet<string> | undefined;
  const readFile = host.readFile.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (fileName, language, ...rest) => {
    if (!files.has(fileName)) {
      const file = getSourceFile(fileName, language, ...rest);
      if (file && !file.isDeclarationFile) texts.set(fileName, file.text);
      if (path.resolve(fileName) === hostFile) {
        const all = prelude.map((name) => [name, readFile(name) ?? ""] as const);
        needed = possiblyNeeded(new Map(all), [...texts.values()]);
      }
      return file;
    }
    return !needed || needed.has(fileName)
      ? getSourceFile(fileName, language, ...rest)
      : tsc.createSourceFile(fileName, "export {};", language);
  };
}

/** A file of data is a module that parses its text when it is loaded. */
function dataModule(
  fileName: string,
  text: string | undefined,
  language: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile | undefined {
  if (text === undefined) return undefined;
  const module = `export default JSON.parse(${JSON.stringify(text.replace(/^\ufeff/, ""))});\n`;
  return tsc.createSourceFile(fileName, module, language, false, tsc.ScriptKind.TS);
}

function createHost(
  read: ReadFile | undefined,
  entry: string,
  commonJs: Map<string, CommonJsFile>,
  prelude: readonly string[],
): ts.CompilerHost {
  const host = tsc.createCompilerHost(options);
  if (read) {
    const readFile = host.readFile.bind(host);
    host.readFile = (fileName) => read(fileName) ?? readFile(fileName);
    const fileExists = host.fileExists.bind(host);
    host.fileExists = (fileName) => read(fileName) !== undefined || fileExists(fileName);
  }
  readsCommonJs(host, entry, commonJs);
  extendsHostModules(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (fileName, language, ...rest) => {
    if (fileName.endsWith(".json")) return dataModule(fileName, host.readFile(fileName), language);
    if (!read && !isScript(fileName)) return getSourceFile(fileName, language, ...rest);
    const text = host.readFile(fileName);
    return text === undefined ? undefined : tsc.createSourceFile(fileName, text, language);
  };
  // Comments of the library are a fifth of the time to load it.
  host.jsDocParsingMode = tsc.JSDocParsingMode.ParseNone;
  keepsLibraryFiles(host);
  leavesOutPrelude(host, prelude);
  return host;
}

/** The first of the names is the program's entry. Of the prelude only what the others may need is read. */
export function loadProgram(
  rootNames: readonly string[],
  read?: ReadFile,
  prelude: readonly string[] = [],
): SourceProgram {
  const commonJs = new Map<string, CommonJsFile>();
  const host = createHost(read, rootNames[0] ?? "", commonJs, prelude);
  const names = [...rootNames, hostFile, ...prelude];
  const program = tsc.createProgram({ rootNames: names, options, host });
  const lenient = (): ts.Program =>
    tsc.createProgram({
      rootNames: names,
      options: { ...options, strict: false },
      host,
      oldProgram: program,
    });
  return { program, checker: program.getTypeChecker(), lenient, commonJs };
}

export function readText(fileName: string): string | undefined {
  try {
    return readFileSync(fileName, "utf8");
  } catch {
    return undefined;
  }
}
