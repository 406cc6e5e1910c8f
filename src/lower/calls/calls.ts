/** Calls by the language's syntax: known functions, values, methods, `super`, `new`. */

import { isBuiltin } from "../../graph/builtins.ts";
import { constants, type Operand, type Operation } from "../../graph/graph.ts";
import { hasLibraryMember, isUnsupported, receiverKind } from "../../graph/library-members.ts";
import { isBound, lookupConstructor, lookupInherited, withoutKeys } from "../../graph/program.ts";
import { isTaggedClass } from "../../graph/tagged.ts";
import { isNever, type ValueType } from "../../graph/types.ts";
import { referenceClass } from "../../graph/well-known.ts";
import { convert, isNullish, lowTypeOf } from "../convert.ts";
import type { Known, Lowering } from "../lowering.ts";
import { byCase, memberCases } from "../objects/classes.ts";
import { callTable } from "../objects/dictionaries.ts";
import { libraryMethodOf, throwOnNullish } from "../objects/members.ts";
import { newInstance } from "../objects/objects.ts";
import { loadPlace } from "../objects/place-access.ts";
import { argumentsOf, give, type Handlers, resultType, string } from "../results.ts";
import { split } from "../split.ts";
import { objectOf, tagged } from "../tagged/tagged-words.ts";
import { arrange, shapeOf } from "./arguments.ts";
import { lowerBuiltin } from "./builtins.ts";
import { callClosure, callFunction, callMethod, undefinedKnown } from "./invoke.ts";

/** Gives a call's result, unless it never returns. */
function giveCall(l: Lowering, operation: Operation, known: Known): void {
  if (isNever(known.type)) return;
  give(l, operation, known);
}

function call(l: Lowering, operation: Operation): void {
  giveCall(l, operation, callFunction(l, String(operation.attributes.function), argumentsOf(l, operation)));
}

/** Bound functions of which this one's target is called. */
type Bound = readonly string[];

/** A bound function calls its target with the `this` and the arguments that it keeps, those of the call behind them. */
function callBound(
  l: Lowering,
  callee: Known,
  args: readonly Known[],
  operation: Operation,
  bound: Bound,
): Operand {
  const className = callee.type.objects[0]!;
  const [target, self, ...kept] = l.context.classOf(className).fields.map((field) => {
    const place = l.context.layout.place(className, field.name);
    return place ? loadPlace(l, callee.operand, place) : undefinedKnown;
  });
  if (bound.includes(className)) {
    l.stop("unsupported", "a function that is bound again and again");
    return l.anything(lowTypeOf(resultType(l, operation)));
  }
  return callAny(l, target!, "the value called", self!, [...kept, ...args], operation, [...bound, className]);
}

/** Calls what a value holds, or makes what a class as a value stands for; anything else throws a TypeError. */
function callAny(
  l: Lowering,
  callee: Known,
  name: string,
  self: Known,
  args: readonly Known[],
  operation: Operation,
  bound: Bound = [],
): Operand {
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const isNew = operation.op === "new_value";
  const closures = callee.type.objects.filter(
    (one) => one !== referenceClass && l.context.classOf(one).kind === "closure",
  );
  const isClass = (one: string): boolean => l.context.classOf(one).constructs !== undefined;
  const functions = closures.filter((one) => isClass(one) === isNew);
  const bad = (classes: readonly string[] = []): Operand => {
    const [first] = classes.filter((one) => closures.includes(one) && isClass(one));
    const shown = operation.attributes.shown ?? name;
    const text =
      first === undefined
        ? `${shown} is not a ${isNew ? "constructor" : "function"}`
        : `Class constructor ${l.context.classOf(first).displayName} cannot be invoked without 'new'`;
    l.throwError("TypeError", text);
    return l.anything(low);
  };
  return split(l, callee, low, (one, part) => {
    if (part !== "objects") return bad();
    const groups = byShape(l, functions).map((classes) => ({ classes, callable: true }));
    for (const other of functions.filter((each) => isBound(l.context.classOf(each))))
      groups.push({ classes: [other], callable: !isNew });
    const others = one.type.objects.filter((other) => !functions.includes(other));
    // Classes are told apart: the message names the one that was called.
    const named = isNew ? [] : others.filter((other) => closures.includes(other));
    for (const other of named) groups.push({ classes: [other], callable: false });
    const rest = others.filter((other) => !named.includes(other));
    if (rest.length > 0) groups.push({ classes: rest, callable: false });
    return byCase(l, one, groups, low, (group, receiver) => {
      if (!group.callable) return bad(group.classes);
      if (isBound(l.context.classOf(group.classes[0]!)))
        return callBound(l, receiver, args, operation, bound);
      const code = l.context.classOf(group.classes[0]!).function!;
      const result = callClosure(l, receiver, self, arrange(l, code, args, operation));
      return isNever(result.type) ? l.anything(low) : convert(l, result, type);
    });
  });
}

/** Classes of function values in groups that take their arguments in the same way. */
function byShape(l: Lowering, classes: readonly string[]): string[][] {
  const groups = new Map<number, string[]>();
  for (const one of classes) {
    if (isBound(l.context.classOf(one))) continue;
    const shape = shapeOf(l, l.context.classOf(one).function!);
    groups.set(shape, [...(groups.get(shape) ?? []), one]);
  }
  return [...groups.values()];
}

function callValue(l: Lowering, operation: Operation): void {
  const [callee, ...given] = argumentsOf(l, operation) as [Known, ...Known[]];
  const hasSelf = operation.attributes.self === true;
  const self = (hasSelf ? given[0] : undefined) ?? undefinedKnown;
  const args = hasSelf ? given.slice(1) : given;
  l.define(operation.result, callAny(l, callee, "the value called", self, args, operation));
}

function newValue(l: Lowering, operation: Operation): void {
  const [callee, ...args] = argumentsOf(l, operation) as [Known, ...Known[]];
  l.define(operation.result, callAny(l, callee, "the value", undefinedKnown, args, operation));
}

function callMethodOperation(l: Lowering, operation: Operation): void {
  const name = String(operation.attributes.name);
  const [receiver, ...args] = argumentsOf(l, operation) as [Known, ...Known[]];
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const into = (known: Known): Operand => intoType(l, known, type);
  const builtin = (kind: string, one: Known): Operand => {
    const full = `${kind}.${name}`;
    const library = libraryFunction(operation, kind);
    if (library !== undefined) return into(callFunction(l, library, [one, ...args]));
    if (isBuiltin(full)) return into(lowerBuiltin(l, full, [one, ...args], type, operation));
    if (!hasLibraryMember(kind, name)) {
      l.throwError("TypeError", `${operation.attributes.shown ?? name} is not a function`);
      return l.anything(low);
    }
    return l.unsupported(
      "H3105",
      `the method \`${name}\` of ${kind}s is not supported yet`,
      "write it as a function",
      low,
    );
  };
  const result = split(l, receiver, low, (one, part) => {
    if (part === "undefined" || part === "null") {
      throwOnNullish(l, part, "read", name);
      return l.anything(low);
    }
    if (part !== "objects") return builtin(part, one);
    return callMember(l, one, name, args, operation, (array) => builtin("array", array));
  });
  l.define(operation.result, result);
}

/** The function of the prelude that a method of a kind of receivers is. */
function libraryFunction({ attributes }: Operation, kind: string): string | undefined {
  const entries = Array.isArray(attributes.library) ? (attributes.library as readonly string[]) : [];
  const start = `${kind}s=`;
  return entries.find((one) => one.startsWith(start))?.slice(start.length);
}

function intoType(l: Lowering, known: Known, type: ValueType): Operand {
  return isNever(known.type) ? l.anything(lowTypeOf(type)) : convert(l, known, type);
}

/** Calls what a member of an object holds; gives the operation's result. */
export function callMember(
  l: Lowering,
  receiver: Known,
  name: string,
  args: readonly Known[],
  operation: Operation,
  onArray?: (array: Known) => Operand,
): Operand {
  const type = resultType(l, operation);
  const low = lowTypeOf(type);
  const bad = (): Operand => {
    l.throwError("TypeError", `${operation.attributes.shown ?? name} is not a function`);
    return l.anything(low);
  };
  return byCase(
    l,
    receiver,
    memberCases(l, receiver.type.objects, name),
    low,
    ({ member, classes }, object) => {
      switch (member.kind) {
        case "array":
          return onArray ? onArray(object) : bad();
        case "method":
          return intoType(l, callMethodOf(l, name, member.functions, object, args, operation), type);
        case "field": {
          const value = loadPlace(l, object.operand, member.place);
          const { hides } = member;
          const own = (): Operand => callAny(l, value, name, object, args, operation);
          if (hides === undefined) return own();
          const functions = new Map(classes.map((one) => [one, hides]));
          const inherited = (): Operand =>
            intoType(l, callMethodOf(l, name, functions, object, args, operation), type);
          return l.choose(isNullish(l, value, "undefined"), low, inherited, own);
        }
        case "accessor": {
          const getter = callMethod(l, `get ${name}`, member.getters, object, []);
          return callAny(l, getter, name, object, args, operation);
        }
        case "function":
          return bad();
        case "dictionary": {
          const property = constants.string(withoutKeys(name));
          const found = callTable(l, object, "##getName", [string(property)]);
          return callAny(l, found, name, object, args, operation);
        }
        case "missing": {
          if (!member.inLibrary) return bad();
          const inherited = inheritedMethod(l, classes[0]!, name);
          return inherited
            ? callAny(l, inherited, name, object, args, operation)
            : l.stopped(`\`${name}\` is not supported`, low);
        }
      }
    },
  );
}

/** What the library gives all objects of a kind, where calls of it do more than stop. */
function inheritedMethod(l: Lowering, className: string, name: string): Known | undefined {
  const kind = receiverKind(l.context.classOf(className));
  const method = kind === undefined ? undefined : libraryMethodOf(l, kind, name);
  const code = method && l.context.classOf(method.type.objects[0]!).function;
  return code !== undefined && isUnsupported(l.context.graphOf(code)) ? undefined : method;
}

function callMethodOf(
  l: Lowering,
  name: string,
  functions: ReadonlyMap<string, string>,
  object: Known,
  args: readonly Known[],
  operation: Operation,
): Known {
  const [first] = functions.values();
  return callMethod(l, name, functions, object, arrange(l, first!, args, operation));
}

function callSuper(l: Lowering, operation: Operation): void {
  const { class: className, name } = operation.attributes;
  const { parent } = l.context.classOf(String(className));
  const member = parent === undefined ? undefined : lookupInherited(l.context.source, parent, String(name));
  const [self, ...args] = argumentsOf(l, operation) as [Known, ...Known[]];
  if (member?.kind === "method") {
    const { hasThis } = l.context.graphOf(member.function);
    const passed = arrange(l, member.function, args, operation);
    giveCall(l, operation, callFunction(l, member.function, hasThis ? [self, ...passed] : passed));
  } else l.throwError("TypeError", `(intermediate value).${name} is not a function`);
}

function callBuiltin(l: Lowering, operation: Operation): void {
  const name = String(operation.attributes.name);
  const args = argumentsOf(l, operation);
  const type = resultType(l, operation);
  giveCall(l, operation, lowerBuiltin(l, name, args, type, operation));
}

function construct(l: Lowering, operation: Operation): void {
  const className = String(operation.attributes.class);
  const args = argumentsOf(l, operation);
  const instance = newInstance(l, className);
  const made = objectOf(l, instance, className);
  const initialize = lookupConstructor(l.context.source, className);
  if (initialize !== undefined) {
    const { hasThis } = l.context.graphOf(initialize);
    const result = callFunction(l, initialize, hasThis ? [made, ...args] : args);
    if (isNever(result.type)) return;
  }
  give(l, operation, isTaggedClass(className) ? tagged(l, instance, className) : made);
}

export const callHandlers: Handlers<
  "call" | "call_value" | "new_value" | "call_method" | "call_super" | "call_builtin" | "new"
> = {
  call,
  call_value: callValue,
  new_value: newValue,
  call_method: callMethodOperation,
  call_super: callSuper,
  call_builtin: callBuiltin,
  new: construct,
};
