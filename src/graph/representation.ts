/**
 * How a variable of the typed level is stored at the low level. The representation is a function of the type alone, so
 * that two slots with one type never need a conversion.
 */
import { mayBeTagged } from "./tagged.ts";
import { isNever, type LowType, type ValueType } from "./types.ts";

/**
 * - `unit`: at most one value is possible, nothing is stored (`undefined`, `null`, or never anything);
 * - `int`, `float`, `bool`, `ref`: that machine type; undefined and null, where present, are reserved values of it:
 *   `int:undefined` = -2^63, `int:null` = -2^63+2048 (both exact as doubles), two reserved NaNs, bytes 2 and 3,
 *   and for references nil for the only one present, or nil for undefined and the static cell `ref:null` for null;
 * - `value`: a 64-bit word that can hold anything.
 */
export type Representation =
  | { readonly kind: "unit"; readonly value: "undefined" | "null" | "never" }
  | {
      readonly kind: "int" | "float" | "bool" | "ref";
      readonly undefined: boolean;
      readonly null: boolean;
    }
  | { readonly kind: "value" };

/** The representation of a type. */
export function representationOf(type: ValueType): Representation {
  const heap = type.string || type.bigint || type.symbol || type.objects.length > 0;
  const kinds = (heap ? 1 : 0) + (type.number ? 1 : 0) + (type.boolean ? 1 : 0);
  if (kinds === 0) {
    if (type.undefined && type.null) return { kind: "ref", undefined: true, null: true };
    if (isNever(type)) return { kind: "unit", value: "never" };
    return { kind: "unit", value: type.null ? "null" : "undefined" };
  }
  if (kinds > 1 || mayBeTagged(type)) return { kind: "value" };
  const kind = heap ? "ref" : type.boolean ? "bool" : (type.number?.kind ?? "float");
  return { kind, undefined: type.undefined, null: type.null };
}

/** The machine type that stores a representation; a unit is stored as `void`: it is dropped everywhere. */
export function machineType(representation: Representation): LowType {
  return representation.kind === "unit" ? "void" : representation.kind;
}
