/** Reading, declaring and assigning variables: values in the graph, cells, globals, and the check that they are initialised. */

import { constants, type Operand, variable } from "../../graph/graph.ts";
import { isMultimethodVariable } from "../calls/multimethod-syntax.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { throwNew } from "../control/raising.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { Key } from "../functions/ssa.ts";
import type { FunctionBinding, GlobalVariable, LocalVariable } from "../names/bindings.ts";
import { rootDeclaration } from "../tree/syntax-tree.ts";

const initializedKeys = new WeakMap<LocalVariable, Key>();

/** Whether a variable that lives in the graph has been initialised, where that is not plain from the text. */
function initializedKey(of: LocalVariable): Key {
  let key = initializedKeys.get(of);
  if (!key) {
    key = { name: `${of.name}.initialized`, temporary: true };
    initializedKeys.set(of, key);
  }
  return key;
}

/** At the start of a block: cells that functions may capture early, `var` with undefined. */
export function enterScope(f: FunctionContext, scope: ts.Node): void {
  for (const one of f.translation.names.variablesOfScope.get(scope) ?? []) {
    if (tsc.isFunctionExpression(one.declaration) || isOfParameters(one)) continue;
    enterVariable(f, one);
  }
}

/** Before the first default: those that a default mentions before their own place in the list. */
export function enterParameters(f: FunctionContext): void {
  for (const one of f.translation.names.variablesOfScope.get(f.info.node) ?? [])
    if (isOfParameters(one)) enterVariable(f, one);
}

/** Before anything that may mention it. */
export function enterVariable(f: FunctionContext, one: LocalVariable): void {
  if (one.owner !== f.info) return;
  const isVar = one.initialisedAt < 0;
  if (one.storage === "cell") {
    if (isVar || one.early) f.builder.write(one, newCell(f, one, constants.undefined, false));
  } else if (isVar) f.builder.write(one, constants.undefined);
  else if (one.checked) f.builder.write(initializedKey(one), constants.bool(false));
}

/** A `var` of the module that may be read before its declaration has run is undefined until then. */
export function startGlobals(f: FunctionContext): void {
  for (const one of new Set(f.translation.names.bindings.values())) {
    if (one.kind !== "global" || !one.hoisted || !one.checked || one.module !== f.info.module) continue;
    f.emit("set_global", [constants.undefined], one.declaration, { name: f.translation.declareGlobal(one) });
  }
}

function isOfParameters(of: LocalVariable): boolean {
  return tsc.isParameter(rootDeclaration(of.declaration));
}

export function newCell(
  f: FunctionContext,
  of: LocalVariable,
  value: Operand,
  initialized: boolean,
): Operand {
  const values = of.checked ? [value, constants.bool(initialized)] : [value];
  const cell = f.emit("new_object", values, of.declaration, { class: f.translation.cellClass(of) });
  if (cell.kind === "variable") cell.name = `${of.name}.cell`;
  return cell;
}

/** The declaration of a variable has run. */
export function declareVariable(
  f: FunctionContext,
  of: LocalVariable | GlobalVariable,
  value: Operand,
  node: ts.Node,
): void {
  if (of.kind === "global") {
    if (of.value && !of.checked) return;
    f.emit("set_global", [value], node, { name: f.translation.declareGlobal(of) });
  } else if (of.storage === "value") {
    f.builder.write(of, named(value, of));
    if (of.checked) f.builder.write(initializedKey(of), constants.bool(true));
  } else if (of.early || of.initialisedAt < 0) {
    const cell = f.builder.read(of);
    f.emit("set_property", [cell, value], node, { name: "value" });
    if (of.checked) f.emit("set_property", [cell, constants.bool(true)], node, { name: "initialized" });
  } else {
    f.builder.write(of, newCell(f, of, value, true));
  }
}

function named(value: Operand, of: Key): Operand {
  if (value.kind === "variable" && value.name === "") {
    value.name = of.name;
    value.declared = true;
  }
  return value;
}

/** Throws a ReferenceError if the mention may come before the declaration and does. */
function checkInitialized(f: FunctionContext, of: LocalVariable, node: ts.Node): void {
  if (!of.checked || !f.translation.uncertain.has(node)) return;
  const { builder } = f;
  const initialized =
    of.storage === "cell"
      ? f.emit("get_property", [builder.read(of)], node, { name: "initialized" })
      : builder.read(initializedKey(of));
  const go = builder.block();
  const fail = builder.block();
  builder.branch(f.emit("truthy", [initialized], node), go, fail);
  builder.sealAndStart(fail);
  throwNew(f, "ReferenceError", `Cannot access '${of.name}' before initialization`, node);
  builder.sealAndStart(go);
}

function checkGlobal(f: FunctionContext, of: GlobalVariable, node: ts.Node): void {
  if (of.hoisted || !of.checked || !f.translation.uncertain.has(node)) return;
  const name = f.translation.declareGlobal(of);
  // An import may have another name here.
  const isRenamed = tsc.isIdentifier(node) && !name.endsWith(`.${node.text}`);
  f.emit("check_global", [], node, { name, ...(isRenamed ? { shown: node.text } : {}) });
}

export function checkMention(f: FunctionContext, of: LocalVariable | GlobalVariable, node: ts.Node): void {
  if (of.kind === "local") checkInitialized(f, of, node);
  else checkGlobal(f, of, node);
}

export function readVariable(f: FunctionContext, of: LocalVariable | GlobalVariable, node: ts.Node): Operand {
  checkMention(f, of, node);
  if (isMultimethodVariable(f.translation.names, of)) return f.refuse(node, "multimethodValue");
  if (of.kind === "global") {
    return of.value ?? f.emit("get_global", [], node, { name: f.translation.declareGlobal(of) });
  }
  const value = f.builder.read(of);
  return of.storage === "cell" ? f.emit("get_property", [value], node, { name: "value" }) : value;
}

export function assignVariable(
  f: FunctionContext,
  of: LocalVariable | GlobalVariable,
  value: Operand,
  node: ts.Node,
  isInitialized = false,
): void {
  if (!isInitialized) checkMention(f, of, node);
  if (of.constant) throwNew(f, "TypeError", "Assignment to constant variable.", node);
  else if (of.kind === "global")
    f.emit("set_global", [value], node, { name: f.translation.declareGlobal(of) });
  else if (of.storage === "cell")
    f.emit("set_property", [f.builder.read(of), value], node, { name: "value" });
  else f.builder.write(of, named(value, of));
}

/** What a closure or a lifted call hands over for a variable: its cell, or its value. */
export function capturedOperand(f: FunctionContext, of: LocalVariable): Operand {
  return f.builder.read(of);
}

/** The value of a name that stands for a function. */
export function readFunction(f: FunctionContext, of: FunctionBinding, node: ts.Node): Operand {
  checkMention(f, of.variable, node);
  if (of.access === "closure" && of.variable.kind === "local") return readVariable(f, of.variable, node);
  f.translation.closureClass(of.target);
  return constants.function(of.target.name);
}

/** The variable of a name, if it lives in the graph: tests give it a new name. */
export function refinableVariable(f: FunctionContext, node: ts.Expression): LocalVariable | undefined {
  if (!tsc.isIdentifier(node)) return undefined;
  const binding = f.translation.names.bindingOf(node);
  if (binding?.kind !== "local" || binding.storage !== "value") return undefined;
  return f.translation.uncertain.has(node) ? undefined : binding;
}

/** A fresh cell for the next iteration of a `for` loop, with the value of the last one. */
export function copyLoopCells(f: FunctionContext, loop: ts.Node): void {
  for (const one of f.translation.names.variablesOfScope.get(loop) ?? []) {
    if (one.storage !== "cell" || !one.perIteration) continue;
    const value = f.emit("get_property", [f.builder.read(one)], one.declaration, { name: "value" });
    f.builder.write(one, newCell(f, one, value, true));
  }
}

/** A variable of the graph that no name in the source stands for. */
export function temporary(name: string): Key {
  return { name, temporary: true };
}

export function parameterFor(of: LocalVariable): ReturnType<typeof variable> {
  return variable(of.storage === "cell" ? `${of.name}.cell` : of.name, "any");
}
