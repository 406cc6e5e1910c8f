/** Functions as values: closures, hoisting. */
import { constants, type Operand } from "../../graph/graph.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { mixinsOf } from "../classes/mixins.ts";
import type { FunctionBinding, FunctionInfo } from "../names/bindings.ts";
import { isMentionedBefore } from "../names/captures.ts";
import { hasPrototypes, preparePrototype } from "../prototypes/prototype-objects.ts";
import { isLoop } from "../tree/syntax-tree.ts";
import { capturedOperand, declareVariable, newCell } from "../values/variables.ts";
import type { FunctionContext } from "./function-context.ts";

/** A function expression, arrow function or method as a value, with what it captures at this moment. */
export function functionValue(f: FunctionContext, info: FunctionInfo): Operand {
  const own = f.translation.names.bindings.get(info.node);
  const named = own?.kind === "function-binding" && own.access === "closure" ? own : undefined;
  if (!named || named.accesses.length === 0 || !tsc.isFunctionExpression(info.node))
    return makeClosure(f, info);
  const { variable } = named;
  if (variable.kind !== "local") return makeClosure(f, info);
  if (variable.storage !== "cell") {
    const value = makeClosure(f, info);
    f.builder.write(variable, value);
    return value;
  }
  f.builder.write(variable, newCell(f, variable, constants.undefined, false));
  const value = makeClosure(f, info);
  declareVariable(f, variable, value, info.node);
  return value;
}

function makeClosure(f: FunctionContext, info: FunctionInfo): Operand {
  const value = closureOf(f, info);
  preparePrototype(f, info, value);
  return value;
}

function closureOf(f: FunctionContext, info: FunctionInfo): Operand {
  const name = f.translation.closureClass(info);
  const captured = info.free.map((one) => capturedOperand(f, one));
  if (captured.length === 0 && isEvaluatedOnce(info)) return constants.function(info.name);
  return f.emit("closure", captured, info.node, { class: name });
}

/** At the top of a module, outside loops, there is only one such function value. */
function isEvaluatedOnce(info: FunctionInfo): boolean {
  if (info.parent?.parent !== undefined) return false;
  for (let at = info.node.parent; at && !tsc.isSourceFile(at); at = at.parent) if (isLoop(at)) return false;
  return true;
}

/** A function that is no closure is there from the start. */
function prepareDeclared(f: FunctionContext, node: ts.FunctionDeclaration): void {
  if (!hasPrototypes(f) || !node.body || mixinsOf(f.translation.names).isGone(node)) return;
  prepareKnown(f, f.translation.names.functionOf(node));
}

/** The same of one that a constant is declared with. */
export function prepareKnown(f: FunctionContext, info: FunctionInfo): void {
  if (!hasPrototypes(f) || info.isArrow) return;
  if (info.free.length > 0 || !isEvaluatedOnce(info)) return;
  f.translation.closureClass(info);
  preparePrototype(f, info, constants.function(info.name));
}

function bindingOf(f: FunctionContext, node: ts.Node): FunctionBinding | undefined {
  const binding = f.translation.names.bindings.get(node);
  return binding?.kind === "function-binding" && binding.access === "closure" ? binding : undefined;
}

/** Makes the function values of declarations that are mentioned before they stand there. */
export function hoistFunctions(f: FunctionContext, list: readonly ts.Statement[]): void {
  for (const one of list) {
    const binding = tsc.isFunctionDeclaration(one) ? bindingOf(f, one) : undefined;
    if (binding?.variable.kind === "local" && isMentionedBefore(binding.variable)) declare(f, binding, one);
    else if (tsc.isFunctionDeclaration(one)) prepareDeclared(f, one);
  }
}

export function declareFunction(f: FunctionContext, node: ts.FunctionDeclaration): void {
  const binding = bindingOf(f, node);
  if (binding?.variable.kind === "local" && !isMentionedBefore(binding.variable)) declare(f, binding, node);
}

function declare(f: FunctionContext, binding: FunctionBinding, node: ts.Node): void {
  declareVariable(f, binding.variable, makeClosure(f, binding.target), node);
}
