/** Calls of the language's library: functions of builtins.ts, arrays, errors. */

import { builtins, isBuiltin } from "../../graph/builtins.ts";
import { typedArrayKinds } from "../../graph/byte-types.ts";
import { constants, type Operand } from "../../graph/graph.ts";
import { memoryBuiltins } from "../../graph/memory-builtins.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { placeError } from "../control/error-places.ts";
import { emitLoopOver } from "../control/iteration.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import { isHostModule } from "../modules/modules.ts";
import type { FunctionInfo } from "../names/bindings.ts";
import { symbolOfDeclaration } from "../names/known-symbols.ts";
import { builtinNameOf, libraryName } from "../names/library-names.ts";
import { defineCall, describeCall } from "../properties/define-calls.ts";
import { assignCall, createCall, emptyObject, fromEntriesCall } from "../properties/dynamic-names.ts";
import { restrictionCall } from "../properties/frozen-arrays.ts";
import { reflectCall } from "../properties/reflect-calls.ts";
import { addedByName } from "../prototypes/library-methods.ts";
import { prototypeCall } from "../prototypes/prototype-calls.ts";
import type { RefusalName } from "../refusals.ts";
import { literalConstant } from "../tree/literal-constants.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import { arrayOf } from "../values/literals.ts";
import { temporary } from "../values/variables.ts";
import { type BorrowedFrom, borrowedCall } from "./borrowed-methods.ts";
import { argumentsFor, callArguments } from "./call-arguments.ts";
import { foldable } from "./foldable-functions.ts";
import { callWithThis } from "./function-methods.ts";

/** Names with a reason of their own for being refused. */
const refusedNames: Readonly<Record<string, RefusalName>> = {
  eval: "eval",
  Function: "eval",
  Proxy: "proxy",
  RegExp: "regexp",
};

function refusalOf(name: string): RefusalName {
  const root = name.split(".")[0] ?? name;
  if (root === "Reflect" || name === "Object.defineProperty" || name === "Object.defineProperties")
    return "proxy";
  if (name === "Object.setPrototypeOf" || name === "Object.getPrototypeOf" || name === "Object.create")
    return "prototype";
  return refusedNames[root] ?? "builtin";
}

export function libraryCall(f: FunctionContext, given: string, node: ts.CallExpression): Operand {
  const name = builtinNameOf(given);
  if (name === "Array") return arrayConstructor(f, node, node.arguments);
  if (name === "Array.of") return arrayOf(f, node, node.arguments);
  if (name === "Array.from") return arrayFrom(f, node);
  const typed = typedArrayMaker(name);
  if (typed) {
    const values = typed.from ? arrayFrom(f, node) : arrayOf(f, node, node.arguments);
    const found = f.translation.preludeClass(typed.array);
    return f.emit("new", [values], node, { class: found?.name ?? typed.array });
  }
  if (name === "Object.assign") return assignCall(f, node);
  const defined =
    definitionCall(f, name, node) ?? restrictionCall(f, name, node) ?? reflectCall(f, name, node);
  if (defined) return defined;
  if (name === "Object.fromEntries") return fromEntriesCall(f, node);
  if (/^Object\.(create|[gs]etPrototypeOf)$/.test(name)) {
    const made = (name === "Object.create" && createCall(f, node)) || prototypeCall(f, name, node);
    if (made) return made;
  }
  if (name === "Object.prototype.hasOwnProperty.call") return libraryCall(f, "Object.hasOwn", node);
  const ofAdded = callOfAdded(f, name, node);
  if (ofAdded) return ofAdded;
  const borrowed = /^(Array|String)\.prototype\.(\w+)\.(call|apply)$/.exec(name);
  if (borrowed) return borrowedCall(f, node, borrowed[1] as BorrowedFrom, borrowed[2] as string);
  if (f.translation.preludeClass(name)) return newError(f, name, node, node.arguments);
  const inPrelude = replacingStringify(f, name, node) ?? f.translation.preludeFunction(name);
  if (inPrelude)
    return f.emit("call", argumentsFor(f, inPrelude, node.arguments, node), node, {
      function: inPrelude.name,
    });
  if (isMemoryBuiltin(name)) return f.emit("call_builtin", callArguments(f, node.arguments), node, { name });
  if (!isBuiltin(name)) return refuseNamed(f, given, node);
  if (node.arguments.some((one) => tsc.isSpreadElement(one))) return spreadCall(f, name, node);
  const [least, most] = builtins[name].args;
  if (name === "Symbol") return symbolCall(f, node);
  // Further arguments are evaluated, but mean nothing.
  const args = callArguments(f, node.arguments).slice(0, most);
  while (args.length < least) args.push(constants.undefined);
  return f.emit("call_builtin", args, node, { name });
}

/** What gives objects properties that are more than a value, or tells of them. */
function definitionCall(f: FunctionContext, name: string, node: ts.CallExpression): Operand | undefined {
  if (name === "Object.defineProperty" || name === "Object.defineProperties")
    return defineCall(f, name, node);
  return name === "Object.getOwnPropertyDescriptor" ? describeCall(f, node) : undefined;
}

/** JSON.stringify with what may be a function as replacer. */
function replacingStringify(
  f: FunctionContext,
  name: string,
  node: ts.CallExpression,
): FunctionInfo | undefined {
  const replacer = node.arguments[1];
  if (name !== "JSON.stringify" || !replacer || isHostModule(node.getSourceFile())) return undefined;
  const isKnown = tsc.isArrayLiteralExpression(replacer) || literalConstant(replacer) !== undefined;
  return isKnown || replacer.getText() === "undefined"
    ? undefined
    : f.translation.preludeFunctionNamed("node.json-replace.stringify");
}

/** `Symbol(description)`: the constant of a module that it initialises has members under a name known here. */
function symbolCall(f: FunctionContext, node: ts.CallExpression): Operand {
  let at: ts.Node = node.parent;
  while (tsc.isParenthesizedExpression(at) || tsc.isAsExpression(at) || tsc.isSatisfiesExpression(at))
    at = at.parent;
  const key = symbolOfDeclaration(f.translation.names, at);
  const [description = constants.undefined] = callArguments(f, node.arguments);
  const args = key === undefined ? [description] : [description, constants.string(key)];
  return f.emit("call_builtin", args, node, { name: "Symbol" });
}

/** `Uint8Array.from` and `Uint8Array.of`: of an array with the elements. */
function typedArrayMaker(name: string): { readonly array: string; readonly from: boolean } | undefined {
  const [array = "", member] = name.split(".");
  if (!Object.hasOwn(typedArrayKinds, array) || (member !== "from" && member !== "of")) return undefined;
  return { array, from: member === "from" };
}

function refuseNamed(f: FunctionContext, name: string, node: ts.CallExpression | ts.NewExpression): Operand {
  for (const one of node.arguments ?? []) f.expression(tsc.isSpreadElement(one) ? one.expression : one);
  const shown = name === "Function" ? "new Function" : name;
  return f.refuse(node.expression, refusalOf(name), shown);
}

function newError(f: FunctionContext, name: string, node: ts.Node, args: readonly ts.Expression[]): Operand {
  const found = f.translation.preludeClass(name);
  const target = found?.constructorFunction;
  const given = target ? argumentsFor(f, target, args, node) : callArguments(f, args);
  const made = f.emit("new", given, node, { class: found?.name ?? name });
  return found ? placeError(f, made, found, node) : made;
}

/** `Error.call(self, message)` makes an error of its own, whatever `self` is. */
export function calledError(f: FunctionContext, node: ts.CallExpression): Operand | undefined {
  const callee = skipErased(node.expression);
  if (!tsc.isPropertyAccessExpression(callee) || !/^(call|apply)$/.test(callee.name.text)) return undefined;
  if (!/Error$/.test(callee.expression.getText())) return undefined;
  const name = libraryName(f.translation.names, skipErased(callee.expression));
  const [self, ...rest] = node.arguments;
  if (name === undefined || !f.translation.preludeClass(name) || (self && tsc.isSpreadElement(self)))
    return undefined;
  if (self) f.expression(self);
  if (callee.name.text === "call") return newError(f, name, node, rest);
  const [list] = rest;
  const first = list && f.emit("get_index", [f.expression(list), constants.int(0)], node);
  const found = f.translation.preludeClass(name);
  return f.emit("new", [first ?? constants.undefined, constants.undefined], node, {
    class: found?.name ?? name,
  });
}

export function newLibrary(f: FunctionContext, name: string, node: ts.NewExpression): Operand {
  const args = node.arguments ?? [];
  if (name === "Array") return arrayConstructor(f, node, args);
  if (name === "Object" && args.length === 0) return emptyObject(f, node);
  if (f.translation.preludeClass(name)) return newError(f, name, node, args);
  return refuseNamed(f, name, node);
}

/** `new Array(n)` has n holes; any other number of arguments are the elements. */
function arrayConstructor(f: FunctionContext, node: ts.Node, args: readonly ts.Expression[]): Operand {
  const [only] = args;
  const literal = only && literalConstant(only);
  const isLength = args.length === 1 && only && !tsc.isSpreadElement(only) && literal?.kind !== "string";
  if (!isLength) return arrayOf(f, node, args);
  const length = f.expression(only);
  const name = f.translation.classOfLiteral(node, f.info, "array", []).name;
  return f.emit("new_array_length", [length], node, { class: name });
}

/** `Array.from(iterable)` and `Array.from({ length: n }, f)`. */
function arrayFrom(f: FunctionContext, node: ts.CallExpression): Operand {
  const [source, each] = node.arguments;
  if (!source || node.arguments.length > 2 || tsc.isSpreadElement(source))
    return refuseNamed(f, "Array.from", node);
  if (tsc.isObjectLiteralExpression(source)) return arrayOfLength(f, node, source, each);
  const iterable = f.expression(source);
  const mapper = each && f.expression(each);
  const name = f.translation.classOfLiteral(node, f.info, "array", []).name;
  const array = f.emit("new_array", [], node, { class: name });
  const index = temporary("index");
  f.builder.write(index, constants.int(0));
  const append = (value: Operand): void => {
    const position = f.builder.read(index);
    const element = mapper ? f.emit("call_value", [mapper, value, position], node) : value;
    f.emit("call_method", [array, element], node, { name: "push" });
    f.builder.write(index, f.emit("add", [position, constants.int(1)], node));
  };
  emitLoopOver(f, iterable, node, append, { hasLength: true });
  return array;
}

function arrayOfLength(
  f: FunctionContext,
  node: ts.CallExpression,
  source: ts.ObjectLiteralExpression,
  each: ts.Expression | undefined,
): Operand {
  const [property] = source.properties;
  const isLength =
    source.properties.length === 1 &&
    property !== undefined &&
    (tsc.isPropertyAssignment(property) || tsc.isShorthandPropertyAssignment(property)) &&
    property.name.getText() === "length";
  if (!isLength) return refuseNamed(f, "Array.from", node);
  const { builder } = f;
  const length = f.expression(tsc.isPropertyAssignment(property) ? property.initializer : property.name);
  const mapper = each && f.expression(each);
  const name = f.translation.classOfLiteral(node, f.info, "array", []).name;
  const array = f.emit("new_array", [], node, { class: name });
  const index = temporary("index");
  builder.write(index, constants.int(0));
  const header = builder.block();
  const body = builder.block();
  const after = builder.block();
  builder.jump(header);
  builder.start(header);
  builder.branch(f.emit("less", [builder.read(index), length], node), body, after);
  builder.sealAndStart(body);
  const position = builder.read(index);
  const element = mapper
    ? f.emit("call_value", [mapper, constants.undefined, position], node)
    : constants.undefined;
  f.emit("call_method", [array, element], node, { name: "push" });
  builder.write(index, f.emit("add", [position, constants.int(1)], node));
  builder.jump(header);
  builder.seal(header);
  builder.sealAndStart(after);
  return array;
}

function spreadCall(f: FunctionContext, name: string, node: ts.CallExpression): Operand {
  if (name === "console.log" || name === "console.error") {
    const values = arrayOf(f, node, node.arguments);
    const text = f.emit("call_builtin", [values], node, { name: "memory.formatText" });
    return f.emit("call_builtin", [text], node, { name });
  }
  const start = foldable[name];
  if (!start) return fixedCall(f, name, node);
  const result = temporary("result");
  f.builder.write(result, start);
  const add = (value: Operand): void => {
    const old = f.builder.read(result);
    const next =
      start.kind === "string"
        ? f.emit("concat", [old, f.emit("call_builtin", [value], node, { name })], node)
        : f.emit("call_builtin", [old, value], node, { name });
    f.builder.write(result, next);
  };
  const values = arrayOf(f, node, node.arguments);
  emitLoopOver(f, values, node, add);
  return f.builder.read(result);
}

/** Arguments that a function has no use for are evaluated, those that are missing are undefined. */
function fixedCall(f: FunctionContext, name: string, node: ts.CallExpression): Operand {
  const most = isBuiltin(name) ? builtins[name].args[1] : 0;
  if (most > 3) {
    callArguments(f, node.arguments);
    return constants.undefined;
  }
  const values = arrayOf(f, node, node.arguments);
  const args = Array.from({ length: most }, (_, i) => f.emit("get_index", [values, constants.int(i)], node));
  return f.emit("call_builtin", args, node, { name });
}

function isMemoryBuiltin(name: string): boolean {
  return Object.hasOwn(memoryBuiltins, name);
}

/** `Array.prototype.last.call(self, …)` of what the program has added. */
function callOfAdded(f: FunctionContext, name: string, node: ts.CallExpression): Operand | undefined {
  const [, member = "", way] = /^(.*)\.(call|apply)$/.exec(name) ?? [];
  const callee = skipErased(node.expression);
  const target = addedByName(f, member);
  if (!target || !tsc.isPropertyAccessExpression(callee)) return undefined;
  return callWithThis(f, node, f.syntax.functionValue(f, target), callee, way as "call" | "apply");
}
