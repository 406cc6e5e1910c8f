/**
 * System code: run-time and collectors. Their exported functions are called from outside; what their parameters are
 * declared to be is what annotate starts from.
 */
import path from "node:path";
import type { Program } from "../../graph/program.ts";
import {
  booleanType,
  floatType,
  intType,
  objectType,
  stringType,
  undefinedType,
  type ValueType,
} from "../../graph/types.ts";
import { referenceClass } from "../../graph/well-known.ts";
import { Messages } from "../../source/messages.ts";
import { reportDiagnostics } from "../checker/diagnostics.ts";
import { loadProgram } from "../checker/source-program.ts";
import { shownName } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { preludeFiles } from "../frontend.ts";
import type { SourceModule } from "../names/bindings.ts";
import { translateModules } from "../translate-modules.ts";
import type { Translation } from "../translation.ts";
import { parametersOf } from "../tree/function-shape.ts";
import { hasModifier } from "../tree/syntax-tree.ts";
import { type OutsideFolder, orderModules } from "./modules.ts";

/** A function that is called from outside. */
export interface Root {
  readonly function: string;
  readonly params: readonly ValueType[];
  readonly result: ValueType;
}

export interface SystemProgram {
  /** Of level high. Its entry runs the modules' own statements. */
  readonly program: Program;
  readonly messages: Messages;
  readonly sources: Map<string, string>;
  readonly roots: readonly Root[];
}

/**
 * Translates modules of system code. Names begin with the file's path below `folder`: `collectors.semispace.runtime.f`,
 * `runtime.strings.concat.concat`. Those in the `outside` folder have its prefix.
 */
export function translateSystemModules(
  files: readonly string[],
  folder: string,
  outside?: OutsideFolder,
): SystemProgram {
  const messages = new Messages();
  const sources = new Map<string, string>();
  const entries = files.map((file) => path.resolve(file));
  const source = loadProgram([...entries, ...preludeFiles]);
  const found = [...preludeFiles, ...entries].flatMap((name) => source.program.getSourceFile(name) ?? []);
  const { modules } = orderModules(source, found, {
    allowSystem: true,
    systemFolder: path.resolve(folder),
    outside,
  });
  for (const { file } of modules) sources.set(shownName(file.fileName), file.text);
  // Our own is checked with all of us.
  const outer = modules.map(({ file }) => file).filter((file) => isBelow(file, outside?.folder));
  reportDiagnostics(source, outer, messages);
  const translation = translateModules(source, modules, "initialize", messages);
  const isEntry = (one: SourceModule): boolean => entries.includes(path.resolve(one.file.fileName));
  const roots = modules.filter(isEntry).flatMap((one) => rootsOf(translation, one));
  return { program: translation.program, messages, sources, roots };
}

function isBelow(file: ts.SourceFile, folder: string | undefined): boolean {
  return folder !== undefined && path.resolve(file.fileName).startsWith(folder + path.sep);
}

function rootsOf(translation: Translation, module: SourceModule): Root[] {
  return module.file.statements.flatMap((statement) => {
    if (!tsc.isFunctionDeclaration(statement) || !statement.body) return [];
    if (!hasModifier(statement, tsc.SyntaxKind.ExportKeyword)) return [];
    const info = translation.names.functionOf(statement);
    const params = parametersOf(statement).map((one) => seedOf(one.type));
    const result = seedOf(statement.type);
    const target = translation.program.functions.get(info.name);
    if (!target || !result || params.some((one) => one === undefined)) return [];
    const words = params.map((one) => one?.word).join(",");
    target.notes.seed = words === "" ? `-> ${result.word}` : `${words} -> ${result.word}`;
    return [
      { function: info.name, params: params.flatMap((one) => (one ? [one.type] : [])), result: result.type },
    ];
  });
}

interface Seed {
  readonly word: string;
  readonly type: ValueType;
}

/** What is known of a value of which nothing is known. */
const anyValue: ValueType = {
  undefined: true,
  null: true,
  boolean: true,
  string: true,
  bigint: true,
  symbol: true,
  number: floatType.number,
  objects: [referenceClass],
};

/** A declared type as a seed; undefined for those that only flow can tell, such as classes and arrays. */
function seedOf(node: ts.TypeNode | undefined): Seed | undefined {
  if (!node) return undefined;
  switch (node.kind) {
    case tsc.SyntaxKind.NumberKeyword:
      return { word: "int", type: intType };
    case tsc.SyntaxKind.StringKeyword:
      return { word: "string", type: stringType };
    case tsc.SyntaxKind.BooleanKeyword:
      return { word: "bool", type: booleanType };
    case tsc.SyntaxKind.VoidKeyword:
    case tsc.SyntaxKind.NeverKeyword:
      return { word: "void", type: undefinedType };
    case tsc.SyntaxKind.UnknownKeyword:
      return { word: "value", type: anyValue };
    case tsc.SyntaxKind.TypeReference: {
      const name = (node as ts.TypeReferenceNode).typeName.getText();
      if (name === "float") return { word: "float", type: floatType };
      if (name === "Reference") return { word: "ref", type: objectType(referenceClass) };
      return undefined;
    }
    default:
      return undefined;
  }
}
