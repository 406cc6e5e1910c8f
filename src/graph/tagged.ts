/**
 * Tagged classes: under the option `--tagged` an object of a class marked from `heddle/tagged` lives in the word that refers
 * to it. Flow sees a class like others; that its name says it makes the representation a function of the type alone.
 */
import type { ValueType } from "./types.ts";

const mark = "@tagged";

/** The name that the frontend gives a marked class. */
export function taggedName(name: string): string {
  return `${name}${mark}`;
}

export function isTaggedClass(name: string): boolean {
  return name.endsWith(mark);
}

/** A value of the type may be an object that lives in its word. */
export function mayBeTagged(type: ValueType): boolean {
  return type.objects.some(isTaggedClass);
}

/** Beside the class's number there is room for so many bits of the field, its sign among them. */
export const taggedBits = 48;
/** There are no more numbers of classes above the words of doubles. */
export const mostTaggedClasses = 12;
export const leastTagged = -(2 ** (taggedBits - 1));
export const greatestTagged = 2 ** (taggedBits - 1) - 1;
