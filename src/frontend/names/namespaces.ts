/** Namespaces and modules that stand alone, as values: `const m = N`, `Object.keys(N)`, `N[name]`. */
import { type ts, tsc } from "../checker/typescript.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { declarationOfSymbol, type NameTable } from "./name-table.ts";

/** What a namespace or module of the program exports, in the order in which its object lists it. */
export interface NamespaceMember {
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly declaration: ts.Node;
}

/** The namespace or module of the program that an expression means, where it is no class, function or enum as well. */
export function namespaceNamed(names: NameTable, given: ts.Node): ts.Symbol | undefined {
  const node = tsc.isPropertyAccessExpression(given) ? given.name : given;
  const symbol = tsc.isIdentifier(node) ? names.symbolOf(node) : undefined;
  return symbol && isNamespaceOnly(names, symbol) ? symbol : undefined;
}

export function isNamespaceOnly(names: NameTable, { flags, valueDeclaration }: ts.Symbol): boolean {
  if (!valueDeclaration || (flags & tsc.SymbolFlags.ValueModule) === 0) return false;
  if (!tsc.isSourceFile(valueDeclaration) && !tsc.isModuleDeclaration(valueDeclaration)) return false;
  const module = names.modules.get(valueDeclaration.getSourceFile());
  return module !== undefined && !module.prelude;
}

/** `N` is not the `N` of `N.x`. */
export function standsAlone(node: ts.Node): boolean {
  let at = node;
  while (skipErased(at.parent as ts.Expression) === node) at = at.parent;
  const { parent } = at;
  return !(tsc.isPropertyAccessExpression(parent) && parent.expression === at);
}

export function membersOf(names: NameTable, namespace: ts.Symbol): NamespaceMember[] {
  const found = names.checker.getExportsOfModule(namespace).flatMap((one) => {
    const symbol = names.followAliases(one);
    const declaration = symbol.flags & tsc.SymbolFlags.Value ? declarationOfSymbol(symbol) : undefined;
    return declaration
      ? [{ name: one.name, symbol, declaration: names.aliases.get(declaration) ?? declaration }]
      : [];
  });
  const isModule = namespace.valueDeclaration !== undefined && tsc.isSourceFile(namespace.valueDeclaration);
  return found.sort((a, b) => (isModule ? byName(a, b) : byPlace(a, b)));
}

/** What the mention of a name mentions: a namespace as a value is all that it exports. */
export function declarationsMeant(names: NameTable, name: ts.Identifier): ts.Node[] {
  const namespace = standsAlone(name) ? namespaceNamed(names, name) : undefined;
  if (namespace) return allDeclarations(names, namespace);
  const declaration = names.declarationOf(name);
  return declaration ? [declaration] : [];
}

function allDeclarations(names: NameTable, namespace: ts.Symbol): ts.Node[] {
  return membersOf(names, namespace).flatMap(({ symbol, declaration }) =>
    isNamespaceOnly(names, symbol) ? allDeclarations(names, symbol) : [declaration],
  );
}

function byName(a: NamespaceMember, b: NamespaceMember): number {
  return a.name < b.name ? -1 : 1;
}

/** A namespace gets its members as it runs. */
function byPlace({ declaration: a }: NamespaceMember, { declaration: b }: NamespaceMember): number {
  return a.getSourceFile() === b.getSourceFile() ? a.pos - b.pos : 0;
}
