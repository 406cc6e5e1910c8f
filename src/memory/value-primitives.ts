/**
 * What objects tell of themselves. Translated, each function asks the object's reflection method
 * (`reflectSlot` of graph/well-known.ts); on Node it looks at the object.
 */
import { propertyStates, reflectedKinds } from "../graph/well-known.ts";

/** A number of `reflectedKinds`; the value is an object or a function. */
export function reflectKind(value: unknown): number {
  if (typeof value === "function") return reflectedKinds.function;
  if (Array.isArray(value)) return reflectedKinds.array;
  if (value instanceof Error) return reflectedKinds.error;
  if (value instanceof Map) return reflectedKinds.map;
  if (value instanceof Set) return reflectedKinds.set;
  if (value instanceof WeakMap || value instanceof WeakSet) return reflectedKinds.weak;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype ? reflectedKinds.literal : reflectedKinds.object;
}

/** The name of a function, or of an object's class; of a BigInt its digits. */
export function reflectName(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "function") return (value as object).constructor.name;
  return value.name === "" ? "Function (anonymous)" : `Function: ${value.name}`;
}

/** What an error's `stack` is: heading and frames. */
export function reflectStack(value: unknown): string {
  return String((value as Error).stack);
}

export function reflectErrorName(value: unknown): string {
  return String((value as Error).name);
}

/** What an object's `toJSON` gives; itself where it has none. */
export function reflectJson(value: unknown): unknown {
  const { toJSON } = value as { toJSON?: unknown };
  return typeof toJSON === "function" ? toJSON.call(value, "") : value;
}

/** What a `toString` of the object's own class gives; undefined where it has that of all objects. */
export function reflectOwnText(value: unknown): unknown {
  if (typeof value === "function" || Array.isArray(value)) return undefined;
  const found = (value as object).toString;
  const builtIn = found === Object.prototype.toString || found === Error.prototype.toString;
  return builtIn ? undefined : String(value);
}

/** Of an error those that cannot be enumerated too. */
function keysOf(value: unknown): string[] {
  if (typeof value === "function") return [];
  if (!(value instanceof Error)) return Object.keys(value as object);
  return Object.getOwnPropertyNames(value).filter((key) => key !== "stack");
}

/** How many properties; of an array its length. */
export function reflectCount(value: unknown): number {
  return Array.isArray(value) ? value.length : keysOf(value).length;
}

/** What property `index` is now: a number of `propertyStates`. */
export function reflectState(value: unknown, index: number): number {
  if (Array.isArray(value)) return index in value ? propertyStates.value : propertyStates.absent;
  const property = Object.getOwnPropertyDescriptor(value, reflectKey(value, index));
  if (property?.enumerable === false) return propertyStates.hidden;
  if (!property || (!property.get && !property.set)) return propertyStates.value;
  if (!property.set) return propertyStates.getter;
  return property.get ? propertyStates.accessors : propertyStates.setter;
}

/** The name of property `index`. */
export function reflectKey(value: unknown, index: number): string {
  return keysOf(value)[index]!;
}

/** The value of property or element `index`. */
export function reflectItem(value: unknown, index: number): unknown {
  if (Array.isArray(value)) return value[index];
  return Reflect.get(value as object, reflectKey(value, index));
}

/** What a map or set holds, as an array: keys and values in turn, or the elements. */
export function reflectContents(value: unknown): unknown {
  return value instanceof Map ? [...value].flat(1) : [...(value as Set<unknown>)];
}

/** Two objects are one. */
export function sameObject(a: unknown, b: unknown): boolean {
  return a === b;
}

/** A number that is a double even where its values are whole. */
export type float = number;
