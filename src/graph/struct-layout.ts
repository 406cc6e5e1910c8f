/**
 * Where each field of a struct stands. Every consumer of layouts (weave for sizes, backends, the interpreter on the
 * memory simulator) asks here, so that they cannot disagree.
 *
 *   +0 header (8) | fields, root class first, each at its natural alignment | length (8) | items …
 */

import type { Program, StorageType, Struct, StructField } from "./program.ts";
import {
  hasWeakFields,
  headerSize,
  holdsFinalizable,
  isEphemeron,
  itemsAreReferences,
  itemsAreValues,
  minimumObjectSize,
  objectAlignment,
} from "./type-info-layout.ts";

export type WordSize = 4 | 8;

export interface StructLayout {
  /** Bytes with the header, without items; a multiple of 8, at least 16 if there are no items. */
  readonly fixedSize: number;
  readonly offsets: ReadonlyMap<string, number>;
  /** All fields with their parents', in order of offset. */
  readonly fields: readonly StructField[];
  /** 0 where there are no items. */
  readonly itemSize: number;
  readonly lengthOffset: number;
  /** Offsets of fields that hold references and `value` words. */
  readonly pointerOffsets: readonly number[];
  readonly valueOffsets: readonly number[];
  /** Of those a collection does not follow. */
  readonly weakPointerOffsets: readonly number[];
  readonly weakValueOffsets: readonly number[];
}

/** Fields of the run-time's classes that do not keep alive what they lead to. */
export function isWeakField(name: string): boolean {
  return name.startsWith("##weak");
}

/** The weak field of what watches over an object with a finalizer (`holdsFinalizable`). */
export const finalizableField = "##weakFinalizable";

/** The weak field of an entry of a WeakMap or WeakSet, and the value that its key keeps alive (`isEphemeron`). */
const keyField = "##weakKey";
const keptByKeyField = "##keptByKey";

/** What a type info says of all objects of a struct: bits of type-info-layout.ts. */
export function typeFlags(struct: Struct, { fields }: StructLayout): number {
  let flags = 0;
  if (struct.item === "ref") flags |= itemsAreReferences;
  if (struct.item === "value") flags |= itemsAreValues;
  if (fields.some(({ name, type }) => isWeakField(name) && isFollowed(type))) flags |= hasWeakFields;
  if (hasEphemeralValue(fields)) flags |= isEphemeron;
  if (fields.some(({ name }) => name === finalizableField)) flags |= holdsFinalizable;
  return flags;
}

function hasEphemeralValue(fields: readonly StructField[]): boolean {
  const isThere = (wanted: string) => fields.some(({ name, type }) => name === wanted && isFollowed(type));
  return isThere(keyField) && isThere(keptByKeyField);
}

function isFollowed(type: StorageType): boolean {
  return type === "ref" || type === "value";
}

/** The offsets of all fields that lead to objects, in the order of the type info's table. */
export function followedOffsets(layout: StructLayout): number[] {
  const { pointerOffsets, valueOffsets, weakPointerOffsets, weakValueOffsets } = layout;
  return [...pointerOffsets, ...valueOffsets, ...weakPointerOffsets, ...weakValueOffsets];
}

/** Bytes that a storage type takes. */
export function storageSize(type: StorageType, wordSize: WordSize): number {
  switch (type) {
    case "int":
    case "float":
    case "value":
      return 8;
    case "ref":
    case "code":
      return wordSize;
    case "u32":
    case "i32":
      return 4;
    case "u16":
      return 2;
    case "bool":
    case "u8":
      return 1;
    case "void":
      return 0;
  }
}

/** A struct's fields with its parents' first. */
export function structFields(program: Program, struct: Struct): StructField[] {
  const parent = struct.parent === undefined ? undefined : program.structs.get(struct.parent);
  return parent ? [...structFields(program, parent), ...struct.fields] : struct.fields;
}

function roundUp(n: number, to: number): number {
  return Math.ceil(n / to) * to;
}

/** Computes the layout of a struct for a word size. */
export function structLayout(program: Program, struct: Struct, wordSize: WordSize): StructLayout {
  const fields = structFields(program, struct);
  const offsets = new Map<string, number>();
  const pointerOffsets: number[] = [];
  const valueOffsets: number[] = [];
  const weakPointerOffsets: number[] = [];
  const weakValueOffsets: number[] = [];
  const ephemeral = hasEphemeralValue(fields);
  let end = headerSize;
  for (const field of fields) {
    const size = storageSize(field.type, wordSize);
    end = roundUp(end, Math.max(1, size));
    offsets.set(field.name, end);
    const weak = isWeakField(field.name) || (ephemeral && field.name === keptByKeyField);
    if (field.type === "ref") (weak ? weakPointerOffsets : pointerOffsets).push(end);
    if (field.type === "value") (weak ? weakValueOffsets : valueOffsets).push(end);
    end += size;
  }
  const fixed = roundUp(end, objectAlignment);
  const found = { offsets, fields, pointerOffsets, valueOffsets, weakPointerOffsets, weakValueOffsets };
  if (struct.item === undefined)
    return { ...found, fixedSize: Math.max(minimumObjectSize, fixed), itemSize: 0, lengthOffset: 0 };
  const itemSize = storageSize(struct.item, wordSize);
  return { ...found, fixedSize: fixed + 8, itemSize, lengthOffset: fixed };
}

/** Whether objects of a struct are instances of another. */
export function isInstance(program: Program, struct: Struct, of: string): boolean {
  for (let one: Struct | undefined = struct; one; one = program.structs.get(one.parent ?? "")) {
    if (one.name === of) return true;
  }
  return false;
}
