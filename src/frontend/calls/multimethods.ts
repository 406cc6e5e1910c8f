/**
 * Multimethods of `heddle/dispatch`: a constant at the top of a module becomes a function that chooses by the classes of two
 * arguments, and calls.
 *
 *   const meet = multimethod("meet",        meet(first, second):
 *     when(Ship, Rock, crash),                n = dispatch{methods=[Ship Rock, Rock Rock]} first, second
 *     when(Rock, Rock, bounce),       =>      0: crash(first: Ship, second: Rock)
 *   );                                        1: bounce(first: Rock, second: Rock)
 */
import { constants, graph, type Operand, variable } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { GraphBuilder } from "../functions/ssa.ts";
import type { Binding, FunctionInfo } from "../names/bindings.ts";
import { bindingOfName } from "../names/library-names.ts";
import type { NameTable } from "../names/name-table.ts";
import type { RefusalName } from "../refusals.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { checkMention, declareVariable } from "../values/variables.ts";
import { isMultimethodVariable, methodsOf, type Variable } from "./multimethod-syntax.ts";

interface Method {
  readonly classes: readonly [string, string];
  readonly target: FunctionInfo;
  readonly node: ts.Node;
}

function dispatchFunction(names: NameTable, { declaration }: Variable): string {
  const { name } = declaration as ts.VariableDeclaration;
  return `${names.moduleOf(declaration).prefix}.${name.getText()}.dispatch`;
}

/** Declares a multimethod; false if the variable is none. */
export function declareMultimethod(f: FunctionContext, node: ts.VariableDeclaration): boolean {
  const { names, program } = f.translation;
  const binding = names.bindings.get(node);
  if (!isMultimethod(names, binding)) return false;
  const given = methodsOf(node);
  const methods = given.methods.flatMap((one) => methodOf(f, one) ?? []);
  const pairs = methods.map(({ classes }) => classes.join(" "));
  for (const [index, { node: method }] of methods.entries())
    if (pairs.indexOf(pairs[index]!) < index) f.refuse(method, "sameMethod");
  const [first, second] = [variable("first", "any"), variable("second", "any")];
  const span = spanOf(node);
  const low = graph(dispatchFunction(names, binding), { displayName: given.name, span });
  const builder = new GraphBuilder(low, [first, second]);
  const chosen = builder.emit("dispatch", [first, second], span, { name: given.name, methods: pairs });
  for (const [index, { classes, target }] of methods.entries()) {
    const isLast = index === methods.length - 1;
    const [here, next] = [builder.block(), builder.block()];
    if (isLast) builder.jump(here);
    else builder.branch(builder.emit("strict_equal", [chosen, constants.int(index)], span), here, next);
    builder.sealAndStart(here);
    const args = [first, second].map((one, at) =>
      builder.emit("refine", [one], span, { test: "instance", class: classes[at]! }),
    );
    const taken = args.slice(0, parametersOf(target).length);
    builder.return(builder.emit("call", taken, span, { function: target.name }), span);
    builder.sealAndStart(next);
  }
  if (methods.length === 0) builder.return(constants.undefined, span);
  program.functions.set(low.name, builder.finish());
  if (binding.checked) declareVariable(f, binding, constants.int(0), node);
  return true;
}

function isMultimethod(names: NameTable, binding: Binding | undefined): binding is Variable {
  const isVariable = binding?.kind === "global" || binding?.kind === "local";
  return isVariable && isMultimethodVariable(names, binding);
}

function parametersOf({ node }: FunctionInfo): readonly ts.ParameterDeclaration[] {
  return tsc.isFunctionLike(node) ? node.parameters : [];
}

/** `when(A, B, run)`; undefined if it was refused. */
function methodOf(f: FunctionContext, node: ts.Expression): Method | undefined {
  const { names } = f.translation;
  const refuse = (at: ts.Node, what: RefusalName): undefined => {
    f.refuse(at, what);
  };
  if (!tsc.isCallExpression(node) || node.arguments.length !== 3) return refuse(node, "multimethod");
  const [first, second, run] = node.arguments as unknown as readonly [
    ts.Expression,
    ts.Expression,
    ts.Expression,
  ];
  const classes = [first, second].map((one) => bindingOfName(names, skipErased(one)));
  const [a, b] = classes.map((one) => (one?.kind === "class" ? one : undefined));
  if (!a || !b || a.info.typeParameters.length + b.info.typeParameters.length > 0)
    return refuse(a ? second : first, "multimethodClass");
  const target = functionOf(names, skipErased(run));
  const params = target ? parametersOf(target) : [];
  const plain = params.every((one) => !one.dotDotDotToken && !one.initializer) && params.length <= 2;
  if (!target || !plain || target.free.length > 0 || (target.usesThis && !target.isArrow))
    return refuse(run, "multimethodFunction");
  return { classes: [a.info.name, b.info.name], target, node };
}

function functionOf(names: NameTable, node: ts.Expression): FunctionInfo | undefined {
  if (tsc.isArrowFunction(node) || tsc.isFunctionExpression(node)) {
    const isPlain = !node.asteriskToken && !node.modifiers?.length;
    return isPlain ? names.functions.get(node) : undefined;
  }
  const binding = bindingOfName(names, node);
  return binding?.kind === "function-binding" && binding.access === "known" ? binding.target : undefined;
}

/** A call of a multimethod by its name. */
export function callMultimethod(
  f: FunctionContext,
  node: ts.CallExpression,
  binding: Binding | undefined,
  callee: ts.Expression,
): Operand | undefined {
  const { names } = f.translation;
  if (!isMultimethod(names, binding)) return undefined;
  if (node.arguments.length !== 2 || node.arguments.some(tsc.isSpreadElement))
    return f.refuse(node, "multimethodValue");
  checkMention(f, binding, skipErased(callee));
  const args = node.arguments.map((one) => f.expression(one));
  return f.emit("call", args, node, { function: dispatchFunction(names, binding) });
}
