/**
 * CommonJS files (`require`, `exports`) as modules: their text is rewritten so that `const { a } = require("./b")` is an
 * import and `exports.a = a` an export, each in its place, so that lines and columns stay what they are. What cannot be
 * said by imports and exports - a file asked for late or by a computed name, more of `module` than its exports - is refused.
 */
import path from "node:path";
import { type ts, tsc } from "../checker/typescript.ts";
import { type Edit, withEdits } from "../oracle/edits.ts";
import type { CommonJsExports } from "./commonjs-exports.ts";
import type { CommonJsFiles } from "./commonjs-files.ts";
import { isLoud, isMainTest, isRequireCall, requiredName, unusedName } from "./commonjs-syntax.ts";

/** A place that cannot be rewritten, for a message. */
export interface CommonJsRefusal {
  readonly file: ts.SourceFile;
  readonly node: ts.Node;
  readonly what: "requireLate" | "requireComputed" | "exportsAtRunTime" | "requireCycle";
  readonly name: string;
}

export interface CommonJsText {
  readonly text: string;
  readonly refusals: readonly CommonJsRefusal[];
}

/** The text of a CommonJS file as a module; undefined if the file is none. `entry` is the program's first file. */
export function commonJsAsModule(
  files: CommonJsFiles,
  fileName: string,
  entry: string,
): CommonJsText | undefined {
  const file = files.commonJs(path.resolve(fileName));
  return file && new Rewriter(files, file, path.resolve(entry) === file.fileName).run();
}

class Rewriter {
  readonly #files: CommonJsFiles;
  readonly #file: ts.SourceFile;
  readonly #exports: CommonJsExports;
  readonly #edits: Edit[] = [];
  readonly #appended: string[] = [];
  readonly #refusals: CommonJsRefusal[] = [];
  /** Names given to whole modules, by module and form. */
  readonly #wholes = new Map<string, string>();
  readonly #isEntry: boolean;

  constructor(files: CommonJsFiles, file: ts.SourceFile, isEntry: boolean) {
    this.#files = files;
    this.#file = file;
    this.#isEntry = isEntry;
    this.#exports = files.exportsOf(file);
  }

  run(): CommonJsText {
    for (const node of this.#exports.unclear) this.#refuse(node, "exportsAtRunTime", "");
    let loud = false;
    for (const statement of this.#file.statements) {
      if (!this.#requireStatement(statement, loud)) this.#visit(statement, loud, true);
      loud ||= isLoud(statement);
    }
    this.#edits.push(...this.#exports.edits);
    this.#appended.push(...this.#exports.declarations());
    const tail = this.#appended.length > 0 ? `\n;${this.#appended.join(" ")}` : "";
    return { text: withEdits(this.#file.text, this.#edits) + tail, refusals: this.#refusals };
  }

  #refuse(node: ts.Node, what: CommonJsRefusal["what"], name: string): void {
    this.#refusals.push({ file: this.#file, node, what, name });
  }

  /** `const x = require("…")` and `const { x } = require("…")` at the top; whether the statement has one. */
  #requireStatement(statement: ts.Statement, loud: boolean): boolean {
    if (!tsc.isVariableStatement(statement)) return false;
    const { declarations } = statement.declarationList;
    const imports = declarations.map((one) => this.#importFor(one, loud));
    if (imports.every((one) => one !== undefined)) {
      this.#edits.push({ start: statement.getStart(), end: statement.getEnd(), text: imports.join(" ") });
      return true;
    }
    for (const [i, one] of declarations.entries()) {
      const text = imports[i];
      if (text === undefined) this.#visit(one, loud, true);
      else {
        this.#appended.push(text);
        this.#edits.push({ start: one.getStart(), end: one.getEnd(), text: "{} = {}" });
      }
    }
    return true;
  }

  /** The import that says the same as a declaration. */
  #importFor({ name, initializer }: ts.VariableDeclaration, loud: boolean): string | undefined {
    const specifier = initializer && requiredName(initializer);
    if (specifier === undefined || !this.#mayLoad(initializer as ts.Node, specifier, loud)) return undefined;
    const isValue = this.#isValue(specifier);
    const from = sourceOf(specifier);
    if (tsc.isIdentifier(name)) return `import ${isValue ? name.text : `* as ${name.text}`} from ${from};`;
    // A pattern takes the names of a module apart; where the module has one value, it takes that apart.
    if (!tsc.isObjectBindingPattern(name) || isValue) return undefined;
    const exports = this.#exportsOf(specifier);
    const names = name.elements.map(importedName);
    if (names.some((one) => one === undefined || exports?.names.has(one.name) === false)) return undefined;
    const list = names.map((one) => (one?.name === one?.as ? one?.name : `${one?.name} as ${one?.as}`));
    return `import { ${list.join(", ")} } from ${from};`;
  }

  /** `require` anywhere else; `require.main === module`. */
  #visit(node: ts.Node, loud: boolean, top: boolean): void {
    const specifier = requiredName(node);
    if (specifier !== undefined) {
      const text = this.#mayLoad(node, specifier, loud || !top) ? this.#whole(specifier) : "null";
      this.#edits.push({ start: node.getStart(), end: node.getEnd(), text });
      return;
    }
    if (isRequireCall(node)) {
      this.#refuse(node, "requireComputed", "");
      this.#edits.push({ start: node.getStart(), end: node.getEnd(), text: "null" });
      return;
    }
    if (isMainTest(node)) {
      this.#edits.push({ start: node.getStart(), end: node.getEnd(), text: String(this.#isEntry) });
      return;
    }
    const within = top && !tsc.isFunctionLike(node);
    tsc.forEachChild(node, (child) => this.#visit(child, loud, within));
  }

  /** Imports run before all else: right only if nothing that shows comes before them, or within what is loaded. */
  #mayLoad(node: ts.Node, specifier: string, late: boolean): boolean {
    const target = this.#files.resolve(this.#file, specifier);
    if (target === undefined) return true;
    if (this.#files.reaches(target, this.#file.fileName)) {
      this.#refuse(node, "requireCycle", specifier);
      return false;
    }
    if (late && this.#files.isLoudFile(target)) {
      this.#refuse(node, "requireLate", specifier);
      return false;
    }
    return true;
  }

  #exportsOf(specifier: string): CommonJsExports | undefined {
    const target = this.#files.resolve(this.#file, specifier);
    const file = target === undefined ? undefined : this.#files.commonJs(target);
    return file && this.#files.exportsOf(file);
  }

  /** The module is one value: what it assigned to `module.exports`, or a file of data. */
  #isValue(specifier: string): boolean {
    return isData(specifier) || this.#exportsOf(specifier)?.value === true;
  }

  /** A name for a module as a value. */
  #whole(specifier: string): string {
    let name = this.#wholes.get(specifier);
    if (name === undefined) {
      name = unusedName(this.#file, `$${this.#wholes.size}`);
      this.#wholes.set(specifier, name);
      const form = this.#isValue(specifier) ? name : `* as ${name}`;
      this.#appended.push(`import ${form} from ${sourceOf(specifier)};`);
    }
    return name;
  }
}

function isData(specifier: string): boolean {
  return specifier.endsWith(".json");
}

/** What stands behind `from`. */
function sourceOf(specifier: string): string {
  const text = JSON.stringify(specifier);
  return isData(specifier) ? `${text} with { type: "json" }` : text;
}

function importedName(one: ts.BindingElement): { name: string; as: string } | undefined {
  if (one.dotDotDotToken || one.initializer || !tsc.isIdentifier(one.name)) return undefined;
  const name = one.propertyName ?? one.name;
  return tsc.isIdentifier(name) ? { name: name.text, as: one.name.text } : undefined;
}
