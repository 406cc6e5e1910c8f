/** Calls: of functions known by name, of values, of methods, of `super`, of the library; `new`. */
import { constants, type Operand } from "../../graph/graph.ts";
import { spanOf } from "../checker/spans.ts";
import { typeKeys } from "../checker/type-keys.ts";
import { type ts, tsc } from "../checker/typescript.ts";
import { holdsArrow } from "../classes/added-statics.ts";
import { classValue, isConstantClass } from "../classes/class-values.ts";
import { superCall } from "../classes/constructors.ts";
import { watchInstance } from "../classes/finalizers.ts";
import { mixinCall } from "../classes/mixin-calls.ts";
import { madeInstance } from "../classes/replaced-instances.ts";
import { checkClass, findStatic, staticOwner, staticTarget } from "../classes/static-members.ts";
import { placeError, placeMadeError } from "../control/error-places.ts";
import type { Chain, FunctionContext } from "../functions/function-context.ts";
import { isHostModule } from "../modules/modules.ts";
import type { ClassBinding, FunctionBinding, FunctionInfo } from "../names/bindings.ts";
import { globalProperty } from "../names/global-properties.ts";
import { bindingOfName, isNamespace, libraryName } from "../names/library-names.ts";
import { mayBeDefined, valueIn } from "../properties/defined-properties.ts";
import { prototypeQuestion } from "../prototypes/class-prototypes.ts";
import { constructValue, hasPrototypes } from "../prototypes/prototype-objects.ts";
import { superLiteral, superOfLiteral } from "../prototypes/super-of-literal.ts";
import { callFound, superOfObject } from "../prototypes/super-of-object.ts";
import { nameOfAccess } from "../tree/access-name.ts";
import { calleeText } from "../tree/callee-text.ts";
import { hasThisParameter } from "../tree/function-shape.ts";
import { skipErased } from "../tree/syntax-tree.ts";
import {
  isInChain,
  optionalChain,
  receiverOf,
  stopIfNullish,
  superOwner,
  thisExpression,
} from "../values/members.ts";
import { rawTemplate, templateTexts, templateValues } from "../values/templates.ts";
import { capturedOperand, checkMention, readVariable } from "../values/variables.ts";
import { calledModule, withCallText } from "./assert-calls.ts";
import { argumentsFor, passedArguments } from "./call-arguments.ts";
import { borrowsMethod } from "./function-methods.ts";
import { calledError, libraryCall, newLibrary } from "./library-calls.ts";
import { callMethod } from "./method-calls.ts";
import { isOfDispatch } from "./multimethod-syntax.ts";
import { callMultimethod } from "./multimethods.ts";

const K = tsc.SyntaxKind;

export function callExpression(f: FunctionContext, node: ts.CallExpression): Operand {
  if (isInChain(node)) return optionalChain(f, node);
  return call(f, node, undefined);
}

/** A call, perhaps as a link of an optional chain. */
export function call(f: FunctionContext, node: ts.CallExpression, chain: Chain | undefined): Operand {
  const callee = skipErased(node.expression);
  if (callee.kind === K.SuperKeyword) return superCall(f, node);
  if (callee.kind === K.ImportKeyword) return f.refuse(node, "dynamicImport");
  const mixin = mixinCall(f, node);
  if (mixin) return mixin;
  if (!chain) {
    const named = callByName(f, node, callee);
    if (named) return named;
  }
  const isMember = tsc.isPropertyAccessExpression(callee) || tsc.isElementAccessExpression(callee);
  const global = isMember ? globalProperty(f.translation, callee) : undefined;
  if (isMember && global === undefined) {
    const name = nameOfAccess(callee);
    if (name !== undefined) return callMethod(f, node, callee, name, chain);
  }
  if (!chain && tsc.isElementAccessExpression(callee) && isOfValue(f, callee))
    return callComputed(f, node, callee);
  const value =
    chain && isInChain(callee) && global === undefined ? chainValue(f, callee, chain) : f.expression(callee);
  const known = chain && node.questionDotToken ? stopIfNullish(f, callee, value, chain) : value;
  return callOf(f, known, node, callee);
}

/** `process.hrtime.bigint()`: a property of a method, which methods do not have here. */
function hrtimeBigInt(f: FunctionContext, callee: ts.Expression): FunctionInfo | undefined {
  if (!tsc.isPropertyAccessExpression(callee) || callee.name.text !== "bigint") return undefined;
  const clock = skipErased(callee.expression);
  if (!tsc.isPropertyAccessExpression(clock) || clock.name.text !== "hrtime") return undefined;
  const object = skipErased(clock.expression);
  if (!tsc.isIdentifier(object) || !f.translation.names.isHostProcess(object)) return undefined;
  return f.translation.preludeFunctionNamed("node.process.hrtimeBigInt");
}

/** A function of the library that a global of Node's has among members which are written in the language itself. */
function hostFunction(f: FunctionContext, callee: ts.Expression): string | undefined {
  if (!tsc.isPropertyAccessExpression(callee) || !tsc.isIdentifier(callee.expression)) return undefined;
  const declaration = f.translation.names.declarationOf(callee.expression);
  if (!declaration || !isHostModule(declaration.getSourceFile())) return undefined;
  const name = `${callee.expression.text}.${callee.name.text}`;
  return f.translation.preludeFunction(name) ? name : undefined;
}

/** Calls a value, whatever it is. */
function callOf(f: FunctionContext, value: Operand, node: ts.CallExpression, callee: ts.Expression): Operand {
  return passTo(f, value, [], node, callee);
}

/** Calls a value with the arguments of a call, and with the `this` that it gets, if any. */
function passTo(
  f: FunctionContext,
  value: Operand,
  self: readonly Operand[],
  node: ts.CallExpression,
  callee: ts.Expression,
): Operand {
  const { operands, attributes } = passedArguments(f, node.arguments, node);
  return f.emit("call_value", [value, ...self, ...operands], node, {
    shown: calleeText(callee),
    ...(self.length > 0 ? { self: true } : {}),
    ...attributes,
  });
}

/** `A.field(…)` where a static field holds a function: the class is its `this`. */
function callStaticValue(
  f: FunctionContext,
  owner: ClassBinding,
  callee: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  node: ts.CallExpression,
): Operand {
  const value = f.expression(callee);
  if (!isConstantClass(owner) || holdsArrow(owner, nameOfAccess(callee)))
    return passTo(f, value, [], node, callee);
  return passTo(f, value, [classValue(f, owner, callee)], node, callee);
}

/** The object before the brackets is a value, not a class, enum or part of the library. */
function isOfValue(f: FunctionContext, { expression }: ts.ElementAccessExpression): boolean {
  const { names } = f.translation;
  const object = skipErased(expression);
  if (object.kind === K.SuperKeyword || staticOwner(f, object) || isNamespace(names, object)) return false;
  const binding = bindingOfName(names, object);
  if (binding) return binding.kind === "local" || binding.kind === "global";
  return libraryName(names, object) === undefined;
}

/** `object[name](…)`: the object is `this`. */
function callComputed(
  f: FunctionContext,
  node: ts.CallExpression,
  callee: ts.ElementAccessExpression,
): Operand {
  const object = f.expression(callee.expression);
  const found = f.emit("get_index", [object, f.expression(callee.argumentExpression)], callee);
  const value = mayBeDefined(f, undefined) ? valueIn(f, object, found, callee) : found;
  return passTo(f, value, [object], node, callee);
}

function chainValue(f: FunctionContext, callee: ts.Expression, chain: Chain): Operand {
  if (!tsc.isElementAccessExpression(callee)) return f.expression(callee);
  const object = receiverOf(f, callee, chain);
  return f.emit("get_index", [object, f.expression(callee.argumentExpression)], callee);
}

/** Functions, static methods and library functions, where the name alone says which. */
function callByName(f: FunctionContext, node: ts.CallExpression, callee: ts.Expression): Operand | undefined {
  const clock = hrtimeBigInt(f, callee);
  if (clock) return f.emit("call", [], node, { function: clock.name });
  const answer = prototypeQuestion(f, node) ?? calledError(f, node);
  if (answer) return answer;
  const { names } = f.translation;
  const binding = bindingOfName(names, callee);
  const chosen = callMultimethod(f, node, binding, callee);
  if (chosen) return chosen;
  if (isOfDispatch(names, callee, "multimethod") || isOfDispatch(names, callee, "when"))
    return f.refuse(node, "multimethod");
  if (binding?.kind === "function-binding") {
    const { variable } = binding;
    if (binding.access !== "closure") return callFunction(f, node, binding, callee);
    if (variable.kind === "local") {
      return callOf(f, readVariable(f, variable, skipErased(callee)), node, callee);
    }
  }
  const module = calledModule(f.translation, callee);
  if (module) return callKnown(f, node, module);
  if (tsc.isPropertyAccessExpression(callee) && callee.name.text === "call") {
    const target = f.translation.prototypes.calledByCall(callee.expression);
    if (target && target.free.length === 0 && !node.arguments.slice(0, 1).some(tsc.isSpreadElement))
      return callKnownWithThis(f, node, target);
  }
  if (tsc.isPropertyAccessExpression(callee) || tsc.isElementAccessExpression(callee)) {
    if (tsc.isPropertyAccessExpression(callee) && isNamespace(names, callee.expression)) return undefined;
    const object = skipErased(callee.expression);
    const owner = staticOwner(f, object);
    if (object.kind === K.SuperKeyword && !owner) return callSuper(f, node, callee);
    const name = nameOfAccess(callee);
    const found = owner && name !== undefined ? findStatic(owner, name) : undefined;
    if (owner && found?.kind === "method") {
      checkClass(f, owner, callee.expression);
      return callKnown(f, node, staticTarget(f, owner, found, found.target, callee));
    }
    const ofHost = owner ? hostFunction(f, callee) : undefined;
    if (ofHost !== undefined) return libraryCall(f, ofHost, node);
    if (owner) return callStaticValue(f, owner, callee, node);
  }
  const borrowed = borrowsMethod(f, node);
  if (borrowed) return borrowed;
  const library = binding ? undefined : (libraryName(names, callee) ?? hostFunction(f, callee));
  return library === undefined ? undefined : libraryCall(f, library, node);
}

function callFunction(
  f: FunctionContext,
  node: ts.CallExpression,
  binding: FunctionBinding,
  callee: ts.Expression,
): Operand {
  const mention = skipErased(callee);
  checkMention(f, binding.variable, tsc.isPropertyAccessExpression(mention) ? mention.name : mention);
  return callKnown(f, node, binding.target);
}

function callKnown(f: FunctionContext, node: ts.CallExpression, target: FunctionInfo): Operand {
  const args = argumentsFor(f, target, node.arguments, node);
  return callTarget(f, node, target, withCallText(target, node, args));
}

/** `f.call(self, …)` of a function known by name. */
function callKnownWithThis(f: FunctionContext, node: ts.CallExpression, target: FunctionInfo): Operand {
  const [first, ...rest] = node.arguments;
  const self = first ? f.expression(first) : constants.undefined;
  const args = argumentsFor(f, target, rest, node);
  const given = hasThisParameter(target) ? [self, ...args] : args;
  return f.emit("call", given, node, { function: target.name });
}

function callTarget(
  f: FunctionContext,
  node: ts.CallExpression | ts.TaggedTemplateExpression,
  target: FunctionInfo,
  args: readonly Operand[],
): Operand {
  // The variables that the function needs are read last: an argument may have assigned them.
  const free = target.free.map((one) => capturedOperand(f, one));
  const self = hasThisParameter(target) ? [constants.undefined] : [];
  const keys = tsc.isCallExpression(node) ? typeKeys(f.translation.names.checker, node) : [];
  const types = keys.length > 0 ? { types: keys } : {};
  return f.emit("call", [...self, ...free, ...args], node, { function: target.name, ...types });
}

/** Calls the tag with the template's texts and values; `String.raw` is only a template without escapes. */
export function taggedTemplate(f: FunctionContext, node: ts.TaggedTemplateExpression): Operand {
  const { names } = f.translation;
  const tag = skipErased(node.tag);
  const binding = bindingOfName(names, tag);
  const library = binding ? undefined : libraryName(names, tag);
  if (library === "String.raw") return rawTemplate(f, node.template);
  const values = templateValues(node.template);
  if (binding?.kind === "function-binding" && binding.access !== "closure") {
    checkMention(f, binding.variable, tsc.isPropertyAccessExpression(tag) ? tag.name : tag);
    const texts = templateTexts(f, node.template);
    return callTarget(f, node, binding.target, argumentsFor(f, binding.target, values, node, texts));
  }
  const name = tsc.isPropertyAccessExpression(tag) ? nameOfAccess(tag) : undefined;
  const callee = f.expression(tsc.isPropertyAccessExpression(tag) ? tag.expression : tag);
  const args = [templateTexts(f, node.template), ...values.map((one) => f.expression(one))];
  const shown = calleeText(tag);
  return name === undefined
    ? f.emit("call_value", [callee, ...args], node, { shown })
    : f.emit("call_method", [callee, ...args], node, { name, shown });
}

function callSuper(
  f: FunctionContext,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Operand {
  const owner = superOwner(f, callee);
  const name = nameOfAccess(callee);
  const literal = superLiteral(callee);
  if (!(owner || literal) || name === undefined) return f.refuse(callee, "superElsewhere");
  const self = thisExpression(f, callee.expression);
  const found = literal && superOfLiteral(f, literal, name, callee);
  const { operands, attributes } = passedArguments(f, node.arguments, node);
  if (found) {
    const shown = calleeText(callee);
    return callFound(f, found, name, [self, ...operands], { shown, ...attributes }, node);
  }
  if (!owner) return f.refuse(callee, "superElsewhere");
  if (!attributes.spread && !hasPrototypes(f)) {
    const ofObject = superOfObject(f, owner, name, [self, ...operands], node);
    if (ofObject) return ofObject;
  }
  return f.emit("call_super", [self, ...operands], node, { class: owner.name, name, ...attributes });
}

/** `new` of what is a value: a class, or a function that makes an instance of its own. */
function newValue(f: FunctionContext, node: ts.NewExpression, callee: ts.Expression): Operand {
  const made = f.expression(node.expression);
  const { operands, attributes } = passedArguments(f, node.arguments ?? [], node);
  const shown = calleeText(callee);
  const plain = (): Operand => f.emit("new_value", [made, ...operands], node, { shown, ...attributes });
  if (!hasPrototypes(f)) return plain();
  return constructValue(f, made, node, {
    plain,
    run: (self) =>
      f.emit("call_value", [made, self, ...operands], node, { shown, self: true, ...attributes }),
  });
}

export function newExpression(f: FunctionContext, node: ts.NewExpression): Operand {
  const { names } = f.translation;
  const callee = skipErased(node.expression);
  const args = node.arguments ?? [];
  const binding = callee.kind === K.ThisKeyword ? staticOwner(f, callee) : bindingOfName(names, callee);
  if (binding?.kind === "class") {
    if (callee.kind !== K.ThisKeyword)
      checkClass(f, binding, tsc.isPropertyAccessExpression(callee) ? callee.name : callee);
    const keys = typeKeys(names.checker, node);
    const types = keys.length > 0 ? { types: keys } : {};
    const { constructorFunction } = binding;
    const given = constructorFunction
      ? argumentsFor(f, constructorFunction, args, node)
      : args.map((one) => f.expression(one));
    const free = (constructorFunction?.free ?? []).map((one) => capturedOperand(f, one));
    const made = f.emit("new", [...free, ...given], node, { class: binding.name, ...types });
    watchInstance(f.builder, f.translation, binding, made, spanOf(node));
    return placeError(f, madeInstance(f.builder, binding, made, spanOf(node)), binding, node);
  }
  const library = binding ? undefined : libraryName(names, callee);
  if (library !== undefined) return newLibrary(f, library, node);
  if (binding?.kind === "function-binding") {
    const made = f.translation.prototypes.classOf(binding);
    if (!made || hasPrototypes(f)) return newValue(f, node, callee);
    checkMention(f, binding.variable, callee);
    const given = argumentsFor(f, binding.target, args, node);
    const instance = f.emit("new", given, node, { class: made.info.name });
    return f.translation.prototypes.isError(made) ? placeMadeError(f, instance, node) : instance;
  }
  return newValue(f, node, callee);
}
