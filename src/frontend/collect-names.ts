/** Walks a module once: declares what its names mean and lists every mention of them, in source order. */
import type {
  Access,
  Binding,
  FunctionInfo,
  GlobalVariable,
  LocalVariable,
  SourceModule,
} from "./bindings.ts";
import { classDeclarationOf, isConst, type NameTable } from "./name-table.ts";
import {
  functionNodeOf,
  hasModifier,
  isFunctionNode,
  rootDeclaration,
  skipErased,
  thisContextOf,
} from "./syntax-tree.ts";
import { type ts, tsc } from "./typescript.ts";

interface Mention {
  /** Undefined for `this`, whose function is in `owner`. */
  readonly declaration: ts.Node | undefined;
  readonly owner: FunctionInfo | undefined;
  readonly access: Access;
}

/** Fills `names` for these modules; captures and storage are decided by `decideCaptures`. */
export function collectNames(names: NameTable, modules: readonly SourceModule[]): void {
  for (const { file } of modules) {
    const symbol = names.checker.getSymbolAtLocation(file);
    for (const one of symbol ? names.checker.getExportsOfModule(symbol) : []) {
      const target = names.followAliases(one);
      const declaration = target.valueDeclaration ?? target.declarations?.[0];
      if (declaration) names.exported.add(declaration);
    }
  }
  const walks = modules.map((module) => new Walk(names, module));
  for (const walk of walks) walk.run();
  for (const walk of walks) walk.declareVariables();
  for (const walk of walks) walk.placeMentions();
}

class Walk {
  readonly #names: NameTable;
  readonly #module: SourceModule;
  readonly #declared = new Map<ts.Node, string>();
  readonly #mentions: Mention[] = [];

  constructor(names: NameTable, module: SourceModule) {
    this.#names = names;
    this.#module = module;
  }

  run(): void {
    const init = this.#names.functionOf(this.#module.file);
    for (const statement of this.#module.file.statements) this.#visit(statement, init);
  }

  // The walk. `inside` is the function whose code evaluates the node.

  #visit(node: ts.Node, inside: FunctionInfo): void {
    if (tsc.isIdentifier(node)) return this.#mention(node, inside, "read");
    if (node.kind === tsc.SyntaxKind.ThisKeyword || node.kind === tsc.SyntaxKind.SuperKeyword) {
      return this.#mentionThis(node, inside);
    }
    if (tsc.isExpressionWithTypeArguments(node)) return this.#visit(node.expression, inside);
    if (tsc.isTypeNode(node) || tsc.isTypeParameterDeclaration(node)) return;
    // What is only declared does not exist when the program runs.
    if (tsc.isStatement(node) && hasModifier(node, tsc.SyntaxKind.DeclareKeyword)) return;
    if (isFunctionNode(node)) return this.#function(node);
    if (tsc.isClassLike(node)) return this.#class(node, inside);
    switch (node.kind) {
      case tsc.SyntaxKind.InterfaceDeclaration:
      case tsc.SyntaxKind.TypeAliasDeclaration:
      case tsc.SyntaxKind.ImportDeclaration:
      case tsc.SyntaxKind.ExportDeclaration:
      case tsc.SyntaxKind.ModuleDeclaration:
      case tsc.SyntaxKind.ImportEqualsDeclaration:
      case tsc.SyntaxKind.BreakStatement:
      case tsc.SyntaxKind.ContinueStatement:
      case tsc.SyntaxKind.MetaProperty:
        return;
      case tsc.SyntaxKind.EnumDeclaration:
        this.#names.enumOf(node as ts.EnumDeclaration);
        return;
      case tsc.SyntaxKind.ExportAssignment: {
        const { expression } = node as ts.ExportAssignment;
        // `export default name` exports what the name means; any other value gets a variable of its own.
        if (!tsc.isIdentifier(skipErased(expression))) this.#declare(node, "default");
        return this.#visit(expression, inside);
      }
      case tsc.SyntaxKind.LabeledStatement:
        return this.#visit((node as ts.LabeledStatement).statement, inside);
      case tsc.SyntaxKind.VariableDeclaration:
      case tsc.SyntaxKind.BindingElement:
        return this.#variable(node as ts.VariableDeclaration | ts.BindingElement, inside);
      case tsc.SyntaxKind.CallExpression:
        return this.#call(node as ts.CallExpression, inside);
      case tsc.SyntaxKind.PropertyAccessExpression:
        return this.#visit((node as ts.PropertyAccessExpression).expression, inside);
      case tsc.SyntaxKind.PropertyAssignment: {
        const { name, initializer } = node as ts.PropertyAssignment;
        this.#names.memberNames.add(name.getText());
        this.#propertyName(name, inside);
        return this.#visit(initializer, inside);
      }
      case tsc.SyntaxKind.ShorthandPropertyAssignment:
        return this.#mention((node as ts.ShorthandPropertyAssignment).name, inside, "read");
      case tsc.SyntaxKind.PrefixUnaryExpression:
      case tsc.SyntaxKind.PostfixUnaryExpression: {
        const { operator, operand } = node as ts.PrefixUnaryExpression;
        const isUpdate =
          operator === tsc.SyntaxKind.PlusPlusToken || operator === tsc.SyntaxKind.MinusMinusToken;
        if (!isUpdate) break;
        this.#visit(operand, inside);
        return this.#target(operand, inside, node.end);
      }
      case tsc.SyntaxKind.BinaryExpression: {
        const { left, operatorToken, right } = node as ts.BinaryExpression;
        if (!isAssignment(operatorToken.kind)) break;
        if (operatorToken.kind !== tsc.SyntaxKind.EqualsToken) this.#visit(left, inside);
        this.#target(left, inside, node.end);
        return this.#visit(right, inside);
      }
      case tsc.SyntaxKind.ForOfStatement:
      case tsc.SyntaxKind.ForInStatement: {
        const { initializer, expression, statement } = node as ts.ForOfStatement;
        if (tsc.isVariableDeclarationList(initializer)) this.#visit(initializer, inside);
        else this.#target(initializer, inside, statement.end);
        this.#visit(expression, inside);
        return this.#visit(statement, inside);
      }
    }
    tsc.forEachChild(node, (child) => this.#visit(child, inside));
  }

  #call(node: ts.CallExpression, inside: FunctionInfo): void {
    const callee = skipErased(node.expression);
    if (tsc.isIdentifier(callee)) this.#mention(callee, inside, "call");
    else this.#visit(callee, inside);
    for (const one of node.arguments) this.#visit(one, inside);
  }

  #function(node: ts.FunctionLikeDeclaration): void {
    if (!node.body) return;
    const info = this.#names.functionOf(node);
    if (node.name) this.#names.memberNames.add(node.name.getText());
    if (tsc.isFunctionDeclaration(node)) this.#declare(node, node.name?.text ?? "default");
    if (tsc.isFunctionExpression(node) && node.name) this.#declare(node, node.name.text);
    if (node.name && tsc.isComputedPropertyName(node.name)) {
      this.#visit(node.name.expression, this.#names.functionOf(functionNodeOf(node)));
    }
    for (const parameter of node.parameters) this.#parameter(parameter, info);
    this.#visit(node.body, info);
  }

  #parameter(node: ts.ParameterDeclaration, info: FunctionInfo): void {
    this.#bindingName(node.name, node, info);
    if (node.initializer) this.#visit(node.initializer, info);
  }

  #variable(node: ts.VariableDeclaration | ts.BindingElement, inside: FunctionInfo): void {
    if (tsc.isBindingElement(node) && node.propertyName) this.#propertyName(node.propertyName, inside);
    if (!isClassOfConst(node)) this.#bindingName(node.name, node, inside);
    if (node.initializer) this.#visit(node.initializer, inside);
  }

  #bindingName(name: ts.BindingName, declaration: ts.Node, inside: FunctionInfo): void {
    if (tsc.isIdentifier(name)) this.#declare(declaration, name.text);
    else for (const one of name.elements) if (tsc.isBindingElement(one)) this.#variable(one, inside);
  }

  #propertyName(name: ts.PropertyName, inside: FunctionInfo): void {
    if (tsc.isComputedPropertyName(name)) this.#visit(name.expression, inside);
  }

  #class(node: ts.ClassLikeDeclaration, inside: FunctionInfo): void {
    const binding = this.#names.classOf(node);
    const declared = node.members.find((one) => tsc.isConstructorDeclaration(one) && one.body);
    binding.constructorFunction = this.#names.functionOf(
      declared ? (declared as ts.ConstructorDeclaration) : node,
    );
    note(binding.constructorFunction, binding);
    binding.members.push(binding.constructorFunction);
    for (const clause of node.heritageClauses ?? []) {
      if (clause.token !== tsc.SyntaxKind.ExtendsKeyword) continue;
      for (const one of clause.types) {
        this.#visit(one.expression, inside);
        // The constructor hands over what the parent's needs.
        this.#visit(one.expression, binding.constructorFunction);
      }
    }
    for (const member of node.members) {
      if (tsc.isPropertyDeclaration(member)) {
        this.#names.memberNames.add(member.name.getText());
        this.#propertyName(member.name, inside);
        const { initializer } = member;
        if (initializer) this.#visit(initializer, this.#names.functionOf(functionNodeOf(initializer)));
      } else if (tsc.isClassStaticBlockDeclaration(member)) this.#visit(member.body, inside);
      else if (isFunctionNode(member)) {
        this.#function(member);
        if (member.body && !tsc.isConstructorDeclaration(member))
          binding.members.push(this.#names.functionOf(member));
      }
    }
  }

  #target(node: ts.Expression, inside: FunctionInfo, end: number): void {
    const target = skipErased(node);
    if (tsc.isIdentifier(target)) return this.#mention(target, inside, "write", end);
    if (tsc.isArrayLiteralExpression(target)) {
      for (const one of target.elements) this.#targetElement(one, inside, end);
    } else if (tsc.isObjectLiteralExpression(target)) {
      for (const one of target.properties) {
        if (tsc.isShorthandPropertyAssignment(one)) {
          this.#mention(one.name, inside, "write", end);
          if (one.objectAssignmentInitializer) this.#visit(one.objectAssignmentInitializer, inside);
        } else if (tsc.isPropertyAssignment(one)) {
          this.#propertyName(one.name, inside);
          this.#targetElement(one.initializer, inside, end);
        } else if (tsc.isSpreadAssignment(one)) this.#target(one.expression, inside, end);
      }
    } else this.#visit(target, inside);
  }

  #targetElement(node: ts.Expression, inside: FunctionInfo, end: number): void {
    if (tsc.isOmittedExpression(node)) return;
    if (tsc.isSpreadElement(node)) return this.#target(node.expression, inside, end);
    if (tsc.isBinaryExpression(node) && node.operatorToken.kind === tsc.SyntaxKind.EqualsToken) {
      this.#target(node.left, inside, end);
      return this.#visit(node.right, inside);
    }
    this.#target(node, inside, end);
  }

  #mention(node: ts.Identifier, inside: FunctionInfo, kind: Access["kind"], end = node.end): void {
    const declaration = this.#names.declarationOf(node);
    if (!declaration) return;
    const access: Access = { node, position: node.getStart(), end, inside, kind };
    this.#mentions.push({ declaration, owner: undefined, access });
  }

  #mentionThis(node: ts.Node, inside: FunctionInfo): void {
    const context = thisContextOf(node);
    if (context.kind !== "function") return;
    const owner = this.#names.functionOf(context.node);
    owner.usesThis = true;
    const position = node.getStart();
    this.#mentions.push({
      declaration: undefined,
      owner,
      access: { node, position, end: node.end, inside, kind: "read" },
    });
  }

  #declare(declaration: ts.Node, name: string): void {
    // `var x; var x;` declares one variable, known by its first declaration.
    const first = this.#firstDeclaration(declaration);
    if (!this.#declared.has(first)) this.#declared.set(first, name);
  }

  #firstDeclaration(declaration: ts.Node): ts.Node {
    if (!tsc.isVariableDeclaration(declaration) || declaration.name.kind !== tsc.SyntaxKind.Identifier)
      return declaration;
    return this.#names.checker.getSymbolAtLocation(declaration.name)?.valueDeclaration ?? declaration;
  }

  // After the walk of all modules: what kind of variable each declaration is.

  declareVariables(): void {
    const accesses = new Map<ts.Node, Access[]>();
    for (const { declaration, access } of this.#mentions) {
      if (!declaration) continue;
      const list = accesses.get(declaration);
      if (list) list.push(access);
      else accesses.set(declaration, [access]);
    }
    for (const [declaration, name] of this.#declared) {
      const used = accesses.get(declaration) ?? [];
      const target = functionOfDeclaration(declaration);
      const variable = this.#makeVariable(declaration, name, used, target !== undefined);
      variable.accesses.push(...used);
      if (target) {
        const info = this.#names.functionOf(target);
        this.#names.functionBinding(declaration, info, variable, tsc.isFunctionDeclaration(declaration));
      } else {
        this.#names.bindings.set(declaration, variable);
      }
    }
  }

  #makeVariable(
    declaration: ts.Node,
    name: string,
    used: readonly Access[],
    isFunction: boolean,
  ): LocalVariable | GlobalVariable {
    const names = this.#names;
    const root = rootDeclaration(declaration);
    const owner = names.functionOf(functionNodeOf(declaration));
    const constant = isFunction || (tsc.isVariableDeclaration(root) && isConst(root));
    const isTop = isTopOfModule(declaration);
    if (
      isTop &&
      (isFunction || names.exported.has(declaration) || used.some((one) => one.inside !== owner))
    ) {
      const known = tsc.isFunctionDeclaration(declaration) || isFunction;
      // A function's name and its variable's are the same; the variable is only there for the check.
      if (known) return functionVariable(names, declaration, name);
      return names.global(declaration, name, constant, isVar(root));
    }
    return names.local(declaration, name, { constant, initialisedAt: initialisedAt(declaration, root) });
  }

  /** Notes in each function what it mentions of functions around it. */
  placeMentions(): void {
    for (const { declaration, owner, access } of this.#mentions) {
      if (owner) {
        const variable = this.#names.thisVariable(owner);
        variable.accesses.push(access);
        if (access.inside !== owner) note(access.inside, variable);
        continue;
      }
      const binding: Binding | undefined = declaration && this.#names.bindings.get(declaration);
      if (binding?.kind === "class") {
        binding.variable.accesses.push(access);
        note(access.inside, binding);
      } else if (binding?.kind === "local" && binding.owner !== access.inside) note(access.inside, binding);
      else if (binding?.kind === "function-binding") note(access.inside, binding);
    }
  }
}

function note(inside: FunctionInfo, one: FunctionInfo["mentions"][number]): void {
  if (!inside.mentions.includes(one)) inside.mentions.push(one);
}

/** `const C = class { … }` declares a class. */
function isClassOfConst(node: ts.VariableDeclaration | ts.BindingElement): boolean {
  const value = node.initializer && skipErased(node.initializer);
  return value !== undefined && tsc.isClassExpression(value) && classDeclarationOf(value) === node;
}

function functionVariable(names: NameTable, declaration: ts.Node, name: string): GlobalVariable {
  const target = functionOfDeclaration(declaration);
  return {
    kind: "global",
    name: target ? names.functionOf(target).name : name,
    declaration,
    module: names.moduleOf(declaration),
    constant: true,
    initialisedAt: tsc.isFunctionDeclaration(declaration) ? -1 : declaration.end,
    hoisted: false,
    value: undefined,
    checked: false,
    accesses: [],
  };
}

function initialisedAt(declaration: ts.Node, root: ts.Node): number {
  if (tsc.isFunctionDeclaration(declaration)) return declaration.pos;
  if (tsc.isParameter(root)) return declaration === root ? -1 : declaration.end;
  if (tsc.isVariableDeclaration(root)) {
    if (tsc.isCatchClause(root.parent)) return declaration.end;
    if (isVar(root)) return -1;
  }
  return declaration.end;
}

/** The function for which a declaration's name always stands. */
export function functionOfDeclaration(declaration: ts.Node): ts.FunctionLikeDeclaration | undefined {
  if (tsc.isFunctionDeclaration(declaration) || tsc.isFunctionExpression(declaration)) return declaration;
  if (!tsc.isVariableDeclaration(declaration) || !declaration.initializer || !isConst(declaration))
    return undefined;
  if (!tsc.isIdentifier(declaration.name) || !tsc.isVariableStatement(declaration.parent.parent))
    return undefined;
  const value = skipErased(declaration.initializer);
  return tsc.isArrowFunction(value) || tsc.isFunctionExpression(value) ? value : undefined;
}

function isTopOfModule(declaration: ts.Node): boolean {
  const root = rootDeclaration(declaration);
  if (tsc.isExportAssignment(root)) return true;
  if (tsc.isFunctionDeclaration(root)) return tsc.isSourceFile(root.parent);
  if (!tsc.isVariableDeclaration(root) || !tsc.isVariableDeclarationList(root.parent)) return false;
  if (isVar(root)) return tsc.isSourceFile(functionNodeOf(root)) && !isInStaticBlock(root);
  return tsc.isVariableStatement(root.parent.parent) && tsc.isSourceFile(root.parent.parent.parent);
}

function isVar(root: ts.Node): boolean {
  return (
    tsc.isVariableDeclaration(root) && (tsc.getCombinedNodeFlags(root) & tsc.NodeFlags.BlockScoped) === 0
  );
}

function isInStaticBlock(node: ts.Node): boolean {
  for (let at = node.parent; !tsc.isSourceFile(at); at = at.parent) {
    if (tsc.isClassStaticBlockDeclaration(at)) return true;
  }
  return false;
}

export function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= tsc.SyntaxKind.FirstAssignment && kind <= tsc.SyntaxKind.LastAssignment;
}
