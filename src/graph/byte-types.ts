/** Numbers as they stand in the bytes of typed arrays: how wide, between which bounds. */
export interface ByteType {
  readonly size: number;
  /** Undefined for floating-point numbers. */
  readonly range: readonly [number, number] | undefined;
}

function signed(size: number): ByteType {
  return { size, range: [-(2 ** (8 * size - 1)), 2 ** (8 * size - 1) - 1] };
}

function unsigned(size: number): ByteType {
  return { size, range: [0, 2 ** (8 * size) - 1] };
}

export const byteTypes = {
  i8: signed(1),
  u8: unsigned(1),
  i16: signed(2),
  u16: unsigned(2),
  i32: signed(4),
  u32: unsigned(4),
  f32: { size: 4, range: undefined },
  f64: { size: 8, range: undefined },
} as const satisfies Record<string, ByteType>;

export type ByteTypeName = keyof typeof byteTypes;

export interface TypedArrayKind {
  readonly type: ByteTypeName;
  readonly clamps: boolean;
  /** Elements are BigInts, with a sign or without; `type` then only tells their width. */
  readonly big?: "signed" | "unsigned";
}

function kind(type: ByteTypeName, clamps = false): TypedArrayKind {
  return { type, clamps };
}

/** The library's typed arrays, by their names in programs. */
export const typedArrayKinds: Readonly<Record<string, TypedArrayKind>> = {
  Int8Array: kind("i8"),
  Uint8Array: kind("u8"),
  Uint8ClampedArray: kind("u8", true),
  Int16Array: kind("i16"),
  Uint16Array: kind("u16"),
  Int32Array: kind("i32"),
  Uint32Array: kind("u32"),
  Float32Array: kind("f32"),
  Float64Array: kind("f64"),
  BigInt64Array: { type: "f64", clamps: false, big: "signed" },
  BigUint64Array: { type: "f64", clamps: false, big: "unsigned" },
};

const prefix = "prelude.typed-arrays.";

/** What the elements of instances of a library class are; undefined for all other classes. */
export function elementsOf(className: string): TypedArrayKind | undefined {
  return className.startsWith(prefix) ? typedArrayKinds[className.slice(prefix.length)] : undefined;
}

/** Fields of typed arrays: the length, the bytes, and the offset in bytes of the first element. */
export const typedArrayFields = { length: "##length", bytes: "##bytes", start: "##start" } as const;

/** A class that programs share bytes by: without it no typed array sees what another has written. */
export const sharingClass = "prelude.array-buffers.ArrayBuffer";
