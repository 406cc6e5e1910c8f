/** The CommonJS files of a program, each parsed once: which files are, what they ask for, whether loading one can be seen. */
import path from "node:path";
import { type ts, tsc } from "../checker/typescript.ts";
import { CommonJsExports } from "./commonjs-exports.ts";
import { isLoud, requiredName } from "./commonjs-syntax.ts";

/** A cheap look before the parser's. */
const hint = /\brequire\s*\(|\bmodule\s*\.\s*exports\b|\bexports\s*\.|\brequire\.main\b/;

/** Only JavaScript is CommonJS. */
export function isScript(fileName: string): boolean {
  return /\.c?js$/.test(fileName);
}

export class CommonJsFiles {
  readonly #read: (fileName: string) => string | undefined;
  readonly #files = new Map<string, ts.SourceFile | undefined>();
  readonly #exports = new Map<ts.SourceFile, CommonJsExports>();
  readonly #requests = new Map<string, readonly string[]>();

  constructor(read: (fileName: string) => string | undefined) {
    this.#read = read;
  }

  /** The file's syntax tree, if it is CommonJS: JavaScript that uses its names and neither imports nor exports. */
  commonJs(fileName: string): ts.SourceFile | undefined {
    if (!isScript(fileName)) return undefined;
    if (this.#files.has(fileName)) return this.#files.get(fileName);
    const text = this.#read(fileName);
    const file = text !== undefined && hint.test(text) ? parse(fileName, text) : undefined;
    const found = file && !file.statements.some(isModuleSyntax) ? file : undefined;
    this.#files.set(fileName, found);
    return found;
  }

  exportsOf(file: ts.SourceFile): CommonJsExports {
    let found = this.#exports.get(file);
    if (!found) {
      found = new CommonJsExports(file);
      this.#exports.set(file, found);
    }
    return found;
  }

  /** The file behind a relative name, as Node finds it. */
  resolve(from: ts.SourceFile, specifier: string): string | undefined {
    if (!specifier.startsWith(".")) return undefined;
    const exact = path.resolve(path.dirname(from.fileName), specifier);
    const candidates = [exact, `${exact}.js`, `${exact}.cjs`, path.join(exact, "index.js")];
    return candidates.find((one) => isScript(one) && this.#read(one) !== undefined);
  }

  /** Whether a file loads another, itself included. */
  reaches(from: string, to: string, seen: Set<string> = new Set()): boolean {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return this.#requestsOf(from).some((one) => this.reaches(one, to, seen));
  }

  /** Loading it, or what it loads, runs more than definitions. */
  isLoudFile(fileName: string, seen: Set<string> = new Set()): boolean {
    if (seen.has(fileName)) return false;
    seen.add(fileName);
    const file = this.commonJs(fileName);
    if (!file || file.statements.some((one) => isLoud(one))) return true;
    return this.#requestsOf(fileName).some((one) => this.isLoudFile(one, seen));
  }

  /** The files that a file asks for. */
  #requestsOf(fileName: string): readonly string[] {
    const known = this.#requests.get(fileName);
    if (known) return known;
    const file = this.commonJs(fileName);
    const result: string[] = [];
    const visit = (node: ts.Node): void => {
      const name = requiredName(node);
      const target = name !== undefined && file ? this.resolve(file, name) : undefined;
      if (target !== undefined) result.push(target);
      tsc.forEachChild(node, visit);
    };
    if (file) visit(file);
    this.#requests.set(fileName, result);
    return result;
  }
}

function parse(fileName: string, text: string): ts.SourceFile {
  return tsc.createSourceFile(fileName, text, tsc.ScriptTarget.ES2022, true, tsc.ScriptKind.JS);
}

function isModuleSyntax(statement: ts.Statement): boolean {
  return (
    tsc.isImportDeclaration(statement) ||
    tsc.isExportDeclaration(statement) ||
    tsc.isExportAssignment(statement) ||
    (tsc.canHaveModifiers(statement) &&
      (tsc.getModifiers(statement) ?? []).some((one) => one.kind === tsc.SyntaxKind.ExportKeyword))
  );
}
