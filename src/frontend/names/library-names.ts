/** Names of the language's library: `Math.floor`, `console.log`, `Error`, as the checker resolves them. */
import { isBuiltin } from "../../graph/builtins.ts";
import { byteTypes, typedArrayKinds } from "../../graph/byte-types.ts";
import { type Constant, constants } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { isMemoryFile } from "../modules/modules.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import type { NameTable } from "./name-table.ts";

/** The dotted name of something of the library; undefined for the program's own things. */
export function libraryName(names: NameTable, given: ts.Expression): string | undefined {
  const name = dottedName(names, given);
  if (name !== undefined && names.libraryAdditions.has(name)) return undefined;
  return name !== undefined && isTranslated(names, given) && !isBuiltin(builtinNameOf(name))
    ? undefined
    : name;
}

function dottedName(names: NameTable, given: ts.Expression): string | undefined {
  const node = skipErased(given);
  if (tsc.isIdentifier(node)) return libraryGlobal(names, node);
  if (tsc.isPropertyAccessExpression(node) && !node.questionDotToken) {
    if (isGlobalObject(names, node.expression)) return libraryGlobal(names, node.name as ts.Identifier);
    const object = dottedName(names, node.expression);
    if (object === undefined || !hasLibraryMembers(object)) return undefined;
    const name = `${object}.${node.name.text}`;
    return inheritedByObject.get(name) ?? name;
  }
  return undefined;
}

/** The name `globalThis`, where the program declares nothing of that name: to the checker it is a namespace. */
export function isGlobalObject(names: NameTable, given: ts.Expression): boolean {
  const node = skipErased(given);
  if (!tsc.isIdentifier(node) || node.text !== "globalThis") return false;
  return ((names.symbolOf(node)?.flags ?? 0) & tsc.SymbolFlags.Module) !== 0;
}

/** Members of a global that is written in the language itself are looked up there. */
function isTranslated(names: NameTable, given: ts.Expression): boolean {
  let node = skipErased(given);
  while (tsc.isPropertyAccessExpression(node)) node = skipErased(node.expression);
  return tsc.isIdentifier(node) && names.globalNamed(node) !== undefined;
}

function hasLibraryMembers(object: string): boolean {
  return libraryObjects.has(object) || prototypes.test(object) || calledMethods.test(object);
}

const prototypes = /^(Array|String|Number|Boolean|Function|Object)\.prototype$/;

/** Methods that calls with another `this` know by their names; others are values. */
const calledMethods = /^(Array|String)\.prototype\.\w+$|^Object\.prototype\.hasOwnProperty$/;

/** `Object` is an object too, and has from `Object.prototype` what programs borrow by the shorter name. */
const inheritedByObject: ReadonlyMap<string, string> = new Map([
  ["Object.hasOwnProperty", "Object.prototype.hasOwnProperty"],
]);

/** What has members that belong to the library by name. Properties of anything else are looked up on its value. */
const libraryObjects = new Set([
  "Math",
  "Number",
  "String",
  "Boolean",
  "Object",
  "Array",
  "JSON",
  "Reflect",
  "Symbol",
  "Promise",
  "BigInt",
  "ArrayBuffer",
  ...Object.keys(typedArrayKinds),
  "Date",
  "Intl",
  "console",
  "process",
  "process.stdout",
  "process.stderr",
  "process.env",
  "performance",
  "memory.state",
]);

function libraryGlobal(names: NameTable, node: ts.Identifier): string | undefined {
  const symbol = names.symbolOf(node);
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  if (!symbol || !declaration) return undefined;
  if (names.modules.has(declaration.getSourceFile())) return aliasedName(names, declaration);
  // What system code imports of the machine goes by the name it has there.
  return isMemoryFile(declaration.getSourceFile()) ? `memory.${symbol.name}` : node.text;
}

/**
 * `const { log } = console`, `const max = Math.max`, `const M = Math`: constants that are other names for what the
 * library has. They need no variable.
 */
export function aliasedName(names: NameTable, declaration: ts.Node): string | undefined {
  if (tsc.isBindingElement(declaration)) {
    const pattern = declaration.parent;
    const owner = isPlainPattern(pattern) ? objectTakenApart(names, pattern) : undefined;
    const key = declaration.propertyName ?? declaration.name;
    return owner === undefined ? undefined : `${owner}.${(key as ts.Identifier).text}`;
  }
  if (!tsc.isVariableDeclaration(declaration) || !isAliasing(declaration)) return undefined;
  return tsc.isIdentifier(declaration.name) ? aliasable(names, declaration.initializer) : undefined;
}

/** All elements are names for members. */
function isPlainPattern(pattern: ts.BindingPattern): pattern is ts.ObjectBindingPattern {
  return (
    tsc.isObjectBindingPattern(pattern) &&
    pattern.elements.every(
      ({ name, propertyName, initializer, dotDotDotToken }) =>
        tsc.isIdentifier(name) &&
        (!propertyName || tsc.isIdentifier(propertyName)) &&
        !initializer &&
        !dotDotDotToken,
    )
  );
}

function objectTakenApart(names: NameTable, pattern: ts.ObjectBindingPattern): string | undefined {
  const { parent } = pattern;
  if (!tsc.isVariableDeclaration(parent) || !isAliasing(parent)) return undefined;
  const name = aliasable(names, parent.initializer);
  return name !== undefined && hasLibraryMembers(name) ? name : undefined;
}

function isAliasing(declaration: ts.VariableDeclaration): boolean {
  const isConst = (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.BlockScoped) === tsc.NodeFlags.Const;
  return isConst && declaration.initializer !== undefined;
}

/** Functions and objects that never change; the library's variables and constants are values. */
function aliasable(names: NameTable, given: ts.Expression | undefined): string | undefined {
  const node = given && skipErased(given);
  if (!node || !(tsc.isIdentifier(node) || tsc.isPropertyAccessExpression(node))) return undefined;
  const name = libraryName(names, node);
  if (name === undefined || !/^(Math|Number|String|Object|Array|JSON|console)(\.|$)/.test(name))
    return undefined;
  return libraryConstants[name] ? undefined : name;
}

/** Other names for the same function. */
const sameAs: Readonly<Record<string, string>> = {
  "console.info": "console.log",
  "console.debug": "console.log",
  "console.warn": "console.error",
  "Number.parseFloat": "parseFloat",
  "Number.parseInt": "parseInt",
};

export function builtinNameOf(name: string): string {
  return sameAs[name] ?? name;
}

export const libraryConstants: Readonly<Record<string, Constant>> = {
  NaN: constants.float(Number.NaN),
  Infinity: constants.float(Number.POSITIVE_INFINITY),
  ...Object.fromEntries(
    Object.entries(typedArrayKinds).map(([name, { type }]) => [
      `${name}.BYTES_PER_ELEMENT`,
      constants.int(byteTypes[type].size),
    ]),
  ),
  "Math.PI": constants.float(Math.PI),
  "Math.E": constants.float(Math.E),
  "Math.LN2": constants.float(Math.LN2),
  "Math.LN10": constants.float(Math.LN10),
  "Math.LOG2E": constants.float(Math.LOG2E),
  "Math.LOG10E": constants.float(Math.LOG10E),
  "Math.SQRT2": constants.float(Math.SQRT2),
  "Math.SQRT1_2": constants.float(Math.SQRT1_2),
  "Number.MAX_SAFE_INTEGER": constants.int(Number.MAX_SAFE_INTEGER),
  "Number.MIN_SAFE_INTEGER": constants.int(Number.MIN_SAFE_INTEGER),
  "Number.MAX_VALUE": constants.float(Number.MAX_VALUE),
  "Number.MIN_VALUE": constants.float(Number.MIN_VALUE),
  "Number.EPSILON": constants.float(Number.EPSILON),
  "Number.POSITIVE_INFINITY": constants.float(Number.POSITIVE_INFINITY),
  "Number.NEGATIVE_INFINITY": constants.float(Number.NEGATIVE_INFINITY),
  "Number.NaN": constants.float(Number.NaN),
};

/** The graph's name of the class that an expression names; of the library only the error classes. */
export function classNamed(f: FunctionContext, given: ts.Expression): string | undefined {
  const node = skipErased(given);
  const { names } = f.translation;
  const binding = bindingOfName(names, node);
  if (binding?.kind === "class") return binding.name;
  if (binding?.kind === "function-binding") return f.translation.prototypes.classOf(binding)?.info.name;
  const name = libraryName(names, node);
  return name === undefined ? undefined : f.translation.preludeClass(name)?.name;
}

/** The binding of a name, or of a member of a namespace import. */
export function bindingOfName(names: NameTable, node: ts.Expression): ReturnType<NameTable["bindingOf"]> {
  if (tsc.isIdentifier(node)) return names.bindingOf(node);
  if (!tsc.isPropertyAccessExpression(node)) return undefined;
  const inNamespace = names.namespaceMember(node.name);
  if (inNamespace || !isNamespace(names, node.expression)) return inNamespace;
  return names.bindingOf(node.name);
}

/** True for `ns` of `import * as ns`. */
export function isNamespace(names: NameTable, given: ts.Expression): boolean {
  const node = skipErased(given);
  if (tsc.isPropertyAccessExpression(node))
    return isNamespace(names, node.expression) && namesModule(names, node.name);
  if (!tsc.isIdentifier(node)) return false;
  const declaration = names.checker.getSymbolAtLocation(node)?.declarations?.[0];
  if (declaration === undefined) return false;
  if (tsc.isNamespaceImport(declaration) || tsc.isNamespaceExport(declaration)) return true;
  return namesModule(names, node);
}

function namesModule(names: NameTable, node: ts.MemberName | ts.Identifier): boolean {
  const target = names.symbolOf(node)?.valueDeclaration;
  return target !== undefined && tsc.isSourceFile(target);
}
