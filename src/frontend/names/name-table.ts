/**
 * Which declaration each name means, and what kind of thing that is: the checker resolves names, this table says what
 * they are to the translation. Filled by `collect-names.ts`, decided by `captures.ts`.
 */
import { classInfo } from "../../graph/program.ts";
import { taggedName } from "../../graph/tagged.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { isMarked } from "../classes/tagged-classes.ts";
import { isHostModule, legalName } from "../modules/modules.ts";
import { copiesOf, fileAround, withCopies } from "../tree/syntax-copies.ts";
import { blockScopeOf, functionNodeOf, rootDeclaration, skipErased } from "../tree/syntax-tree.ts";
import type {
  Binding,
  ClassBinding,
  EnumBinding,
  FunctionBinding,
  FunctionInfo,
  FunctionNode,
  GlobalVariable,
  LocalVariable,
  SourceModule,
} from "./bindings.ts";
import { className, displayName } from "./function-names.ts";
import { unnamedVariable } from "./unnamed-variable.ts";

export interface NameOptions {
  /** Marked classes are tagged. */
  readonly tagged: boolean;
}

export class NameTable {
  readonly checker: ts.TypeChecker;
  readonly modules: Map<ts.SourceFile, SourceModule>;
  readonly bindings = new Map<ts.Node, Binding>();
  readonly functions = new Map<FunctionNode, FunctionInfo>();
  /** The `this` of each function that has its own, by the function's node. */
  readonly thisVariables = new Map<FunctionNode, LocalVariable>();
  readonly homeVariables = new Map<ts.ObjectLiteralExpression, LocalVariable>();
  readonly variablesOfScope = new Map<ts.Node, LocalVariable[]>();
  /** Names of all members that classes and object literals of the program declare (and of functions). */
  readonly memberNames = new Set<string>();
  /** Some code deletes properties. */
  deletes = false;
  /** Names of properties that something assigns. */
  readonly assignedMembers = new Set<string>();
  /** Something reads `constructor` of an object, or `new.target`. */
  mentionsConstructor = false;
  /** Something asks with `instanceof` for a class that no name stands for. */
  testsValues = false;
  /** `Math.clamp`: members that the program gives to objects of the library. */
  readonly libraryAdditions = new Set<string>();
  /** Declarations that other modules may name. */
  readonly exported = new Set<ts.Node>();
  /** Parameters and constants that always stand for one class, by the declaration of that class. */
  readonly aliases = new Map<ts.Node, ts.Node>();
  readonly #taken = new Set<string>();
  readonly #resolved = new Map<ts.Node, ts.Node | undefined>();

  /** Globals that are written in the language itself: their declarations (host-globals.ts). */
  readonly #globals: ReadonlyMap<string, ts.Node>;
  readonly #options: NameOptions;

  constructor(
    checker: ts.TypeChecker,
    modules: readonly SourceModule[],
    globals: ReadonlyMap<string, ts.Node> = new Map(),
    options: NameOptions = { tagged: false },
  ) {
    this.#options = options;
    this.checker = withCopies(checker);
    this.#globals = globals;
    this.modules = new Map(modules.map((one) => [one.file, one]));
  }

  /** The declaration that an identifier names; undefined for names of the language's library and unknown ones. */
  declarationOf(identifier: ts.Node): ts.Node | undefined {
    let declaration = this.#resolved.get(identifier);
    if (!declaration && !this.#resolved.has(identifier)) {
      const found = this.#find(identifier);
      declaration = found && (copiesOf(identifier)?.declarationFor(found) ?? found);
      this.#resolved.set(identifier, declaration);
    }
    return (declaration && this.aliases.get(declaration)) ?? declaration;
  }

  #find(identifier: ts.Node): ts.Node | undefined {
    const symbol = this.symbolOf(identifier);
    const declaration = symbol && declarationOfSymbol(symbol);
    if (!declaration) return undefined;
    if (this.modules.has(declaration.getSourceFile())) return declaration;
    return tsc.isIdentifier(identifier) ? this.globalNamed(identifier) : undefined;
  }

  /** The name means Node's `process`. */
  isHostProcess(identifier: ts.Identifier): boolean {
    const declaration = this.declarationOf(identifier);
    return (
      declaration !== undefined &&
      tsc.isVariableDeclaration(declaration) &&
      isHostModule(declaration.getSourceFile()) &&
      declaration.name.getText() === "process"
    );
  }

  /** The declaration of a global that is written in the language itself. */
  globalNamed(identifier: ts.Identifier): ts.Node | undefined {
    const { parent } = identifier;
    const isMember = tsc.isPropertyAccessExpression(parent) && parent.name === identifier;
    return isMember ? undefined : this.#globals.get(identifier.text);
  }

  symbolOf(identifier: ts.Node): ts.Symbol | undefined {
    const { parent } = identifier;
    const symbol =
      tsc.isShorthandPropertyAssignment(parent) && parent.name === identifier
        ? this.checker.getShorthandAssignmentValueSymbol(parent)
        : tsc.isExportSpecifier(parent)
          ? this.checker.getExportSpecifierLocalTargetSymbol(parent)
          : this.checker.getSymbolAtLocation(identifier);
    return symbol && this.followAliases(symbol);
  }

  followAliases(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & tsc.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  bindingOf(identifier: ts.Node): Binding | undefined {
    const declaration = this.declarationOf(identifier);
    return declaration && this.bindings.get(declaration);
  }

  /** What a name after a dot means that a namespace exports. */
  namespaceMember(name: ts.MemberName): Binding | undefined {
    const declaration = this.declarationOf(name);
    return declaration && isInNamespace(declaration) ? this.bindings.get(declaration) : undefined;
  }

  moduleOf(node: ts.Node): SourceModule {
    const found = this.modules.get(fileAround(node));
    if (!found) throw new Error("a node of no module");
    return found;
  }

  functionNamed(name: string): FunctionInfo | undefined {
    for (const one of this.functions.values()) if (one.name === name) return one;
    return undefined;
  }

  unique(name: string): string {
    let result = legalName(name);
    for (let n = 2; this.#taken.has(result); n++) result = legalName(`${name}${n}`);
    this.#taken.add(result);
    return result;
  }

  /** `outer.object1`, `outer.object2`, …: counted in each function. */
  numbered(inside: FunctionInfo, what: string): string {
    const count = (inside.counters.get(what) ?? 0) + 1;
    inside.counters.set(what, count);
    return this.unique(`${namePrefix(inside)}.${what}${count}`);
  }

  functionOf(node: FunctionNode): FunctionInfo {
    const known = this.functions.get(node);
    if (known) return known;
    const module = this.moduleOf(node);
    const parent = tsc.isSourceFile(node) ? undefined : this.functionOf(functionNodeOf(node));
    const name = tsc.isSourceFile(node)
      ? this.unique(`${module.prefix}.init`)
      : this.#functionName(node, parent);
    const made: FunctionInfo = {
      kind: "function",
      node,
      module,
      parent,
      name,
      displayName: displayName(node),
      isArrow: tsc.isArrowFunction(node),
      usesThis: false,
      free: [],
      mentions: [],
      children: [],
      counters: new Map(),
    };
    this.functions.set(node, made);
    parent?.children.push(made);
    return made;
  }

  #functionName(node: Exclude<FunctionNode, ts.SourceFile>, parent: FunctionInfo | undefined): string {
    const inside = parent ?? this.functionOf(fileAround(node));
    const owner = tsc.isClassLike(node) ? node : tsc.isClassLike(node.parent) ? node.parent : undefined;
    if (owner) {
      const prefix = this.classOf(owner).name;
      if (tsc.isClassLike(node) || tsc.isConstructorDeclaration(node))
        return this.unique(`${prefix}.constructor`);
      const modifiers = tsc.getCombinedModifierFlags(node as ts.MethodDeclaration);
      const statics = modifiers & tsc.ModifierFlags.Static ? "static " : "";
      const kind = tsc.isGetAccessor(node) ? "get " : tsc.isSetAccessor(node) ? "set " : "";
      return this.unique(
        `${prefix}.${statics}${kind}${node.name ? node.name.getText() : "method"}`.replaceAll(" ", "-"),
      );
    }
    const name = givenName(node);
    if (name !== undefined) return this.unique(`${namePrefix(inside)}.${name}`);
    return this.numbered(inside, "closure");
  }

  /** The class's name in graphs is made with its binding, so that members can be named after it. */
  classOf(node: ts.ClassLikeDeclaration): ClassBinding {
    const declaration = classDeclarationOf(node);
    const known = this.bindings.get(declaration);
    if (known?.kind === "class") return known;
    const module = this.moduleOf(node);
    const inside = this.functionOf(functionNodeOf(declaration));
    const given = className(node);
    const plain = this.unique(`${namePrefix(inside)}.${given || "class"}`);
    const name = this.#options.tagged && isMarked(node) ? taggedName(plain) : plain;
    const made: ClassBinding = {
      kind: "class",
      declaration: node,
      module,
      name,
      info: classInfo(name, "class", {
        displayName: given,
        span: spanOf(node.name ?? node),
        typeParameters: (node.typeParameters ?? []).map((one) => one.name.text),
      }),
      variable: {
        kind: "global",
        name,
        declaration: node,
        module,
        constant: true,
        initialisedAt: node.end,
        hoisted: false,
        value: undefined,
        checked: false,
        accesses: [],
      },
      inside,
      parent: undefined,
      staticFields: new Map(),
      staticMethods: new Map(),
      staticGetters: new Map(),
      staticSetters: new Map(),
      constructorFunction: undefined,
      identity: undefined,
      value: undefined,
      members: [],
    };
    this.bindings.set(declaration, made);
    if (declaration !== node) this.bindings.set(node, made);
    return made;
  }

  enumOf(declaration: ts.EnumDeclaration): EnumBinding {
    const made: EnumBinding = { kind: "enum", declaration };
    this.bindings.set(declaration, made);
    return made;
  }

  local(
    declaration: ts.Node,
    name: string,
    parts: Partial<LocalVariable> & { initialisedAt: number },
  ): LocalVariable {
    const made: LocalVariable = {
      kind: "local",
      name,
      declaration,
      owner: this.functionOf(functionNodeOf(declaration)),
      scope: blockScopeOf(declaration),
      constant: false,
      accesses: [],
      storage: "value",
      early: false,
      checked: false,
      perIteration: false,
      cellClass: undefined,
      ...parts,
    };
    const others = this.variablesOfScope.get(made.scope);
    if (others) others.push(made);
    else this.variablesOfScope.set(made.scope, [made]);
    return made;
  }

  global(declaration: ts.Node, name: string, constant: boolean, hoisted = false): GlobalVariable {
    const module = this.moduleOf(declaration);
    return {
      kind: "global",
      name: this.unique(`${module.prefix}.${name}`),
      declaration,
      module,
      constant,
      initialisedAt: declaration.end,
      hoisted,
      value: undefined,
      checked: false,
      accesses: [],
    };
  }

  functionBinding(
    declaration: ts.Node,
    target: FunctionInfo,
    variable: LocalVariable | GlobalVariable,
    hoisted: boolean,
  ): FunctionBinding {
    const made: FunctionBinding = {
      kind: "function-binding",
      declaration,
      target,
      variable,
      access: "known",
      accesses: variable.accesses,
      hoisted,
    };
    this.bindings.set(declaration, made);
    return made;
  }

  /** The variable that holds `this` for the code of a function that is not an arrow function. */
  thisVariable(of: FunctionInfo): LocalVariable {
    let found = this.thisVariables.get(of.node);
    if (!found) {
      found = unnamedVariable("this", of.node, of, "value");
      this.thisVariables.set(of.node, found);
    }
    return found;
  }

  /** The variable in which methods find the literal that they stand in: where their `super` begins. */
  homeVariable(literal: ts.ObjectLiteralExpression): LocalVariable {
    let found = this.homeVariables.get(literal);
    if (!found) {
      found = unnamedVariable("home", literal, this.functionOf(functionNodeOf(literal)), "cell");
      this.homeVariables.set(literal, found);
    }
    return found;
  }
}

/** What names of things inside a function begin with: the function's name, or the module's at the top. */
export function namePrefix(inside: FunctionInfo): string {
  return inside.parent ? inside.name : inside.module.prefix;
}

export function declarationOfSymbol(symbol: ts.Symbol): ts.Node | undefined {
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (declaration && tsc.isFunctionDeclaration(declaration) && !declaration.body) {
    return symbol.declarations?.find((one) => tsc.isFunctionDeclaration(one) && one.body) ?? declaration;
  }
  return declaration;
}

/** A class expression that initialises a `const` is declared by it. */
export function classDeclarationOf(node: ts.ClassLikeDeclaration): ts.Node {
  if (tsc.isClassDeclaration(node)) return node;
  let at: ts.Node = node;
  while (tsc.isParenthesizedExpression(at.parent)) at = at.parent;
  const { parent } = at;
  if (tsc.isVariableDeclaration(parent) && tsc.isIdentifier(parent.name) && isConst(parent)) return parent;
  return node;
}

/** Declared at the top of a namespace. */
export function isInNamespace(declaration: ts.Node): boolean {
  const root = rootDeclaration(declaration);
  const statement = tsc.isVariableDeclaration(root) ? root.parent.parent : root;
  return statement.parent !== undefined && tsc.isModuleBlock(statement.parent);
}

export function isConst(declaration: ts.VariableDeclaration): boolean {
  return (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.BlockScoped) === tsc.NodeFlags.Const;
}

/** The name that the source gives to a function, by itself or by the variable it initialises. */
function givenName(node: Exclude<FunctionNode, ts.SourceFile>): string | undefined {
  if (node.name && tsc.isIdentifier(node.name) && !tsc.isMethodDeclaration(node) && !tsc.isAccessor(node)) {
    return node.name.text;
  }
  const declared = initialisedBy(node);
  if (declared) return declared.name.getText();
  return tsc.isFunctionDeclaration(node) ? "default" : undefined;
}

/** The `const` whose initialiser is just this function. */
export function initialisedBy(node: ts.Node): ts.VariableDeclaration | undefined {
  let at = node;
  while (at.parent && skipErased(at.parent as ts.Expression) === node && tsc.isExpression(at.parent))
    at = at.parent;
  const { parent } = at;
  return parent &&
    tsc.isVariableDeclaration(parent) &&
    parent.initializer === at &&
    tsc.isIdentifier(parent.name)
    ? parent
    : undefined;
}
