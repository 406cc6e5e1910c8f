/**
 * Globals of Node's that are written in the language itself: `process`, `Date`. Their modules are loaded for programs
 * that mention the name; the checker knows them by their declarations, the translation by the module's export.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { modulesFolder, type ReadFile, readText } from "../checker/source-program.ts";
import { type ts, tsc } from "../checker/typescript.ts";

const filesOfGlobals: Readonly<Record<string, string>> = {
  Buffer: "buffer.ts",
  Date: "date.ts",
  process: "process.ts",
  TextDecoder: "text-coding.ts",
  TextEncoder: "text-coding.ts",
};

/** Of these objects some functions are known to lowering; the others are a module's. */
const filesOfFunctions: readonly (readonly [calls: RegExp, file: string])[] = [
  [/\bconsole\s*\.\s*(assert|count|dir|group|table|time|trace)/, "console.ts"],
  [
    /\bprocess\s*\.\s*(on|once|off|emit|addListener|prependListener|removeListener|removeAllListeners|listenerCount)\b/,
    "process-events.ts",
  ],
  [/\bof\s+(process\s*\.\s*)?stdin\b|\bstdin\b(?!\s*(\.\s*(fd|isTTY)\b|[,})]))/, "standard-input.ts"],
  [
    /\bprocess\s*\.\s*env\b(?!\s*(\.|\[|\?\.))|\benv\s*(\.\s*\w+|\[[^\]]*\])\s*[-+*|&?]{0,3}=(?!=)|\bdelete\s+process\b/,
    "environment.ts",
  ],
  [/\bJSON\s*\.\s*parse\b|["'][^"'\n]+\.json["']/, "json.ts"],
  [/\bJSON\s*\.\s*stringify\s*\([^;]*[,{]/, "json-replace.ts"],
  [/\b(atob|btoa)\b/, "text-coding.ts"],
  [/\btoString\b|=\s*Object\s*\.\s*prototype\b/, "object-prototype.ts"],
  [/\bprototype\b|\bObject\s*\.\s*(create|setPrototypeOf)\b|__proto__/, "prototype-chain.ts"],
  [/\bstructuredClone\b/, "structured-clone.ts"],
  [/\b(freeze|seal|preventExtensions)\b/, "frozen-arrays.ts"],
  [/\bgetOwnPropertyDescriptor|\bpropertyIsEnumerable\b/, "property-descriptors.ts"],
];

/** The modules of the globals that a program's texts mention, by the globals' names. */
export function mentionedGlobals(entry: string, read: ReadFile | undefined): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = read?.(file) ?? readText(file);
    if (text === undefined) return;
    for (const [name, module] of Object.entries(filesOfGlobals))
      if (new RegExp(`\\b${name}\\b`).test(text)) result.set(name, path.join(modulesFolder, module));
    for (const [calls, module] of filesOfFunctions)
      if (calls.test(text)) result.set(calls.source, path.join(modulesFolder, module));
    for (const [, specifier] of text.matchAll(/(?:from|import|require\()\s*["'](\.[^"']*)["']/g))
      for (const one of candidates(path.resolve(path.dirname(file), specifier as string))) visit(one);
  };
  visit(path.resolve(entry));
  return result;
}

/** The files that a relative specifier may mean. */
function candidates(exact: string): string[] {
  const names = [
    exact,
    exact.replace(/\.m?js$/, ".ts"),
    `${exact}.ts`,
    `${exact}.js`,
    path.join(exact, "index.ts"),
    path.join(exact, "index.js"),
  ];
  return names.filter((one) => /\.[mc]?[jt]s$/.test(one) && existsSync(one));
}

/** What a module declares under a name: a class, function or variable. */
export function exportNamed(file: ts.SourceFile, name: string): ts.Node | undefined {
  for (const statement of file.statements) {
    if (tsc.isVariableStatement(statement)) {
      const found = statement.declarationList.declarations.find((one) => one.name.getText() === name);
      if (found) return found;
    } else if (
      (tsc.isClassDeclaration(statement) || tsc.isFunctionDeclaration(statement)) &&
      statement.name?.text === name
    )
      return statement;
  }
  return undefined;
}
