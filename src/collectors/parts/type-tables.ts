/**
 * What a collector asks about an object: all of it stands in the type info that the header leads to.
 * The layout is drawn in `graph/type-info-layout.ts`.
 *
 * An object takes less than 4 GiB, so sizes are 32-bit arithmetic: `Math.imul`, `& -8`, `>>> 0`.
 */
import {
  fieldOffsetSize,
  fieldOffsetsOffset,
  fixedSizeOffset,
  flagsOffset,
  hasWeakFields,
  itemSizeOffset,
  itemsAreReferences,
  itemsAreValues,
  lengthOffsetOffset,
  pointerCountOffset,
  typeIdOffset,
  valueCountOffset,
  weakPointersOffset,
  weakValuesOffset,
} from "../../graph/type-info-layout.ts";
import { load16, load32, loadInt64, loadWord, storeInt64, storeWord } from "../../memory/memory.ts";

/** The type id of an object: the address of its type info. */
export function typeOf(object: number): number {
  return load32(object + typeIdOffset);
}

/** All bytes of an object, with header and items. */
export function objectSize(object: number): number {
  const type = typeOf(object);
  const itemSize = load32(type + itemSizeOffset);
  if (itemSize === 0) return load32(type + fixedSizeOffset);
  return ((load32(type + fixedSizeOffset) + Math.imul(itemCount(object, type), itemSize) + 7) & -8) >>> 0;
}

/** Fields that hold a reference, a machine word each; they are the first `fieldOffset`s. */
export function referenceFields(type: number): number {
  return load32(type + pointerCountOffset);
}

/** Fields that hold a value, 8 bytes each; their `fieldOffset`s follow. */
export function valueFields(type: number): number {
  return load32(type + valueCountOffset);
}

export function fieldOffset(type: number, index: number): number {
  return load16(type + load32(type + fieldOffsetsOffset) + index * fieldOffsetSize);
}

/** Bits of type-info-layout.ts; 0 of a type that has neither items to follow nor weak fields. */
export function typeFlags(type: number): number {
  return load32(type + flagsOffset);
}

/** Fields that hold a weak reference, behind all that `fieldOffset` has so far, … */
export function weakReferenceFields(type: number): number {
  return load16(type + weakPointersOffset);
}

/** … and those that hold a weak value, which are the last. */
export function weakValueFields(type: number): number {
  return load16(type + weakValuesOffset);
}

/** The word that a weak field holds. */
export function loadWeakField(holder: number, type: number, index: number): number {
  const slot = weakSlot(holder, type, index);
  return index < weakReferenceFields(type) ? loadWord(slot) : loadInt64(slot);
}

export function storeWeakField(holder: number, type: number, index: number, word: number): void {
  const slot = weakSlot(holder, type, index);
  if (index < weakReferenceFields(type)) storeWord(slot, word);
  else storeInt64(slot, word);
}

function weakSlot(holder: number, type: number, index: number): number {
  return holder + fieldOffset(type, referenceFields(type) + valueFields(type) + index);
}

/** Which of an ephemeron's two weak fields is its key; the other one is its value. */
export function keyFieldOf(type: number): number {
  const first = referenceFields(type) + valueFields(type);
  return fieldOffset(type, first) < fieldOffset(type, first + 1) ? 0 : 1;
}

export function hasReferenceItems(type: number): boolean {
  return (load32(type + flagsOffset) & itemsAreReferences) !== 0;
}

export function hasValueItems(type: number): boolean {
  return (load32(type + flagsOffset) & itemsAreValues) !== 0;
}

/** Items stand behind the fixed part. Of their number, an i64, the lower half is enough. */
export function itemCount(object: number, type: number): number {
  return load32(object + load32(type + lengthOffsetOffset));
}

export function firstItem(object: number, type: number): number {
  return object + load32(type + fixedSizeOffset);
}

/** Bytes of an item. */
export function itemBytes(type: number): number {
  return load32(type + itemSizeOffset);
}

/** False if no reference or value is in the object. */
export function hasPointers(type: number): boolean {
  return (
    load32(type + pointerCountOffset) + load32(type + valueCountOffset) !== 0 ||
    (load32(type + flagsOffset) & (itemsAreReferences | itemsAreValues | hasWeakFields)) !== 0
  );
}
