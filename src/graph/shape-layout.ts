/**
 * The descriptor that a type info leads to: an object's name and fields, for `console.log` and other reflection. Static
 * data, little endian:
 *
 *   +0  u32 kind       see `shapeKinds`
 *   +4  u32 count      of fields
 *   +8  8 bytes        address of the name, a flat string object
 *   +16 fields, 16 bytes each:  +0 address of the name, a flat string  +8 u32 offset in the object  +12 u32 field kind
 *
 * An array has one field, `items`: the offset is that of its storage's reference (or of the first item if they stand
 * inline), the kind is that of an item.
 */
import type { Shape } from "./program.ts";
import { representationOf } from "./representation.ts";
import { isValueType, type Type } from "./types.ts";

export const shapeKinds: Record<Shape["kind"], number> = { object: 0, array: 1, function: 2, error: 3 };

export const shapeKindOffset = 0;
export const shapeCountOffset = 4;
export const shapeNameOffset = 8;
export const shapeFieldsOffset = 16;
export const shapeFieldSize = 16;
export const shapeFieldOffsetOffset = 8;
export const shapeFieldKindOffset = 12;

// Field kinds: how a stored field becomes a value.
export const fieldIsUndefined = 0;
export const fieldIsNull = 1;
export const fieldIsInt = 2;
export const fieldIsFloat = 3;
export const fieldIsBool = 4;
export const fieldIsRef = 5;
export const fieldIsValue = 6;
/** Added for a reference whose nil means null instead of undefined. */
export const nilIsNull = 16;

/** The field kind of a field's type. */
export function fieldKind(type: Type): number {
  if (!isValueType(type))
    return {
      int: fieldIsInt,
      float: fieldIsFloat,
      bool: fieldIsBool,
      ref: fieldIsRef,
      value: fieldIsValue,
      code: 0,
      void: 0,
      any: 0,
    }[type];
  const representation = representationOf(type);
  switch (representation.kind) {
    case "unit":
      return representation.value === "null" ? fieldIsNull : fieldIsUndefined;
    case "int":
      return fieldIsInt;
    case "float":
      return fieldIsFloat;
    case "bool":
      return fieldIsBool;
    case "ref":
      return representation.null && !representation.undefined ? fieldIsRef + nilIsNull : fieldIsRef;
    case "value":
      return fieldIsValue;
  }
}
