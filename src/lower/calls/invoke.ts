/** Calls of functions, methods and function values of the program. */
import { constants, graph, type Operand, variable } from "../../graph/graph.ts";
import { isTaggedClass, mayBeTagged } from "../../graph/tagged.ts";
import { isNever, joinTypes, undefinedType, type ValueType } from "../../graph/types.ts";
import { codeSlot } from "../../graph/well-known.ts";
import { InternalFault } from "../../source/messages.ts";
import type { Context } from "../context.ts";
import { convert, lowTypeOf } from "../convert.ts";
import { type Known, Lowering, nothing } from "../lowering.ts";
import { byCase } from "../objects/classes.ts";

export const undefinedKnown: Known = { operand: constants.nil, type: undefinedType };

/** Parameters of a function without its captures, and its result. */
interface Signature {
  readonly captures: number;
  readonly hasThis: boolean;
  readonly params: readonly ValueType[];
  readonly result: ValueType;
}

export function signatureOf(l: Lowering, name: string): Signature {
  const graph = l.context.graphOf(name);
  const types = (graph.blocks[0]?.params ?? []).map((one) => l.typeOf(one));
  const { result } = graph;
  if (typeof result !== "object") throw new InternalFault(`${name} has no result type`);
  return { captures: graph.captures, hasThis: graph.hasThis, params: types.slice(graph.captures), result };
}

/** Arguments (with `this` first where the function has it) in the representation of the parameters. */
export function passArguments(l: Lowering, signature: Signature, args: readonly Known[]): Operand[] {
  const passed: Operand[] = [];
  for (const [index, type] of signature.params.entries()) {
    const operand = convert(l, args[index] ?? undefinedKnown, type);
    if (lowTypeOf(type) !== "void") passed.push(operand);
  }
  return passed;
}

/** What a call gives; a function that never returns ends the code here. */
export function resultOf(l: Lowering, operand: Operand, type: ValueType): Known {
  if (!isNever(type)) return { operand, type };
  l.end({ kind: "unreachable" });
  return nothing;
}

/** Calls a known function; `self` is the function value if it captures anything. */
export function callFunction(l: Lowering, name: string, args: readonly Known[], self?: Operand): Known {
  const signature = signatureOf(l, name);
  const passed = passArguments(l, signature, args);
  if (signature.captures > 0) {
    if (!self) throw new InternalFault(`${name} captures values and is called without them`);
    passed.unshift(self);
  }
  const result = l.call(name, passed, lowTypeOf(signature.result));
  return resultOf(l, result, signature.result);
}

/** Calls the method that the receiver's class has under a name: directly if there is one, else by its vtable. */
export function callMethod(
  l: Lowering,
  key: string,
  functions: ReadonlyMap<string, string>,
  receiver: Known,
  args: readonly Known[],
): Known {
  const names = [...new Set(functions.values())].sort();
  const first = names[0];
  if (first === undefined) throw new InternalFault(`nothing to call for ${key}`);
  const signature = signatureOf(l, first);
  const all = signature.hasThis ? [receiver, ...args] : args;
  if (names.length === 1) return callFunction(l, first, all);
  if (mayBeTagged(receiver.type)) return callByClass(l, key, functions, receiver, args);
  const takesWord = names.some((one) => takesWordAsThis(l, one));
  const targets = takesWord ? referenceTargets(l, functions) : functions;
  const [self, ...params] = signature.params;
  const passed =
    takesWord && self
      ? [receiver.operand, ...passArguments(l, { ...signature, params }, args)]
      : passArguments(l, signature, all);
  const code = l.op("ref_method", [receiver.operand], "code", { slot: 0 }, "method");
  const operation = l.block.operations[l.block.operations.length - 1];
  if (operation) l.context.virtual(operation, key, targets);
  const type = anyResult(l, names);
  const result = l.op("call_indirect", [code, ...passed], lowTypeOf(type), {
    functions: [...new Set(targets.values())].sort(),
  });
  return resultOf(l, result, type);
}

/** What one of several functions gives: they share how it is stored, not what it may be. */
function anyResult(l: Lowering, functions: readonly string[]): ValueType {
  return functions.map((one) => signatureOf(l, one).result).reduce(joinTypes);
}

/** What lives in its word has no vtable: its methods are called directly. */
function callByClass(
  l: Lowering,
  key: string,
  functions: ReadonlyMap<string, string>,
  receiver: Known,
  args: readonly Known[],
): Known {
  const result = anyResult(l, [...functions.values()]);
  const low = lowTypeOf(result);
  const { objects } = receiver.type;
  const groups = objects.filter(isTaggedClass).map((one) => ({ classes: [one] }));
  const others = objects.filter((one) => !isTaggedClass(one));
  if (others.length > 0) groups.push({ classes: others });
  const operand = byCase(l, receiver, groups, low, ({ classes }, one) => {
    const own = new Map([...functions].filter(([name]) => classes.includes(name)));
    const given = callMethod(l, key, own, one, args);
    return isNever(given.type) ? l.anything(low) : convert(l, given, result);
  });
  return resultOf(l, operand, result);
}

function takesWordAsThis(l: Lowering, name: string): boolean {
  const { hasThis, params } = signatureOf(l, name);
  return hasThis && params[0] !== undefined && mayBeTagged(params[0]);
}

/** What stands in vtables: functions that take a reference as `this`, also where `this` may live in its word elsewhere. */
function referenceTargets(l: Lowering, functions: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [className, name] of functions) {
    if (isTaggedClass(className)) continue;
    targets.set(className, takesWordAsThis(l, name) ? takingReference(l.context, name) : name);
  }
  return targets;
}

function takingReference(context: Context, name: string): string {
  const adapter = `${name}.ofReference`;
  if (context.target.functions.has(adapter)) return adapter;
  const { displayName, system, span } = context.graphOf(name);
  const low = graph(adapter, { displayName, system, span });
  const l = new Lowering(context, low, undefined);
  const { params, result } = signatureOf(l, name);
  low.result = lowTypeOf(result);
  const self = variable("self", "ref");
  const rest = params.slice(1).map((type, index) => variable(`p${index}`, lowTypeOf(type)));
  const stored = rest.filter((one) => one.type !== "void");
  l.block.params = [self, ...stored];
  const word = l.op("value_from_ref", [self], "value");
  const value = l.call(name, [word, ...stored], lowTypeOf(result));
  if (isNever(result)) l.end({ kind: "unreachable" });
  else l.end({ kind: "return", value: low.result === "void" ? undefined : value });
  context.target.functions.set(adapter, l.finish());
  return adapter;
}

/** Calls a function value, with `this` for functions that use it. */
export function callClosure(l: Lowering, callee: Known, thisArgument: Known, args: readonly Known[]): Known {
  const { context } = l;
  const functions = [...new Set(callee.type.objects.map((one) => context.classOf(one).function))];
  const names = functions.filter((one) => one !== undefined).sort();
  const first = names[0];
  if (first === undefined || names.length < functions.length)
    throw new InternalFault("a call of what is no function");
  const signature = signatureOf(l, first);
  const all = signature.hasThis ? [thisArgument, ...args] : args;
  if (names.length === 1) return callFunction(l, first, all, callee.operand);
  const passed = passArguments(l, signature, all);
  const code = l.op("ref_method", [callee.operand], "code", { slot: codeSlot }, "code");
  const codes = names.map((one) => codeName(l, one));
  const result = l.op("call_indirect", [code, callee.operand, ...passed], lowTypeOf(signature.result), {
    functions: codes,
  });
  return resultOf(l, result, signature.result);
}

/** The function that stands in the vtable of a function value: it takes the value itself first. */
export function codeName(l: { readonly context: Lowering["context"] }, name: string): string {
  return l.context.graphOf(name).captures > 0 ? name : `${name}.code`;
}
