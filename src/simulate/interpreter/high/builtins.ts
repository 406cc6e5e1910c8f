/** The language's library by the names of graph/builtins.ts: Node's own functions. Of methods the receiver is first. */

import { formatWithOptions } from "node:util";
import type { BuiltinName } from "../../../graph/builtins.ts";
import { isHiddenName } from "../../../graph/frames.ts";
import * as bytes from "../../../memory/byte-primitives.ts";
import * as collections from "../../../memory/collection-primitives.ts";
import * as floatBits from "../../../memory/float-bits.ts";
import { wallClock, zoneOffset } from "../../../memory/host-services.ts";
import * as texts from "../../../memory/inspect-services.ts";
import * as keys from "../../../memory/key-primitives.ts";
import * as memory from "../../../memory/memory.ts";
import * as strings from "../../../memory/string-primitives.ts";
import { sleep } from "../../../memory/time-primitives.ts";
import type { Output } from "../output.ts";
import { ExitSignal, StopSignal } from "../signals.ts";
import { asNative } from "./objects.ts";
import { shown } from "./shown-values.ts";
import { newSymbol } from "./symbols.ts";

type Function = (...args: never[]) => unknown;

export interface BuiltinOptions {
  readonly args: readonly string[];
  readonly output: Output;
}

/** The library of one run. */
export interface Builtins {
  has(name: string): boolean;
  call(name: BuiltinName, args: readonly unknown[]): unknown;
}

/** A method of the receiver's own. */
const method =
  (name: string): Function =>
  (...args: readonly unknown[]) => {
    const [receiver, ...rest] = args as [Record<string, (...args: readonly unknown[]) => unknown>];
    return receiver[name]!(...rest);
  };

const lengthOf = (receiver: string | readonly unknown[]): number => receiver.length;

function library({ args, output }: BuiltinOptions): Record<BuiltinName, Function> {
  texts.setIndentation(0);
  const print =
    (file: number) =>
    (...shown: readonly unknown[]): void =>
      output.write(file, Buffer.from(`${texts.indented(formatWithOptions({}, ...shown))}\n`));
  return {
    BigInt,
    "BigInt.asIntN": BigInt.asIntN,
    "BigInt.asUintN": BigInt.asUintN,
    "bigint.toString": method("toString"),
    "bigint.toLocaleString": method("toLocaleString"),
    "bigint.valueOf": method("valueOf"),
    Symbol: newSymbol,
    "Symbol.for": Symbol.for,
    "Symbol.keyFor": Symbol.keyFor,
    "Symbol.wellKnown": (name: keyof typeof Symbol) => Symbol[name],
    "symbol.toString": method("toString"),
    "symbol.valueOf": method("valueOf"),
    "Math.abs": Math.abs,
    "Math.floor": Math.floor,
    "Math.ceil": Math.ceil,
    "Math.trunc": Math.trunc,
    "Math.round": Math.round,
    "Math.sign": Math.sign,
    "Math.min": Math.min,
    "Math.max": Math.max,
    "Math.imul": Math.imul,
    "Math.clz32": Math.clz32,
    "Math.fround": Math.fround,
    "Math.sqrt": Math.sqrt,
    "Math.cbrt": Math.cbrt,
    "Math.sin": Math.sin,
    "Math.cos": Math.cos,
    "Math.tan": Math.tan,
    "Math.asin": Math.asin,
    "Math.acos": Math.acos,
    "Math.atan": Math.atan,
    "Math.atan2": Math.atan2,
    "Math.sinh": Math.sinh,
    "Math.cosh": Math.cosh,
    "Math.tanh": Math.tanh,
    "Math.asinh": Math.asinh,
    "Math.acosh": Math.acosh,
    "Math.atanh": Math.atanh,
    "Math.exp": Math.exp,
    "Math.expm1": Math.expm1,
    "Math.log": Math.log,
    "Math.log1p": Math.log1p,
    "Math.log2": Math.log2,
    "Math.log10": Math.log10,
    "Math.pow": Math.pow,
    "Math.hypot": Math.hypot,
    "Math.random": Math.random,

    "Number.isInteger": Number.isInteger,
    "Number.isSafeInteger": Number.isSafeInteger,
    "Number.isFinite": Number.isFinite,
    "Number.isNaN": Number.isNaN,
    isNaN: (value: unknown) => Number.isNaN(+(value as number)),
    isFinite: (value: unknown) => Number.isFinite(+(value as number)),
    parseInt: globalThis.parseInt,
    parseFloat: globalThis.parseFloat,
    Number: Number,
    String: String,
    Boolean: Boolean,
    "Object.is": Object.is,
    "Object.keys": Object.keys,
    "Object.getOwnPropertyNames": (object: object) =>
      Object.getOwnPropertyNames(object).filter((name) => !isHiddenName(name)),
    "Object.forIn": (object: object | null | undefined) => Object.keys(object ?? {}),
    "Object.values": (object: object) => Object.values(object).map(shown),
    "Object.entries": (object: object) => Object.entries(object).map(([name, value]) => [name, shown(value)]),
    "Object.hasOwn": Object.hasOwn,
    "Object.freeze": Object.freeze,
    "Object.seal": Object.seal,
    "Object.preventExtensions": Object.preventExtensions,
    "Object.isFrozen": Object.isFrozen,
    "Object.isSealed": Object.isSealed,
    "Object.isExtensible": Object.isExtensible,
    // Node's own arrays know themselves.
    "Object.mayBeFrozenArray": () => false,
    "Array.isArray": Array.isArray,
    "String.fromCharCode": String.fromCharCode,
    "String.fromCodePoint": String.fromCodePoint,

    "JSON.stringify": JSON.stringify,

    "console.log": print(1),
    "console.error": print(2),
    "process.stdout.write": (text: string) => {
      output.write(1, Buffer.from(text));
      return true;
    },
    // Node has its own path before the program's.
    "process.argv": () => [process.execPath, ...args],
    "process.exit": (code: number | undefined) => {
      throw new ExitSignal((code ?? 0) & 255);
    },
    "performance.now": () => performance.now(),

    "number.toString": method("toString"),
    "number.toFixed": method("toFixed"),
    "number.toPrecision": method("toPrecision"),
    "number.toExponential": method("toExponential"),
    "number.toLocaleString": method("toLocaleString"),
    "number.valueOf": method("valueOf"),
    "boolean.toString": method("toString"),
    "boolean.valueOf": method("valueOf"),

    "string.length": lengthOf,
    "string.charCodeAt": method("charCodeAt"),
    "string.charAt": method("charAt"),
    "string.slice": method("slice"),
    "string.substring": method("substring"),
    "string.indexOf": method("indexOf"),
    "string.lastIndexOf": method("lastIndexOf"),
    "string.includes": method("includes"),
    "string.startsWith": method("startsWith"),
    "string.endsWith": method("endsWith"),
    "string.split": method("split"),
    "string.repeat": method("repeat"),
    "string.padStart": method("padStart"),
    "string.padEnd": method("padEnd"),
    "string.trim": method("trim"),
    "string.toUpperCase": method("toUpperCase"),
    "string.toLowerCase": method("toLowerCase"),
    "string.toString": method("toString"),
    "string.valueOf": method("valueOf"),
    "string.concat": method("concat"),
    "string.substr": method("substr"),
    "string.trimStart": method("trimStart"),
    "string.trimEnd": method("trimEnd"),
    "string.trimLeft": method("trimStart"),
    "string.trimRight": method("trimEnd"),
    "string.toLocaleUpperCase": method("toUpperCase"),
    "string.toLocaleLowerCase": method("toLowerCase"),
    "string.localeCompare": method("localeCompare"),

    "array.length": lengthOf,
    "array.push": method("push"),
    "array.pop": method("pop"),
    "array.##has": (array: readonly unknown[], index: number) => index in array,
    "array.##unwrite": (array: unknown[], index: number) => {
      delete array[index];
    },
    "array.##meetHole": () => {
      throw new StopSignal("unsupported");
    },
    "array.shift": method("shift"),
    "array.unshift": method("unshift"),
    "array.splice": method("splice"),
    "array.toSpliced": method("toSpliced"),
    "array.copyWithin": method("copyWithin"),
    "array.join": method("join"),
    "array.indexOf": method("indexOf"),
    "array.includes": method("includes"),
    "array.slice": method("slice"),
    "array.concat": method("concat"),
    "array.reverse": method("reverse"),
    "array.fill": method("fill"),
  };
}

/** `heddle/memory` on the installed machine, for system code that runs before it is lowered. */
function memoryFunctions(): Record<string, Function> {
  const found: Record<string, Function> = {};
  const all = {
    ...memory,
    ...floatBits,
    ...strings,
    ...keys,
    ...bytes,
    ...texts,
    ...collections,
    sleep,
    wallClock,
    zoneOffset,
  };
  for (const [name, value] of Object.entries(all)) {
    if (typeof value === "function") found[`memory.${name}`] = value as Function;
  }
  found["memory.tableText"] = (value: unknown, columns: unknown) => texts.tableText(asNative(value), columns);
  found["memory.clockNanoseconds"] = () => Number(process.hrtime.bigint());
  found["memory.exit"] = (code: number) => {
    throw new ExitSignal(code & 255);
  };
  return found;
}

function stateFunction(name: string): Function | undefined {
  const match = /^memory\.(get|set)State\.(\w+)$/.exec(name);
  const field = match?.[2] as keyof typeof memory.state;
  if (match?.[1] === "get") return () => memory.state[field];
  if (match?.[1] === "set") {
    return (value: number) => {
      memory.state[field] = value;
    };
  }
  return undefined;
}

/** The library for a run that prints to `output`. */
export function builtinFunctions(options: BuiltinOptions): Builtins {
  const table = new Map<string, Function>(Object.entries({ ...memoryFunctions(), ...library(options) }));
  const find = (name: string): Function | undefined => {
    const known = table.get(name) ?? stateFunction(name);
    if (known) table.set(name, known);
    return known;
  };
  return {
    has: (name) => find(name) !== undefined,
    call: (name, args) => (find(name) as (...args: readonly unknown[]) => unknown)(...args),
  };
}
