/** The numbers that the library's functions give: from the table where it says, else by name. */
import { type BuiltinInfo, builtins, isBuiltin } from "../../graph/builtins.ts";
import { isMemoryBuiltin, memoryBuiltins } from "../../graph/memory-builtins.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit, primitiveKinds } from "../flow/kinds.ts";
import type { Slot } from "../flow/slot.ts";
import { isWithinLength } from "../reads/within-length.ts";
import { builtinMethod } from "../rules/builtin-rules.ts";
import { nameOf } from "../rules/rule.ts";
import * as arithmetic from "./number-arithmetic.ts";
import { anyFloat, anyInt, anyNumber, joinSets, type NumberSet, notANumber, range } from "./number-set.ts";
import { operandNumbers } from "./operand-numbers.ts";

type BuiltinNumberRule = (args: readonly Slot[], node: FlowNode) => NumberSet | undefined;

function of(rule: (a: NumberSet) => NumberSet): BuiltinNumberRule {
  return (args) => {
    const a = args[0] && operandNumbers(args[0]);
    return a && rule(a);
  };
}

function fold(rule: (a: NumberSet, b: NumberSet) => NumberSet, empty: number): BuiltinNumberRule {
  return (args) => {
    let result: NumberSet | undefined;
    for (const arg of args) {
      const set = operandNumbers(arg);
      if (!set) return undefined;
      result = result ? rule(result, set) : set;
    }
    return result ?? { ...range(empty, empty), integral: false };
  };
}

/** System code rounds doubles to doubles: what it wants as an integer it takes by `|0`. */
function rounding(round: (x: number) => number): BuiltinNumberRule {
  return (args, node) => {
    const a = args[0] && operandNumbers(args[0]);
    if (!a) return undefined;
    const rounded = arithmetic.roundSet(a, round);
    return node.clone.graph.system && a.float ? { ...rounded, float: true } : rounded;
  };
}

/** Out of range it is NaN: a double where something can see that, else a read that stops. */
function charCodeAt(node: FlowNode): NumberSet | undefined {
  if (node.args[1]?.has(bit.number) && !node.args[1].shared.numbers) return undefined;
  const codes = range(0, 65535);
  const seen = node.result?.seesNaN === true && !node.clone.graph.system;
  return seen && !isWithinLength(node) ? { ...codes, nan: true } : codes;
}

const rules: Readonly<Record<string, BuiltinNumberRule>> = {
  "Math.abs": of(arithmetic.absSet),
  "Math.floor": rounding(Math.floor),
  "Math.ceil": rounding(Math.ceil),
  "Math.trunc": rounding(Math.trunc),
  "Math.round": rounding(Math.round),
  "Math.sign": of(arithmetic.signSet),
  "Math.min": fold(arithmetic.minSets, Number.POSITIVE_INFINITY),
  "Math.max": fold(arithmetic.maxSets, Number.NEGATIVE_INFINITY),
  "Math.pow": (args) => {
    const [a, b] = args.map((one) => operandNumbers(one));
    return a && b && arithmetic.powSets(a, b);
  },
  "Math.sqrt": of((a) => ({
    ...anyNumber,
    low: a.low >= 0 ? Math.sqrt(a.low) : 0,
    high: Math.sqrt(Math.max(a.high, 0)),
    nan: a.nan || a.low < 0,
    minusZero: a.minusZero,
    float: a.float,
  })),
  "Math.random": () => ({ ...anyNumber, low: 0, high: 1, nan: false, minusZero: false }),
  "performance.now": () => ({ ...anyNumber, low: 0, high: Number.MAX_VALUE, nan: false, minusZero: false }),
  "memory.hashKey": () => range(0, 2 ** 32 - 1),
  Number: (args) => {
    const [arg] = args;
    if (!arg) return range(0, 0);
    const set = arg.has(bit.absent) ? joinSets(operandNumbers(arg), notANumber) : operandNumbers(arg);
    return arg.has(bit.bigint) ? joinSets(set, { ...anyNumber, nan: false, minusZero: false }) : set;
  },
  "number.valueOf": (_args, node) => node.args[0] && operandNumbers(node.args[0]),
  "string.charCodeAt": (_args, node) => charCodeAt(node),
};

/** A result that is a number, as the table writes it; of strings and arrays these are positions and lengths. */
function declared(name: string, result: string, system: boolean): NumberSet | undefined {
  if (result.startsWith("int:")) {
    const [, low, high] = result.split(":");
    return { ...range(Number(low), Number(high)), extent: /^(string|array)\./.test(name) };
  }
  if (result === "int") return anyInt;
  if (result === "float") return system ? anyFloat : anyNumber;
  return result === "number" ? anyNumber : undefined;
}

export function builtinNumbers(node: FlowNode, name: string, args: readonly Slot[]): NumberSet | undefined {
  const { system } = node.clone.graph;
  const rule = rules[name];
  if (rule) {
    const set = rule(args, node);
    return system && set && !set.integral ? { ...set, float: true } : set;
  }
  if (isBuiltin(name)) return declared(name, (builtins[name] as BuiltinInfo).result, system);
  const { result } = isMemoryBuiltin(name) ? memoryBuiltins[name] : { result: "int" };
  return result === "float" || result === "value" ? anyFloat : anyInt;
}

/** The same for methods of strings, arrays and numbers. */
export function builtinMethodNumbers(node: FlowNode): NumberSet | undefined {
  const receiver = node.args[0];
  if (!receiver) return undefined;
  let set: NumberSet | undefined;
  const use = (kind: string): void => {
    const name = builtinMethod(kind, nameOf(node));
    if (!name || !isBuiltin(name)) return;
    const { result } = builtins[name] as BuiltinInfo;
    if (result === "float" || result === "number" || result.startsWith("int")) {
      set = joinSets(set, builtinNumbers(node, name, node.args.slice(1)));
    }
  };
  for (const [kind, bits] of primitiveKinds) if (receiver.has(bits)) use(kind);
  if ([...receiver.objects].some((one) => one.kind === "array")) use("array");
  return set;
}
