/** The graph of each function: parameters, body, implied return. */
import { constants, graph, type Operand, type Variable, variable } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { constructorBody } from "../classes/constructors.ts";
import { leave } from "../control/exits.ts";
import type { ClassBinding, FunctionInfo } from "../names/bindings.ts";
import { accessorsAreProperties } from "../properties/defined-properties.ts";
import { asyncBody } from "../suspending/async-functions.ts";
import { asyncGeneratorBody } from "../suspending/async-generators.ts";
import { generatorBody } from "../suspending/generators.ts";
import type { Translation } from "../translation.ts";
import {
  awaitsAtTop,
  capturedField,
  hasThisParameter,
  isAsync,
  isGenerator,
  parameterNames,
  parametersOf,
  usesArguments,
} from "../tree/function-shape.ts";
import { isStatic } from "../tree/syntax-tree.ts";
import { withDefault } from "../values/destructuring.ts";
import { declareVariable, enterParameters, parameterFor, startGlobals } from "../values/variables.ts";
import { argumentAt, startArguments } from "./arguments-object.ts";
import { FunctionContext, type Syntax } from "./function-context.ts";
import { shapeOf } from "./parameter-shape.ts";
import { GraphBuilder } from "./ssa.ts";

/** Translates a function and adds its graph to the program. */
export function translateFunction(
  translation: Translation,
  syntax: Syntax,
  info: FunctionInfo,
  staticClass?: ClassBinding,
): void {
  const { node } = info;
  const hasThis = hasThisParameter(info);
  const self = variable("this", "any");
  const free = info.free.map(parameterFor);
  const declared = declaredParameters(translation, info);
  const own = hasThis ? [self] : [];
  const place = freePlace(translation, info);
  const params =
    place === "captures"
      ? [...free, ...own, ...declared]
      : [...own, ...(place === "this" ? [] : free), ...declared];
  const builder = new GraphBuilder(
    graph(info.name, {
      displayName: shownAs(translation, info),
      captures: place === "captures" ? free.length : 0,
      hasThis,
      typeParameters: tsc.isSourceFile(node) || tsc.isClassLike(node) ? [] : typeParameterNames(node),
      system: info.module.system,
      notes: { ...restNote(translation, info), ...arityNote(info) },
      span: tsc.isSourceFile(node) ? undefined : spanOf("name" in node && node.name ? node.name : node),
    }),
    params,
  );
  const f = new FunctionContext(translation, syntax, info, builder);
  f.staticClass = staticClass;
  if (hasThis) builder.write(translation.names.thisVariable(info), self);
  info.free.forEach((one, i) => {
    builder.write(
      one,
      place === "this"
        ? f.emit("get_property", [self], undefined, { name: capturedField(one) })
        : (free[i] as Variable),
    );
  });
  body(f, declared);
  builder.return(constants.undefined, undefined);
  translation.program.functions.set(info.name, builder.finish());
}

/** Where a function finds the variables it needs of functions around it. */
function freePlace(translation: Translation, info: FunctionInfo): "captures" | "parameters" | "this" {
  const { node } = info;
  if (tsc.isSourceFile(node) || translation.isDirect(info)) return "parameters";
  if (tsc.isClassLike(node) || tsc.isConstructorDeclaration(node)) return "parameters";
  if (isLiteralAccessor(node)) return accessorsAreProperties(translation, info) ? "captures" : "this";
  if (!tsc.isClassLike(node.parent)) return "captures";
  return isStatic(node) ? "parameters" : "this";
}

/** The accessor of a literal that is a function value. */
function shownAs(translation: Translation, info: FunctionInfo): string {
  const { node, displayName } = info;
  if (!isLiteralAccessor(node) || !accessorsAreProperties(translation, info)) return displayName;
  return `${tsc.isGetAccessor(node as ts.Node) ? "get" : "set"} ${displayName}`;
}

/** It is found through the literal's class, not through a function value: the object keeps what it captures. */
function isLiteralAccessor(node: ts.Node): boolean {
  return tsc.isAccessor(node) && tsc.isObjectLiteralExpression(node.parent);
}

/** Callers that do not know the function's name see there that it has a rest parameter, and of what class its array is. */
function restNote(translation: Translation, info: FunctionInfo): Record<string, string> {
  const { hasRest } = shapeOf(translation, info);
  return hasRest && !translation.isCalledByName(info) ? { rest: translation.restClass(info) } : {};
}

/** A function's `length`: the parameters before the first with a default, or the rest; where that is not all of them. */
function arityNote(info: FunctionInfo): Record<string, string> {
  const params = parametersOf(info.node);
  const first = params.findIndex((one) => one.initializer !== undefined || one.dotDotDotToken !== undefined);
  if (usesArguments(info.node)) return { length: String(first < 0 ? params.length : first) };
  return first < 0 ? {} : { length: String(first) };
}

function typeParameterNames(node: ts.FunctionLikeDeclaration): string[] {
  return (node.typeParameters ?? []).map((one) => one.name.text);
}

function declared(name: string): Variable {
  return { ...variable(name, "any"), declared: true };
}

function declaredParameters(translation: Translation, info: FunctionInfo): Variable[] {
  if (tsc.isClassLike(info.node)) return translation.impliedParameters(info.node).map(declared);
  return parameterNames(info.node).map(declared);
}

function body(f: FunctionContext, declared: readonly Variable[]): void {
  const { node } = f.info;
  if (tsc.isSourceFile(node)) {
    startGlobals(f);
    const statements = (): void => f.syntax.statements(f, node, node.statements);
    return awaitsAtTop(node) ? asyncBody(f, node, statements) : statements();
  }
  const bindAll = (): void => bindParameters(f, declared);
  if (tsc.isClassLike(node) || tsc.isConstructorDeclaration(node))
    return constructorBody(f, declared, bindAll);
  if (!node.body) return bindAll();
  const { body: code } = node;
  const run = (): void => {
    if (tsc.isBlock(code)) f.syntax.statements(f, node, code.statements);
    else leave(f, { kind: "return", span: spanOf(code) }, f.expression(code));
  };
  if (isAsync(node) && !isGenerator(node)) {
    return asyncBody(f, node, () => {
      bindAll();
      run();
    });
  }
  bindAll();
  if (isAsync(node)) asyncGeneratorBody(f, node, run);
  else if (isGenerator(node)) generatorBody(f, node, run);
  else run();
}

function bindParameters(f: FunctionContext, declared: readonly Variable[]): void {
  const [list] = usesArguments(f.info.node) ? declared : [];
  if (list) startArguments(f, list);
  enterParameters(f);
  parametersOf(f.info.node).forEach((one, i) => {
    const given = list ? givenTo(f, one, i, list) : (declared[i] as Variable);
    const binding = f.translation.names.bindings.get(one);
    const value = one.initializer ? withDefault(f, given, one.initializer) : given;
    if (!tsc.isIdentifier(one.name)) f.syntax.declarePattern(f, one.name, one, value);
    else if (binding?.kind === "local") declareVariable(f, binding, value, one);
  });
}

/** The argument or, for a rest parameter, the arguments from a place on. */
function givenTo(f: FunctionContext, one: ts.ParameterDeclaration, place: number, list: Operand): Operand {
  if (!one.dotDotDotToken) return argumentAt(f, list, place, one);
  return f.emit("call_method", [list, constants.int(place)], one, { name: "slice" });
}
