/**
 * The language's library by name: what the frontend may call (`call_builtin{name}`) and what a method name means on
 * built-in receivers (`call_method` on a string finds `string.NAME`). Type rules of results are annotate's, code is
 * lower's; both are records over these keys.
 */
export interface BuiltinInfo {
  /** Least and greatest number of arguments, without the receiver. */
  readonly args: readonly [number, number];
  /**
   * Result: `float` any number; `int:LOW:HIGH` an integer; `number` depends on the operands (annotate has a rule);
   * otherwise the kind, or `array:KIND` a fresh array.
   */
  readonly result: string;
  /** What the outside sees, as in op-info. */
  readonly effect: "none" | "reads" | "allocates" | "writes" | "io";
}

const math1 = { args: [1, 1], result: "float", effect: "none" } as const;

export const builtins = {
  "Math.abs": { args: [1, 1], result: "number", effect: "none" },
  "Math.floor": { args: [1, 1], result: "number", effect: "none" },
  "Math.ceil": { args: [1, 1], result: "number", effect: "none" },
  "Math.trunc": { args: [1, 1], result: "number", effect: "none" },
  "Math.round": { args: [1, 1], result: "number", effect: "none" },
  "Math.sign": { args: [1, 1], result: "number", effect: "none" },
  "Math.min": { args: [0, 255], result: "number", effect: "none" },
  "Math.max": { args: [0, 255], result: "number", effect: "none" },
  "Math.imul": { args: [2, 2], result: "int:-2147483648:2147483647", effect: "none" },
  "Math.clz32": { args: [1, 1], result: "int:0:32", effect: "none" },
  "Math.fround": math1,
  "Math.sqrt": math1,
  "Math.cbrt": math1,
  "Math.sin": math1,
  "Math.cos": math1,
  "Math.tan": math1,
  "Math.asin": math1,
  "Math.acos": math1,
  "Math.atan": math1,
  "Math.atan2": { args: [2, 2], result: "float", effect: "none" },
  "Math.sinh": math1,
  "Math.cosh": math1,
  "Math.tanh": math1,
  "Math.asinh": math1,
  "Math.acosh": math1,
  "Math.atanh": math1,
  "Math.exp": math1,
  "Math.expm1": math1,
  "Math.log": math1,
  "Math.log1p": math1,
  "Math.log2": math1,
  "Math.log10": math1,
  "Math.pow": { args: [2, 2], result: "float", effect: "none" },
  "Math.hypot": { args: [0, 255], result: "float", effect: "none" },
  "Math.random": { args: [0, 0], result: "float", effect: "io" },

  "Number.isInteger": { args: [1, 1], result: "boolean", effect: "none" },
  "Number.isSafeInteger": { args: [1, 1], result: "boolean", effect: "none" },
  "Number.isFinite": { args: [1, 1], result: "boolean", effect: "none" },
  "Number.isNaN": { args: [1, 1], result: "boolean", effect: "none" },
  isNaN: { args: [1, 1], result: "boolean", effect: "none" },
  isFinite: { args: [1, 1], result: "boolean", effect: "none" },
  parseInt: { args: [1, 2], result: "float", effect: "none" },
  parseFloat: { args: [1, 1], result: "float", effect: "none" },
  Number: { args: [0, 1], result: "number", effect: "none" },
  String: { args: [0, 1], result: "string", effect: "allocates" },
  Boolean: { args: [0, 1], result: "boolean", effect: "none" },
  "Object.is": { args: [2, 2], result: "boolean", effect: "none" },
  "Object.keys": { args: [1, 1], result: "array:string", effect: "allocates" },
  "Object.getOwnPropertyNames": { args: [1, 1], result: "array:string", effect: "allocates" },
  /** The names that `for…in` visits; none of null and undefined. */
  "Object.forIn": { args: [1, 1], result: "array:string", effect: "allocates" },
  "Object.values": { args: [1, 1], result: "array:any", effect: "allocates" },
  "Object.entries": { args: [1, 1], result: "array:any", effect: "allocates" },
  "Object.hasOwn": { args: [2, 2], result: "boolean", effect: "reads" },
  "Object.freeze": { args: [1, 1], result: "receiver", effect: "writes" },
  "Object.seal": { args: [1, 1], result: "receiver", effect: "writes" },
  "Object.preventExtensions": { args: [1, 1], result: "receiver", effect: "writes" },
  "Object.isFrozen": { args: [1, 1], result: "boolean", effect: "reads" },
  "Object.isSealed": { args: [1, 1], result: "boolean", effect: "reads" },
  "Object.isExtensible": { args: [1, 1], result: "boolean", effect: "reads" },
  /** An array of which flow sees that some code may freeze it. */
  "Object.mayBeFrozenArray": { args: [1, 1], result: "boolean", effect: "none" },
  "Array.isArray": { args: [1, 1], result: "boolean", effect: "none" },
  "String.fromCharCode": { args: [0, 255], result: "string", effect: "allocates" },
  "String.fromCodePoint": { args: [0, 255], result: "string", effect: "allocates" },

  /** `json`: a string, or undefined where JSON has nothing for the value. */
  "JSON.stringify": { args: [1, 3], result: "json", effect: "io" },

  "console.log": { args: [0, 255], result: "undefined", effect: "io" },
  "console.error": { args: [0, 255], result: "undefined", effect: "io" },
  "process.stdout.write": { args: [1, 1], result: "boolean", effect: "io" },
  "process.argv": { args: [0, 0], result: "array:string", effect: "reads" },
  "process.exit": { args: [0, 1], result: "never", effect: "io" },
  "performance.now": { args: [0, 0], result: "float", effect: "io" },

  "number.toString": { args: [0, 1], result: "string", effect: "allocates" },
  "number.toFixed": { args: [0, 1], result: "string", effect: "allocates" },
  "number.toPrecision": { args: [0, 1], result: "string", effect: "allocates" },
  "number.toExponential": { args: [0, 1], result: "string", effect: "allocates" },
  "number.toLocaleString": { args: [0, 2], result: "string", effect: "allocates" },
  "number.valueOf": { args: [0, 0], result: "number", effect: "none" },
  "boolean.toString": { args: [0, 0], result: "string", effect: "none" },
  "boolean.valueOf": { args: [0, 0], result: "boolean", effect: "none" },

  BigInt: { args: [1, 1], result: "bigint", effect: "allocates" },
  "BigInt.asIntN": { args: [2, 2], result: "bigint", effect: "allocates" },
  "BigInt.asUintN": { args: [2, 2], result: "bigint", effect: "allocates" },
  "bigint.toString": { args: [0, 1], result: "string", effect: "allocates" },
  "bigint.toLocaleString": { args: [0, 2], result: "string", effect: "allocates" },
  "bigint.valueOf": { args: [0, 0], result: "bigint", effect: "none" },

  /** The second argument, where the frontend knows it, is the name of members under the symbol. */
  Symbol: { args: [0, 2], result: "symbol", effect: "allocates" },
  /** `Symbol.iterator` and the others, by their names. */
  "Symbol.wellKnown": { args: [1, 1], result: "symbol", effect: "writes" },
  "Symbol.keyFor": { args: [1, 1], result: "string?", effect: "writes" },
  "Symbol.for": { args: [1, 1], result: "symbol", effect: "writes" },
  "symbol.toString": { args: [0, 0], result: "string", effect: "allocates" },
  "symbol.valueOf": { args: [0, 0], result: "symbol", effect: "none" },

  "string.length": { args: [0, 0], result: "int:0:536870888", effect: "none" },
  "string.charCodeAt": { args: [0, 1], result: "number", effect: "none" },
  "string.charAt": { args: [0, 1], result: "string", effect: "allocates" },
  "string.slice": { args: [0, 2], result: "string", effect: "allocates" },
  "string.substring": { args: [0, 2], result: "string", effect: "allocates" },
  "string.indexOf": { args: [1, 2], result: "int:-1:536870888", effect: "none" },
  "string.lastIndexOf": { args: [1, 2], result: "int:-1:536870888", effect: "none" },
  "string.includes": { args: [1, 2], result: "boolean", effect: "none" },
  "string.startsWith": { args: [1, 2], result: "boolean", effect: "none" },
  "string.endsWith": { args: [1, 2], result: "boolean", effect: "none" },
  "string.split": { args: [1, 2], result: "array:string", effect: "allocates" },
  "string.repeat": { args: [1, 1], result: "string", effect: "allocates" },
  "string.padStart": { args: [1, 2], result: "string", effect: "allocates" },
  "string.padEnd": { args: [1, 2], result: "string", effect: "allocates" },
  "string.trim": { args: [0, 0], result: "string", effect: "allocates" },
  "string.toUpperCase": { args: [0, 0], result: "string", effect: "allocates" },
  "string.toLowerCase": { args: [0, 0], result: "string", effect: "allocates" },
  "string.toString": { args: [0, 0], result: "string", effect: "none" },
  "string.valueOf": { args: [0, 0], result: "string", effect: "none" },
  "string.concat": { args: [0, 255], result: "string", effect: "allocates" },
  "string.substr": { args: [0, 2], result: "string", effect: "allocates" },
  "string.trimStart": { args: [0, 0], result: "string", effect: "allocates" },
  "string.trimEnd": { args: [0, 0], result: "string", effect: "allocates" },
  "string.trimLeft": { args: [0, 0], result: "string", effect: "allocates" },
  "string.trimRight": { args: [0, 0], result: "string", effect: "allocates" },
  "string.toLocaleUpperCase": { args: [0, 1], result: "string", effect: "allocates" },
  "string.toLocaleLowerCase": { args: [0, 1], result: "string", effect: "allocates" },
  "string.localeCompare": { args: [1, 3], result: "int:-1:1", effect: "allocates" },

  "array.length": { args: [0, 0], result: "int:0:4294967295", effect: "reads" },
  "array.push": { args: [0, 255], result: "int:0:4294967295", effect: "writes" },
  "array.pop": { args: [0, 0], result: "element?", effect: "writes" },
  /** An element was written at the index, which is in range (what `in` says); only the prelude asks. */
  "array.##has": { args: [1, 1], result: "boolean", effect: "reads" },
  /** From now on there is a hole. */
  "array.##unwrite": { args: [1, 1], result: "undefined", effect: "writes" },
  /** Stops: a hole was met where the result ought to have one, too. */
  "array.##meetHole": { args: [0, 0], result: "undefined", effect: "writes" },
  "array.shift": { args: [0, 0], result: "element?", effect: "writes" },
  "array.unshift": { args: [0, 255], result: "int:0:4294967295", effect: "writes" },
  "array.splice": { args: [0, 255], result: "same", effect: "writes" },
  "array.toSpliced": { args: [0, 255], result: "same", effect: "allocates" },
  "array.copyWithin": { args: [1, 3], result: "receiver", effect: "writes" },
  "array.join": { args: [0, 1], result: "string", effect: "allocates" },
  "array.indexOf": { args: [1, 2], result: "int:-1:4294967295", effect: "reads" },
  "array.includes": { args: [1, 2], result: "boolean", effect: "reads" },
  "array.slice": { args: [0, 2], result: "same", effect: "allocates" },
  "array.concat": { args: [0, 255], result: "same", effect: "allocates" },
  "array.reverse": { args: [0, 0], result: "receiver", effect: "writes" },
  "array.fill": { args: [1, 3], result: "receiver", effect: "writes" },
} as const satisfies Record<string, BuiltinInfo>;

export type BuiltinName = keyof typeof builtins;

export function isBuiltin(name: string): name is BuiltinName {
  return Object.hasOwn(builtins, name);
}
