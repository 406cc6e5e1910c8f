/** The oracle's side: a program's files with their types erased by TypeScript, for Node to run as they are. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../checker/package-root.ts";
import { readText } from "../checker/source-program.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { commonJsAsModule } from "../modules/commonjs.ts";
import { CommonJsFiles } from "../modules/commonjs-files.ts";

const compilerOptions: ts.CompilerOptions = {
  target: tsc.ScriptTarget.ES2022,
  module: tsc.ModuleKind.ESNext,
  useDefineForClassFields: true,
  sourceMap: true,
};

/** What the program's frames look like is set up before its first module runs. */
const framesModule = new URL("oracle-frames.js", import.meta.url).href;

/** Heddle's own modules that have a side of their own on Node. */
const ownModules: ReadonlyMap<string, string> = new Map(
  ["gc", "debug", "dispatch"].map((name) => [
    `heddle/${name}`,
    new URL(`${name}-on-node.js`, import.meta.url).href,
  ]),
);

/** Erases the types of a program into `folder`; gives the path of a module that runs it with frames set up. */
export function transpile(file: string, folder: string): string {
  const entry = path.relative(folder, eraseTypes(file, folder)).split(path.sep).join("/");
  const main = path.join(folder, "heddle-main.mjs");
  writeFileSync(main, `import "${framesModule}";\nimport "./${entry}";\n`);
  return main;
}

/**
 * Writes the file and what it imports by relative paths into `folder` as `.mjs`, each with its source map; gives the
 * entry's new path. `ready`: modules that need not be written, by their specifiers.
 */
export function eraseTypes(
  file: string,
  folder: string,
  ready: (specifier: string) => string | undefined = (specifier) => ownModules.get(specifier),
): string {
  const written = new Map<string, string>();
  const root = path.dirname(path.resolve(file));
  const files = new CommonJsFiles(readText);
  const write = (source: string): string => {
    const known = written.get(source);
    if (known !== undefined) return known;
    const target = path.join(folder, placeOf(root, source));
    written.set(source, target);
    const text = commonJsAsModule(files, source, file)?.text ?? readText(source);
    if (text === undefined) return target;
    if (source.endsWith(".json")) {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
      return target;
    }
    const erased = tsc.transpileModule(text, { compilerOptions, fileName: source });
    const output = withSpecifiers(erased.outputText, (specifier) => {
      const own = ready(specifier);
      if (own !== undefined) return own;
      const imported = resolveImport(specifier, source);
      if (imported === undefined) return undefined;
      const relative = path.relative(path.dirname(target), write(imported)).split(path.sep).join("/");
      return relative.startsWith(".") ? relative : `./${relative}`;
    });
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, output);
    const map = { ...JSON.parse(erased.sourceMapText ?? "{}"), sources: [source] };
    writeFileSync(`${target}.map`, JSON.stringify(map));
    return target;
  };
  return write(path.resolve(file));
}

/** Files outside the entry's folder go below folders named `up`. */
function placeOf(root: string, source: string): string {
  const relative = path.relative(root, source).split(path.sep);
  const parts = relative.map((part) => (part === ".." ? "up" : part));
  const place = path.join(...parts);
  return source.endsWith(".json") ? place : place.replace(/\.[^./\\]*$/, ".mjs");
}

function resolveImport(specifier: string, from: string): string | undefined {
  if (specifier === "heddle/memory") return path.join(packageRoot, "src", "memory", "memory.ts");
  if (specifier === "heddle/tagged") return path.join(packageRoot, "src", "runtime", "modules", "tagged.ts");
  if (!specifier.startsWith(".")) return undefined;
  const exact = path.resolve(path.dirname(from), specifier);
  const candidates = [
    exact,
    exact.replace(/\.m?js$/, ".ts"),
    `${exact}.ts`,
    `${exact}.js`,
    `${exact}.cjs`,
    path.join(exact, "index.ts"),
    path.join(exact, "index.js"),
  ];
  return candidates.find((one) => /\.([mc]?[jt]s|json)$/.test(one) && existsSync(one));
}

/** Replaces the module names of imports and exports in erased text. */
function withSpecifiers(text: string, replace: (specifier: string) => string | undefined): string {
  const file = tsc.createSourceFile("module.mjs", text, tsc.ScriptTarget.ES2022, false, tsc.ScriptKind.JS);
  let result = "";
  let done = 0;
  for (const statement of file.statements) {
    if (!tsc.isImportDeclaration(statement) && !tsc.isExportDeclaration(statement)) continue;
    const specifier = statement.moduleSpecifier;
    if (!specifier || !tsc.isStringLiteral(specifier)) continue;
    const replaced = replace(specifier.text);
    if (replaced === undefined) continue;
    result += text.slice(done, specifier.getStart(file)) + JSON.stringify(replaced);
    done = specifier.getEnd();
  }
  return result + text.slice(done);
}
