/**
 * The types of graph variables, one set for each level.
 *
 * - high: the frontend knows nothing, every variable is `any`;
 * - typed: annotate has proved a `ValueType` of each variable;
 * - low and woven: a machine type.
 */

/**
 * Machine types: `int` a 64-bit integer, `float` a double, `bool` a byte, `ref` a reference to a collected
 * object (0 is nil), `value` 64 bits that hold any JavaScript value, `code` the address of a function, `void` nothing.
 */
export type LowType = "int" | "float" | "bool" | "ref" | "value" | "code" | "void";

/** What is known of the numbers a variable may hold. */
export interface NumberFact {
  /** `int`: a 64-bit integer, never observably -0, never NaN, within low..high. `float`: any double. */
  readonly kind: "int" | "float";
  /**
   * Bounds, inclusive. For an `int` they lie within ±(2^53-1). For a `float` they are finite only if the double is
   * known to be integral (the product of two integers, say); otherwise -Infinity..Infinity.
   */
  readonly low: number;
  readonly high: number;
  /** A `float` known to hold only integers (no NaN, no infinity, but perhaps -0). */
  readonly integral?: boolean;
}

/**
 * What flow has proved of a variable: the union of everything that can reach it. All false and empty is "nothing
 * reaches it" (`never`).
 */
export interface ValueType {
  readonly undefined: boolean;
  readonly null: boolean;
  readonly boolean: boolean;
  readonly string: boolean;
  readonly bigint: boolean;
  readonly symbol: boolean;
  readonly number: NumberFact | undefined;
  /** Names of classes of `Program.classes` (instances, object literals, arrays, closures, cells), sorted, unique. */
  readonly objects: readonly string[];
}

export type Type = "any" | LowType | ValueType;

export const lowTypes: readonly LowType[] = ["int", "float", "bool", "ref", "value", "code", "void"];

export const neverType: ValueType = {
  undefined: false,
  null: false,
  boolean: false,
  string: false,
  bigint: false,
  symbol: false,
  number: undefined,
  objects: [],
};

export const maxSafe = Number.MAX_SAFE_INTEGER;

export function isValueType(type: Type): type is ValueType {
  return typeof type === "object";
}

export function isLowType(type: Type): type is LowType {
  return typeof type === "string" && type !== "any";
}

/** The type with exactly these parts. */
export function valueType(parts: Partial<ValueType>): ValueType {
  return { ...neverType, ...parts };
}

export const undefinedType: ValueType = valueType({ undefined: true });
export const nullType: ValueType = valueType({ null: true });
export const booleanType: ValueType = valueType({ boolean: true });
export const stringType: ValueType = valueType({ string: true });
export const bigintType: ValueType = valueType({ bigint: true });
export const symbolType: ValueType = valueType({ symbol: true });
export const intType: ValueType = valueType({ number: { kind: "int", low: -maxSafe, high: maxSafe } });
export const floatType: ValueType = valueType({
  number: { kind: "float", low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
});

export function objectType(...names: string[]): ValueType {
  return valueType({ objects: [...new Set(names)].sort() });
}

function joinNumbers(a: NumberFact | undefined, b: NumberFact | undefined): NumberFact | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const low = Math.min(a.low, b.low);
  const high = Math.max(a.high, b.high);
  if (a.kind === "int" && b.kind === "int") return { kind: "int", low, high };
  const integral = (a.kind === "int" || a.integral === true) && (b.kind === "int" || b.integral === true);
  return integral ? { kind: "float", low, high, integral } : (floatType.number as NumberFact);
}

/** The least type that holds what `a` holds and what `b` holds. */
export function joinTypes(a: ValueType, b: ValueType): ValueType {
  if (a === b) return a;
  return {
    undefined: a.undefined || b.undefined,
    null: a.null || b.null,
    boolean: a.boolean || b.boolean,
    string: a.string || b.string,
    bigint: a.bigint || b.bigint,
    symbol: a.symbol || b.symbol,
    number: joinNumbers(a.number, b.number),
    objects:
      b.objects.length === 0
        ? a.objects
        : a.objects.length === 0
          ? b.objects
          : [...new Set([...a.objects, ...b.objects])].sort(),
  };
}

/** Structural equality of types. */
export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (!isValueType(a) || !isValueType(b)) return false;
  return (
    a.undefined === b.undefined &&
    a.null === b.null &&
    a.boolean === b.boolean &&
    a.string === b.string &&
    a.bigint === b.bigint &&
    a.symbol === b.symbol &&
    a.number?.kind === b.number?.kind &&
    a.number?.low === b.number?.low &&
    a.number?.high === b.number?.high &&
    (a.number?.integral ?? false) === (b.number?.integral ?? false) &&
    a.objects.length === b.objects.length &&
    a.objects.every((name, i) => name === b.objects[i])
  );
}

/** True if nothing can reach a variable of this type. */
export function isNever(type: ValueType): boolean {
  return (
    !type.undefined &&
    !type.null &&
    !type.boolean &&
    !type.string &&
    !type.bigint &&
    !type.symbol &&
    !type.number &&
    type.objects.length === 0
  );
}
