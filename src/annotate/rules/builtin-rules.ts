/** The kinds that the library's functions give. Most follow from the table's `result`; the rest is here by name. */
import { type BuiltinInfo, builtins, isBuiltin } from "../../graph/builtins.ts";
import { isMemoryBuiltin, memoryBuiltins } from "../../graph/memory-builtins.ts";
import { referenceClass } from "../../graph/well-known.ts";
import { type ClassClone, findInherited } from "../clones/class-clones.ts";
import { emptyEnvironment } from "../clones/environment.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { anyBoolean, anyPrimitive, bit } from "../flow/kinds.ts";
import type { Slot } from "../flow/slot.ts";
import { useListsOf } from "../flow/uses.ts";
import { holdsObjects } from "../reflected.ts";
import { giveAbsent } from "./array-rules.ts";
import { argument, wantText } from "./rule.ts";
import { stringify } from "./stringify.ts";
import { hintOf, primitiveOperand } from "./to-primitive.ts";

/** The name in the table of a method of a built-in kind. */
export function builtinMethod(kind: string, name: string): string | undefined {
  const full = `${kind}.${name}`;
  return isBuiltin(full) ? full : undefined;
}

const simpleResults: Readonly<Record<string, number>> = {
  float: bit.number,
  number: bit.number,
  int: bit.number,
  string: bit.string,
  bigint: bit.bigint,
  symbol: bit.symbol,
  "string?": bit.string | bit.undefined,
  boolean: anyBoolean,
  bool: anyBoolean,
  undefined: bit.undefined,
  void: bit.undefined,
  null: bit.null,
  any: bit.undefined,
};

const everyKind = bit.undefined | bit.null | anyPrimitive;

/** What the arguments do to a receiver or to the world, beside the result. */
type Effect = (flow: Flow, node: FlowNode, arrays: readonly ClassClone[], args: readonly Slot[]) => void;

function storeArguments(from: number, to: number): Effect {
  return (flow, node, arrays, args) => {
    for (const arg of args.slice(from, to)) for (const one of arrays) flow.pass(arg, one.element, node);
  };
}

function resize(arrays: readonly ClassClone[]): void {
  for (const one of arrays) one.resized = true;
}

/** Reads that were sure of the length are looked at again. */
export function shrink(flow: Flow, arrays: readonly ClassClone[]): void {
  for (const one of arrays) {
    one.resized = true;
    if (one.shrinks) continue;
    one.shrinks = true;
    for (const reader of one.element.readers) flow.enqueue(reader);
  }
}

const stringifyAll: Effect = (flow, node, _arrays, args) => {
  for (const arg of args) stringify(flow, node, arg);
};

const effects: Readonly<Record<string, Effect>> = {
  "array.push": (flow, node, arrays, args) => {
    resize(arrays);
    storeArguments(0, args.length)(flow, node, arrays, args);
  },
  "array.unshift": (flow, node, arrays, args) => {
    resize(arrays);
    storeArguments(0, args.length)(flow, node, arrays, args);
  },
  "array.pop": (flow, _node, arrays) => shrink(flow, arrays),
  "array.shift": (flow, _node, arrays) => shrink(flow, arrays),
  "array.splice": (flow, node, arrays, args) => {
    shrink(flow, arrays);
    storeArguments(2, args.length)(flow, node, arrays, args);
  },
  "array.toSpliced": (flow, node, arrays, args) => {
    resize(arrays);
    storeArguments(2, args.length)(flow, node, arrays, args);
  },
  "array.fill": storeArguments(0, 1),
  "array.concat": (flow, node, arrays, args) => {
    for (const arg of args) {
      arg.addReader(node);
      for (const other of arg.objects) {
        if (other.kind !== "array") continue;
        for (const one of arrays) flow.copy(other.element, one.element, node);
        flow.shared.uniteArrays([other, ...arrays]);
      }
      for (const one of arrays) flow.pass(arg, one.element, node, ({ kind }) => kind !== "array");
    }
  },
  "array.join": (flow, node, arrays) => {
    for (const one of arrays) {
      one.element.addReader(node);
      stringify(flow, node, one.element);
    }
  },
  String: stringifyAll,
  Symbol: stringifyAll,
  "Symbol.for": stringifyAll,
  "Symbol.keyFor": stringifyAll,
  BigInt: toBigInt,
  "BigInt.asIntN": toBigInt,
  "BigInt.asUintN": toBigInt,
};

/** A text that is no BigInt is a SyntaxError: no other operation of the language makes one. */
function toBigInt(flow: Flow): void {
  const thrower = flow.functionClone("prelude.throwSyntaxError", emptyEnvironment);
  if (!thrower) return;
  for (const param of thrower.params) flow.join(param, bit.string);
  flow.reach(thrower);
}

/** Library functions that take undefined as any other value: an out-of-range read that goes nowhere else is one. */
const takesUndefined =
  /^(console\..*|JSON\.stringify|String|Boolean|Number|parseInt|parseFloat|isNaN|isFinite|Number\.is.*|Object\.is|Array\.isArray)$/;

/** `node` calls the library function `name`; `arrays` are the receivers of an array's method. */
export function callBuiltin(
  flow: Flow,
  node: FlowNode,
  name: string,
  arrays: readonly ClassClone[],
  args: readonly Slot[],
): boolean {
  if (args.some((one) => one.isEmpty)) return false;
  const converts = args.length > 0 && node.operation !== undefined && hintOf(node.operation) !== undefined;
  if (converts && primitiveOperand(flow, node, 0).isEmpty) return false;
  for (const [place, arg] of node.args.entries()) if (args.includes(arg)) wantText(flow, node, place);
  effects[name]?.(flow, node, arrays, args);
  if (name.startsWith("string.")) stringifyAll(flow, node, arrays, args);
  if (takesUndefined.test(name)) wantOnlyUse(flow, node);
  if (holdsObjects(args)) flow.reflected.note(name);
  if (name === "Array.isArray") return isArray(flow, node, args[0]);
  const result = (isBuiltin(name) ? (builtins[name] as BuiltinInfo) : { result: systemResult(name) }).result;
  return giveResult(flow, node, result, arrays);
}

/** Known from flow where all that comes is an array, or nothing is. */
function isArray(flow: Flow, node: FlowNode, arg: Slot | undefined): boolean {
  if (!node.result || !arg) return true;
  let bits = arg.bits === 0 ? 0 : bit.false;
  for (const one of arg.objects)
    bits |= one.name === referenceClass ? anyBoolean : one.kind === "array" ? bit.true : bit.false;
  flow.join(node.result, bits);
  return true;
}

function giveResult(flow: Flow, node: FlowNode, result: string, arrays: readonly ClassClone[]): boolean {
  if (result === "never") return false;
  const slot = node.result;
  if (!slot) return true;
  if (result === "json") {
    flow.join(slot, jsonBits(flow, node));
    return true;
  }
  const simple = simpleResults[result.split(":")[0]!];
  if (simple !== undefined) {
    flow.join(slot, simple);
    return true;
  }
  if (result === "ref" || result === "value") {
    flow.join(slot, result === "ref" ? 0 : everyKind, [flow.opaqueReference()]);
    return true;
  }
  if (result === "element" || result === "element?") {
    for (const one of arrays) flow.copy(one.element, slot, node);
    if (result === "element?") giveAbsent(flow, node, slot);
    return !slot.isEmpty;
  }
  if (result === "same") for (const one of arrays) one.minimalLength = 0;
  if (result === "same" || result === "receiver") {
    flow.join(slot, 0, arrays);
    return true;
  }
  if (result.startsWith("array:")) {
    const made = flow.libraryArray(`${node.clone.name}.result${resultNumber(node)}`);
    flow.join(made.element, simpleResults[result.slice("array:".length)] ?? 0);
    flow.join(slot, 0, [made]);
    return true;
  }
  flow.join(slot, bit.number);
  return true;
}

/** JSON has nothing for undefined and functions, nor for what a replacer or a `toJSON` makes of a value. */
function jsonBits(flow: Flow, node: FlowNode): number {
  const value = argument(node, 0);
  const replacer = node.args[1];
  if (value.has(bit.undefined)) return bit.string | bit.undefined;
  for (const one of [...value.objects, ...(replacer?.objects ?? [])])
    if (one.kind === "closure" || answersJson(flow, node, one)) return bit.string | bit.undefined;
  return bit.string;
}

function answersJson(flow: Flow, node: FlowNode, one: ClassClone): boolean {
  const member = findInherited(one, "toJSON");
  if (one.findField("toJSON")) return true;
  if (member?.kind !== "method") return false;
  const target = flow.functionClone(member.function, member.owner.environment);
  target?.result.addReader(node);
  return target?.result.has(bit.undefined) === true;
}

/** What system code calls: the fields of `state` are words, the rest is in the table. */
function systemResult(name: string): string {
  if (isMemoryBuiltin(name)) return memoryBuiltins[name].result;
  return name.startsWith("memory.getState.") ? "int" : "undefined";
}

/** Which of the library calls of its function this is. */
export function resultNumber(node: FlowNode): number {
  let count = 0;
  for (const block of node.clone.graph.blocks) {
    for (const operation of block.operations) {
      if (operation === node.operation) return count;
      if (operation.op === "call_builtin" || operation.op === "call_method") count++;
    }
  }
  return count;
}

/** An operand that is used by this operation alone may stay undefined. */
export function wantOnlyUse(flow: Flow, node: FlowNode): void {
  node.operation?.args.forEach((operand, i) => {
    if (operand.kind === "variable" && useListsOf(node.clone.graph).get(operand)?.length === 1)
      flow.want(argument(node, i));
  });
}
