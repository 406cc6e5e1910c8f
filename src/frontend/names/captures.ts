/**
 * Decides what each function captures and how: the variables it needs of functions around it, which functions need no
 * function value at all, and which variables have to live in a cell because a function value and an assignment share them.
 *
 * A function that is only ever called by its name gets the variables it needs as arguments (lambda lifting, Johnsson
 * 1985): no closure is made, and a variable that only such functions read needs no cell.
 */

import { type ts, tsc } from "../checker/typescript.ts";
import { isAsync, isGenerator } from "../tree/function-shape.ts";
import { startOf } from "../tree/syntax-copies.ts";
import { isLoop, rootDeclaration } from "../tree/syntax-tree.ts";
import type { ClassBinding, FunctionBinding, FunctionInfo, LocalVariable } from "./bindings.ts";
import type { NameTable } from "./name-table.ts";

/** Mentions that may run before what they name has been initialised. */
export type Uncertain = Set<ts.Node>;

/** A place in a variable's own function where a function around it gets hold of the variable. */
interface Exposure {
  readonly position: number;
  /** By a function value, which may run at any time from here on; otherwise by a call. */
  readonly asValue: boolean;
  readonly node: ts.Node;
}

export function decideCaptures(names: NameTable): Uncertain {
  const functions = [...names.functions.values()];
  const bindings = [...names.bindings.values()].filter((one) => one.kind === "function-binding");
  const targets = new Map<FunctionInfo, FunctionBinding[]>();
  for (const one of bindings) targets.set(one.target, [...(targets.get(one.target) ?? []), one]);
  chooseAccess(functions, bindings, targets);
  const captures = new Captures(targets);
  const uncertain: Uncertain = new Set();
  const variables = [...names.variablesOfScope.values()].flat();
  for (const one of variables) captures.decide(one, uncertain);
  return uncertain;
}

function chooseAccess(
  functions: readonly FunctionInfo[],
  bindings: readonly FunctionBinding[],
  targets: ReadonlyMap<FunctionInfo, readonly FunctionBinding[]>,
): void {
  const onlyCalled = (target: FunctionInfo): boolean => {
    const names = targets.get(target) ?? [];
    // The name of a function expression alone does not say where the function goes.
    const isNamed = names.some((one) => !tsc.isFunctionExpression(one.declaration));
    return isNamed && names.every(({ accesses }) => accesses.every((one) => one.kind === "call"));
  };
  const isTop = (target: FunctionInfo): boolean =>
    (targets.get(target) ?? []).some((one) => one.variable.kind === "global");
  for (let changed = true; changed; ) {
    changed = false;
    for (const one of functions) one.free = [];
    findFree(functions, targets);
    for (const one of bindings) {
      // Each evaluation of a function inside another makes a new function value; at the top there is only one.
      if (one.access !== "known" || isTop(one.target)) continue;
      one.access = onlyCalled(one.target) ? "direct" : "closure";
      changed ||= one.access === "closure";
    }
  }
}

function findFree(
  functions: readonly FunctionInfo[],
  targets: ReadonlyMap<FunctionInfo, readonly FunctionBinding[]>,
): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const one of functions) {
      const add = (variable: LocalVariable): void => {
        if (variable.owner === one || one.free.includes(variable)) return;
        one.free.push(variable);
        changed = true;
      };
      for (const mention of one.mentions) {
        if (mention.kind === "local") add(mention);
        else if (mention.kind === "class") for (const variable of freeOfClass(mention)) add(variable);
        else if (mention.access !== "closure") for (const variable of mention.target.free) add(variable);
        else if (mention.variable.kind === "local") add(mention.variable);
      }
      for (const child of one.children) {
        const isDirect = targets.get(child)?.every((binding) => binding.access === "direct") ?? false;
        if (!isDirect) for (const variable of child.free) add(variable);
      }
    }
  }
}

/** Instances keep what the class's code needs, static fields among it: the constructor takes all of it. */
function freeOfClass({ members, staticFields }: ClassBinding): LocalVariable[] {
  const fields = [...staticFields.values()].filter((one) => one.kind === "local");
  return [...members.flatMap((one) => one.free), ...fields];
}

class Captures {
  readonly #targets: ReadonlyMap<FunctionInfo, readonly FunctionBinding[]>;

  constructor(targets: ReadonlyMap<FunctionInfo, readonly FunctionBinding[]>) {
    this.#targets = targets;
  }

  decide(variable: LocalVariable, uncertain: Uncertain): void {
    const { owner, accesses } = variable;
    const isFunction = tsc.isFunctionDeclaration(variable.declaration);
    for (const one of accesses) {
      if (one.inside !== owner || isFunction || !mayPrecede(one.position, one.node, variable)) continue;
      variable.checked = true;
      uncertain.add(one.node);
    }
    const exposures = this.#exposuresOf(variable);
    if (exposures.length === 0) return;
    const created = this.#createdAt(variable);
    const early = exposures.filter(
      (one) => one.position < created || mayPrecede(one.position, one.node, variable),
    );
    const callable = early.filter((one) => !isFunction && !isOwnInitialiser(one.node, variable));
    if (callable.length > 0) {
      variable.checked = true;
      for (const one of accesses) if (one.inside !== owner) uncertain.add(one.node);
    }
    const writes = accesses.filter((one) => one.kind === "write");
    const assignedInside = writes.some((one) => one.inside !== owner);
    const values = exposures.filter((one) => one.asValue);
    if (this.#isStableInIteration(variable, values)) return;
    const assignedLater = values.some(
      (one) =>
        one.position < created ||
        writes.some((write) => write.end > one.position || shareLoop(write.node, one.node, variable)) ||
        isRepeatedInitialiser(variable, one),
    );
    if (!assignedInside && !assignedLater && callable.length === 0) return;
    variable.storage = "cell";
    variable.early = early.length > 0;
    variable.perIteration = tsc.isForStatement(variable.scope);
  }

  /** Hoisted functions that are mentioned before their declaration exist from the start of their block. */
  #createdAt(variable: LocalVariable): number {
    const { declaration } = variable;
    if (!tsc.isFunctionDeclaration(declaration)) return variable.initialisedAt;
    return (isMentionedBefore(variable) ? variable.scope.pos : declaration.pos) + 1;
  }

  #exposuresOf(variable: LocalVariable): Exposure[] {
    const result: Exposure[] = [];
    const seen = new Set<FunctionInfo>();
    for (const child of variable.owner.children) {
      if (child.free.includes(variable)) this.#addExposures(child, variable.owner, result, seen);
    }
    return result;
  }

  #addExposures(
    child: FunctionInfo,
    owner: FunctionInfo,
    result: Exposure[],
    seen: Set<FunctionInfo>,
    caller = false,
  ): void {
    if (seen.has(child)) return;
    seen.add(child);
    // What a call of it starts goes on later.
    const suspends = caller || isGenerator(child.node) || isAsync(child.node);
    const bindings = this.#targets.get(child) ?? [];
    const declared = bindings.find((one) => tsc.isFunctionDeclaration(one.declaration));
    if (bindings.length > 0 && bindings.every((one) => one.access === "direct")) {
      for (const { inside, position, node } of bindings.flatMap((one) => one.accesses)) {
        if (inside === owner) result.push({ position, asValue: suspends, node });
        else {
          const around = childOf(owner, inside);
          if (around) this.#addExposures(around, owner, result, seen, suspends);
        }
      }
    } else if (declared && declared.variable.kind === "local") {
      const hoisted = isMentionedBefore(declared.variable);
      const position = hoisted ? declared.variable.scope.pos : child.node.pos;
      result.push({ position, asValue: true, node: child.node });
    } else {
      result.push({ position: startOf(child.node), asValue: true, node: child.node });
    }
  }

  /** The variable of a `for` loop that only the loop's own step changes is constant within an iteration. */
  #isStableInIteration(variable: LocalVariable, values: readonly Exposure[]): boolean {
    const loop = variable.scope;
    if (!tsc.isForStatement(loop)) return false;
    const { incrementor, statement } = loop;
    const inStep = (node: ts.Node): boolean => incrementor !== undefined && contains(incrementor, node);
    return (
      variable.accesses.every(
        (one) => one.kind !== "write" || (one.inside === variable.owner && inStep(one.node)),
      ) && values.every((one) => contains(statement, one.node))
    );
  }
}

/** The function directly inside `owner` that holds `inside`. */
function childOf(owner: FunctionInfo, inside: FunctionInfo): FunctionInfo | undefined {
  for (let at: FunctionInfo | undefined = inside; at; at = at.parent) if (at.parent === owner) return at;
  return undefined;
}

export function isMentionedBefore(variable: LocalVariable): boolean {
  return variable.accesses.some((one) => one.position < variable.declaration.pos);
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return inner.pos >= outer.pos && inner.end <= outer.end;
}

/** A mention that stands, or may run, before the variable's declaration has run. */
function mayPrecede(position: number, node: ts.Node, variable: LocalVariable): boolean {
  if (variable.initialisedAt < 0) return false;
  if (position < variable.initialisedAt) return true;
  const root = rootDeclaration(variable.declaration);
  if (tsc.isParameter(root)) return root.initializer !== undefined && contains(root.initializer, node);
  if (!tsc.isVariableDeclaration(root)) return isInOtherClause(node, variable);
  if (root.initializer && contains(root.initializer, node)) return true;
  const loop = root.parent.parent;
  if (tsc.isForOfStatement(loop) && contains(loop.expression, node)) return true;
  return isInOtherClause(node, variable);
}

/** The clauses of a `switch` share a scope, but one may run without the other. */
function isInOtherClause(node: ts.Node, variable: LocalVariable): boolean {
  if (!tsc.isCaseBlock(variable.scope)) return false;
  const clause = variable.scope.clauses.find((one) => contains(one, variable.declaration));
  return clause !== undefined && !contains(clause, node);
}

/** `const f = () => … f() …`: the function cannot run before the variable has it. */
function isOwnInitialiser(node: ts.Node, variable: LocalVariable): boolean {
  const { declaration } = variable;
  if (!tsc.isVariableDeclaration(declaration) || !declaration.initializer) return declaration === node;
  let at: ts.Node = declaration.initializer;
  while (at !== node && tsc.isParenthesizedExpression(at)) at = at.expression;
  return at === node;
}

/** True if a loop around both, inside the variable's scope, can run one after the other in any order. */
function shareLoop(a: ts.Node, b: ts.Node, variable: LocalVariable): boolean {
  for (let at = a.parent; at && at !== variable.scope; at = at.parent) {
    if (isLoop(at) && contains(at, b)) return true;
    if (tsc.isSourceFile(at)) return false;
  }
  return false;
}

/** `var` in a loop: its initialiser assigns again in each iteration. */
function isRepeatedInitialiser(variable: LocalVariable, exposure: Exposure): boolean {
  const root = rootDeclaration(variable.declaration);
  if (!tsc.isVariableDeclaration(root) || tsc.isCatchClause(root.parent)) return false;
  if ((tsc.getCombinedNodeFlags(root) & tsc.NodeFlags.BlockScoped) !== 0) return false;
  return root.end > exposure.position || shareLoop(root, exposure.node, variable);
}
