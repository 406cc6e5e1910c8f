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
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype ? reflectedKinds.literal : reflectedKinds.object;
}

/** The name of a function, or of an object's class. */
export function reflectName(value: unknown): string {
  return typeof value === "function" ? value.name : (value as object).constructor.name;
}

/** An error's own properties begin with those that every error has. */
function keysOf(value: unknown): string[] {
  if (!(value instanceof Error)) return typeof value === "function" ? [] : Object.keys(value as object);
  const keys = ["message", "name"];
  if (Object.hasOwn(value, "cause")) keys.push("cause");
  return [...keys, ...Object.keys(value).filter((key) => !keys.includes(key))];
}

/** How many properties; of an array its length. */
export function reflectCount(value: unknown): number {
  return Array.isArray(value) ? value.length : keysOf(value).length;
}

/** What property `index` is now: a number of `propertyStates`. */
export function reflectState(value: unknown, index: number): number {
  if (Array.isArray(value)) return index in value ? propertyStates.value : propertyStates.absent;
  const property = Object.getOwnPropertyDescriptor(value, reflectKey(value, index));
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

/** Two objects are one. */
export function sameObject(a: unknown, b: unknown): boolean {
  return a === b;
}

/** A number that is a double even where its values are whole. */
export type float = number;
