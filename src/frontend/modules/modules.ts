/** The modules of a program: which imports load a module, in which order they run, how their names begin. */
import path from "node:path";
import { memoryFolder, modulesFolder, preludeFolder, type SourceProgram } from "../checker/source-program.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { SourceModule } from "../names/bindings.ts";

/** An import or re-export that loads a module when the program runs. */
export interface ModuleRequest {
  readonly specifier: ts.StringLiteral;
  /** Undefined if it was not found or is not source. */
  readonly target: ts.SourceFile | undefined;
}

/** Type-only imports load nothing; so do imports of which no name is used as a value, as TypeScript erases them. */
export function moduleRequests(source: SourceProgram, file: ts.SourceFile): ModuleRequest[] {
  const result: ModuleRequest[] = [];
  let used: Set<string> | undefined;
  for (const statement of file.statements) {
    let specifier: ts.Expression | undefined;
    if (tsc.isImportDeclaration(statement)) {
      used ??= namesUsedAsValues(file);
      if (isErased(statement, used)) continue;
      specifier = statement.moduleSpecifier;
    } else if (tsc.isExportDeclaration(statement) && !statement.isTypeOnly) {
      specifier = statement.moduleSpecifier;
    }
    if (!specifier || !tsc.isStringLiteral(specifier)) continue;
    const target = source.checker.getSymbolAtLocation(specifier)?.valueDeclaration;
    result.push({ specifier, target: target && tsc.isSourceFile(target) ? target : undefined });
  }
  return result;
}

function isErased(statement: ts.ImportDeclaration, used: ReadonlySet<string>): boolean {
  const clause = statement.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  if (clause.name && used.has(clause.name.text)) return false;
  const bindings = clause.namedBindings;
  if (!bindings) return true;
  if (tsc.isNamespaceImport(bindings)) return !used.has(bindings.name.text);
  return bindings.elements.every((one) => one.isTypeOnly || !used.has(one.name.text));
}

function namesUsedAsValues(file: ts.SourceFile): Set<string> {
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (tsc.isIdentifier(node)) used.add(node.text);
    else if (tsc.isPropertyAccessExpression(node)) visit(node.expression);
    else if (tsc.isExpressionWithTypeArguments(node)) visit(node.expression);
    else if (tsc.isHeritageClause(node)) {
      if (node.token === tsc.SyntaxKind.ExtendsKeyword) node.types.forEach(visit);
    } else if (tsc.isTypeNode(node) || tsc.isInterfaceDeclaration(node) || tsc.isTypeAliasDeclaration(node))
      return;
    else if (tsc.isImportDeclaration(node)) return;
    else tsc.forEachChild(node, visit);
  };
  tsc.forEachChild(file, visit);
  return used;
}

export function isMemoryFile(file: ts.SourceFile): boolean {
  return path.dirname(path.resolve(file.fileName)) === memoryFolder;
}

export interface ModuleOptions {
  /** All of it is system code; names begin with paths below this folder. */
  readonly systemFolder?: string | undefined;
  /** Names of its modules begin with a prefix, wherever the folder is. */
  readonly outside?: OutsideFolder | undefined;
  readonly allowSystem: boolean;
}

export interface OutsideFolder {
  readonly folder: string;
  readonly prefix: string;
}

/** The modules reached from `roots`, each after those it imports. */
export function orderModules(
  source: SourceProgram,
  roots: readonly ts.SourceFile[],
  options: ModuleOptions,
): { modules: SourceModule[]; requests: ModuleRequest[] } {
  const done: ts.SourceFile[] = [];
  const open = new Set<ts.SourceFile>();
  const seen = new Set<ts.SourceFile>();
  const cyclic = new Set<ts.SourceFile>();
  const system = new Set<ts.SourceFile>();
  const requests: ModuleRequest[] = [];
  const visit = (file: ts.SourceFile): void => {
    seen.add(file);
    open.add(file);
    for (const request of moduleRequests(source, file)) {
      requests.push(request);
      const { target } = request;
      if (!target || target.isDeclarationFile || target === file) continue;
      if (isMemoryFile(target)) {
        if (options.allowSystem) system.add(file);
        continue;
      }
      if (open.has(target)) {
        let within = false;
        for (const one of open) {
          within ||= one === target;
          if (within) cyclic.add(one);
        }
      } else if (!seen.has(target)) visit(target);
    }
    open.delete(file);
    done.push(file);
  };
  for (const root of roots) if (!seen.has(root)) visit(root);

  const prefixes = modulePrefixes(done, options.systemFolder, options.outside);
  const modules = done.map((file): SourceModule => {
    const folder = path.dirname(path.resolve(file.fileName));
    const prelude = folder === preludeFolder || folder === modulesFolder;
    return {
      file,
      prefix: prefixes.get(file) ?? "module",
      system: !prelude && (options.systemFolder !== undefined || system.has(file)),
      prelude,
      cyclic: cyclic.has(file),
    };
  });
  return { modules, requests };
}

function withoutExtension(fileName: string): string {
  return fileName.replace(/\.[^./]*$/, "");
}

/** A module of Node's own. */
export function isHostModule(file: ts.SourceFile): boolean {
  return path.dirname(path.resolve(file.fileName)) === modulesFolder;
}

const reserved = ["node", "prelude", "runtime", "memory", "builtin", "collectors", "heddle"];

/** The file's base name, or its path relative to the entry's folder where that is not unique. */
function modulePrefixes(
  files: readonly ts.SourceFile[],
  systemFolder: string | undefined,
  outside: OutsideFolder | undefined,
): Map<ts.SourceFile, string> {
  const result = new Map<ts.SourceFile, string>();
  const isPrelude = (file: ts.SourceFile): boolean =>
    path.dirname(path.resolve(file.fileName)) === preludeFolder;
  const own = files.filter((file) => !isPrelude(file) && !isHostModule(file));
  const entry = own[own.length - 1];
  const folder = systemFolder ?? (entry ? path.dirname(path.resolve(entry.fileName)) : ".");
  const base = (file: ts.SourceFile): string => legalName(withoutExtension(path.basename(file.fileName)));
  const relative = (from: string, file: ts.SourceFile): string =>
    path.relative(from, path.resolve(file.fileName)).split(path.sep).join("/");
  const below = (file: ts.SourceFile): string => {
    const within = outside && relative(outside.folder, file);
    const name =
      within?.startsWith("../") === false ? `${outside?.prefix}/${within}` : relative(folder, file);
    return legalName(withoutExtension(name));
  };
  const count = new Map<string, number>();
  for (const file of own) count.set(base(file), (count.get(base(file)) ?? 0) + 1);
  for (const file of files) {
    const name = base(file);
    // `arrays-sort.ts` has more of what `arrays.ts` has: methods are found by the kind.
    if (isHostModule(file)) result.set(file, `node.${name}`);
    else if (isPrelude(file))
      result.set(file, name === "errors" ? "prelude" : `prelude.${name.replace(/^(arrays)-.*/, "$1")}`);
    else if (systemFolder !== undefined) result.set(file, below(file).replaceAll("/", "."));
    else if (reserved.includes(name)) result.set(file, `./${below(file)}`);
    else result.set(file, count.get(name) === 1 ? name : below(file));
  }
  return result;
}

/** Names in graphs have no whitespace, parentheses, commas, braces, quotes or colons. */
export function legalName(name: string): string {
  return name.replace(/[\s(),{}"'`:]/g, "_");
}
