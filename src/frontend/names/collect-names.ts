/** Walks the modules once: declares what their names mean and lists every mention of them, in source order. */

import { type ts, tsc } from "../checker/typescript.ts";
import { addIdentities, declareStaticCell, isEvaluatedAgain } from "../classes/class-identity.ts";
import { type MixinCall, mixinsOf } from "../classes/mixins.ts";
import { isAssignment } from "../tree/assignment-operators.ts";
import { copiesOf, startOf } from "../tree/syntax-copies.ts";
import {
  functionNodeOf,
  hasModifier,
  isFunctionNode,
  isStatic,
  skipErased,
  thisContextOf,
} from "../tree/syntax-tree.ts";
import type { Access, FunctionInfo, SourceModule } from "./bindings.ts";
import { classifyNames, type FoundNames, noteMention } from "./classify-names.ts";
import { aliasedName } from "./library-names.ts";
import { classDeclarationOf, isInNamespace, type NameTable } from "./name-table.ts";
import { declarationsMeant, namespaceNamed, standsAlone } from "./namespaces.ts";
import { nameInBrackets } from "./symbol-names.ts";

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
  const found: FoundNames = { declared: new Map(), mentions: [] };
  for (const module of modules) new Walk(names, module, found).run();
  classifyNames(names, found);
  addIdentities(names);
}

class Walk {
  readonly #names: NameTable;
  readonly #module: SourceModule;
  readonly #found: FoundNames;

  constructor(names: NameTable, module: SourceModule, found: FoundNames) {
    this.#names = names;
    this.#module = module;
    this.#found = found;
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
      case tsc.SyntaxKind.ImportEqualsDeclaration:
      case tsc.SyntaxKind.BreakStatement:
      case tsc.SyntaxKind.ContinueStatement:
        return;
      case tsc.SyntaxKind.MetaProperty:
        if ((node as ts.MetaProperty).keywordToken === tsc.SyntaxKind.NewKeyword)
          this.#newTarget(node, inside);
        return;
      case tsc.SyntaxKind.EnumDeclaration:
        this.#names.enumOf(node as ts.EnumDeclaration);
        for (const { initializer } of (node as ts.EnumDeclaration).members)
          if (initializer) this.#visit(initializer, inside);
        return;
      case tsc.SyntaxKind.ModuleDeclaration: {
        const { body } = node as ts.ModuleDeclaration;
        if (body) this.#visit(body, inside);
        return;
      }
      case tsc.SyntaxKind.ExportAssignment: {
        const { expression } = node as ts.ExportAssignment;
        if (mixinsOf(this.#names).isGone(skipErased(expression))) return;
        // `export default name` exports what the name means; any other value gets a variable of its own.
        if (!tsc.isIdentifier(skipErased(expression)) && !this.#names.aliases.has(node))
          this.#declare(node, "default");
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
        if (/^(constructor|getPrototypeOf)$/.test((node as ts.PropertyAccessExpression).name.text))
          this.#names.mentionsConstructor = true;
        this.#namespaceMember((node as ts.PropertyAccessExpression).name, inside, "read", node.end);
        return this.#visit((node as ts.PropertyAccessExpression).expression, inside);
      case tsc.SyntaxKind.DeleteExpression:
        this.#names.deletes = true;
        return this.#visit((node as ts.DeleteExpression).expression, inside);
      case tsc.SyntaxKind.PropertyAssignment: {
        const { name, initializer } = node as ts.PropertyAssignment;
        this.#noteMember(name);
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
      case tsc.SyntaxKind.TaggedTemplateExpression:
        return this.#tagged(node as ts.TaggedTemplateExpression, inside);
      case tsc.SyntaxKind.BinaryExpression: {
        const { left, operatorToken, right } = node as ts.BinaryExpression;
        if (operatorToken.kind === tsc.SyntaxKind.InstanceOfKeyword && !this.#namesClass(right))
          this.#names.testsValues = true;
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

  #namesClass(given: ts.Expression): boolean {
    const node = skipErased(given);
    const declaration = tsc.isIdentifier(node) ? this.#names.declarationOf(node) : undefined;
    return declaration !== undefined && tsc.isClassLike(declaration);
  }

  #tagged(node: ts.TaggedTemplateExpression, inside: FunctionInfo): void {
    const callee = skipErased(node.tag);
    if (tsc.isIdentifier(callee)) this.#mention(callee, inside, "call");
    else this.#visit(callee, inside);
    this.#visit(node.template, inside);
  }

  #call(node: ts.CallExpression, inside: FunctionInfo): void {
    const mixin = mixinsOf(this.#names).callAt(node);
    if (mixin) return this.#mixin(node, mixin, inside);
    const callee = skipErased(node.expression);
    if (tsc.isIdentifier(callee)) this.#mention(callee, inside, "call");
    else this.#visit(callee, inside);
    for (const one of node.arguments) this.#visit(one, inside);
  }

  /** The body of the mixin is evaluated where it is called. */
  #mixin(node: ts.CallExpression, mixin: MixinCall, inside: FunctionInfo): void {
    node.arguments.forEach((one, i) => {
      const parameter = mixin.parameters[i];
      if (!parameter || !mixinsOf(this.#names).isOnlyName(parameter, one)) this.#visit(one, inside);
    });
    for (const one of mixin.parameters) if (!this.#names.aliases.has(one)) this.#parameter(one, inside);
    for (const one of [...mixin.statements, mixin.result]) this.#visit(one, inside);
  }

  #function(node: ts.FunctionLikeDeclaration): void {
    if (!node.body || mixinsOf(this.#names).isGone(node)) return;
    const info = this.#names.functionOf(node);
    if (node.name) this.#noteMember(node.name);
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
    if (this.#isGone(node)) return;
    if (
      !isClassOfConst(node) &&
      !this.#names.aliases.has(node) &&
      aliasedName(this.#names, node) === undefined
    )
      this.#bindingName(node.name, node, inside);
    if (node.initializer) this.#visit(node.initializer, inside);
  }

  /** `const M = (Base) => …`, of which all calls have bodies of their own. */
  #isGone({ initializer }: ts.VariableDeclaration | ts.BindingElement): boolean {
    return initializer !== undefined && mixinsOf(this.#names).isGone(skipErased(initializer));
  }

  #bindingName(name: ts.BindingName, declaration: ts.Node, inside: FunctionInfo): void {
    if (tsc.isIdentifier(name)) this.#declare(declaration, name.text);
    else for (const one of name.elements) if (tsc.isBindingElement(one)) this.#variable(one, inside);
  }

  #noteMember(name: ts.PropertyName): void {
    const { memberNames } = this.#names;
    memberNames.add(name.getText());
    const inBrackets = tsc.isComputedPropertyName(name) ? nameInBrackets(name.expression) : undefined;
    if (inBrackets !== undefined) memberNames.add(inBrackets);
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
    noteMention(binding.constructorFunction, binding);
    binding.members.push(binding.constructorFunction);
    for (const clause of node.heritageClauses ?? []) {
      if (clause.token !== tsc.SyntaxKind.ExtendsKeyword) continue;
      for (const one of clause.types) {
        this.#visit(one.expression, inside);
        // The constructor hands over what the parent's needs.
        const parent = mixinsOf(this.#names).classOf(one.expression);
        const known = parent && this.#names.bindings.get(parent);
        if (known?.kind === "class") noteMention(binding.constructorFunction, known);
        else this.#visit(one.expression, binding.constructorFunction);
      }
    }
    for (const member of node.members) {
      if (tsc.isPropertyDeclaration(member)) {
        this.#noteMember(member.name);
        if (isStatic(member) && isEvaluatedAgain(binding)) declareStaticCell(this.#names, binding, member);
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
    if (tsc.isPropertyAccessExpression(target)) {
      this.#names.assignedMembers.add(target.name.text);
      this.#namespaceMember(target.name, inside, "write", end);
    }
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
    const access: Access = { node, position: startOf(node), end, inside, kind };
    for (const declaration of declarationsMeant(this.#names, node))
      this.#found.mentions.push({ declaration, owner: undefined, access });
  }

  /** `N.x` mentions the `x` that a namespace exports. */
  #namespaceMember(name: ts.MemberName, inside: FunctionInfo, kind: Access["kind"], end: number): void {
    const declaration = this.#names.declarationOf(name);
    const isNested = standsAlone(name.parent) && namespaceNamed(this.#names, name) !== undefined;
    if (isNested || (declaration && isInNamespace(declaration)))
      this.#mention(name as ts.Identifier, inside, kind, end);
  }

  /** `new.target` in a constructor is the class of `this`. */
  #newTarget(node: ts.Node, inside: FunctionInfo): void {
    this.#names.mentionsConstructor = true;
    this.#mentionThis(node, inside);
  }

  #mentionThis(node: ts.Node, inside: FunctionInfo): void {
    const context = thisContextOf(node);
    if (context.kind === "static") noteMention(inside, this.#names.classOf(context.owner));
    if (context.kind !== "function") return;
    const owner = this.#names.functionOf(context.node);
    owner.usesThis = true;
    const literal = context.node.parent;
    if (node.kind === tsc.SyntaxKind.SuperKeyword && tsc.isObjectLiteralExpression(literal))
      noteMention(inside, this.#names.homeVariable(literal));
    const position = startOf(node);
    this.#found.mentions.push({
      declaration: undefined,
      owner,
      access: { node, position, end: node.end, inside, kind: "read" },
    });
  }

  #declare(declaration: ts.Node, name: string): void {
    // `var x; var x;` declares one variable, known by its first declaration.
    const first = this.#firstDeclaration(declaration);
    if (!this.#found.declared.has(first)) this.#found.declared.set(first, name);
  }

  #firstDeclaration(declaration: ts.Node): ts.Node {
    if (!tsc.isVariableDeclaration(declaration) || declaration.name.kind !== tsc.SyntaxKind.Identifier)
      return declaration;
    const first = this.#names.checker.getSymbolAtLocation(declaration.name)?.valueDeclaration;
    return first ? (copiesOf(declaration)?.declarationFor(first) ?? first) : declaration;
  }
}

/** `const C = class { … }` declares a class. */
function isClassOfConst(node: ts.VariableDeclaration | ts.BindingElement): boolean {
  const value = node.initializer && skipErased(node.initializer);
  return value !== undefined && tsc.isClassExpression(value) && classDeclarationOf(value) === node;
}
