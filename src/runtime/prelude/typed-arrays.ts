// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/** The kinds of typed arrays; what they do is typed-array.ts's. */
import type { ArrayBuffer } from "./array-buffers.ts";
import { type Source, TypedArray } from "./typed-array.ts";

export class Int8Array extends TypedArray<"Int8Array"> {
  constructor(source: Source | undefined, byteOffset: number | undefined, length: number | undefined) {
    super(1, source, byteOffset, length);
  }

  get BYTES_PER_ELEMENT(): number {
    return 1;
  }

  "##make"(length: number): this {
    return new Int8Array(length, undefined, undefined) as this;
  }

  "##view"(buffer: ArrayBuffer, byteOffset: number, length: number): this {
    return new Int8Array(buffer, byteOffset, length) as this;
  }

  "##name"(): string {
    return "Int8Array";
  }
}

export class Uint8Array extends TypedArray<"Uint8Array"> {
  constructor(source: Source | undefined, byteOffset: number | undefined, length: number | undefined) {
    super(1, source, byteOffset, length);
  }

  get BYTES_PER_ELEMENT(): number {
    return 1;
  }

  "##make"(length: number): this {
    return new Uint8Array(length, undefined, undefined) as this;
  }

  "##view"(buffer: ArrayBuffer, byteOffset: number, length: number): this {
    return new Uint8Array(buffer, byteOffset, length) as this;
  }

  "##name"(): string {
    return "Uint8Array";
  }
}

export class Uint8ClampedArray extends TypedArray<"Uint8ClampedArray"> {
  constructor(source: Source | undefined, byteOffset: number | undefined, length: number | undefined) {
    super(1, source, byteOffset, length);
  }

  get BYTES_PER_ELEMENT(): number {
    return 1;
  }

  "##make"(length: number): this {
    return new Uint8ClampedArray(length, undefined, undefined) as this;
  }

  "##view"(buffer: ArrayBuffer, byteOffset: number, length: number): this {
    return new Uint8ClampedArray(buffer, byteOffset, length) as this;
  }

  "##name"(): string {
    return "Uint8ClampedArray";
  }
}

export class Int16Array extends TypedArray<"Int16Array"> {
  constructor(source: Source | undefined, byteOffset: number | undefined, length: number | undefined) {
    super(2, source, byteOffset, length);
  }

  get BYTES_PER_ELEMENT(): number {
    return 2;
  }

  "##make"(length: number): this {
    return new Int16Array(length, undefined, undefined) as this;
  }

  "##view"(buffer: ArrayBuffer, byteOffset: number, length: number): this {
    return new Int16Array(buffer, byteOffset, length) as this;
  }

  "##name"(): string {
    return "Int16Array";
  }
}

export class Uint16Array extends TypedArray<"Uint16Array"> {
  constructor(source: Source | undefined, byteOffset: number | undefined, length: number | undefined) {
    super(2, source, byteOffset, length);
  }

  get BYTES_PER_ELEMENT(): number {
    return 2;
  }

  "##make"(length: number): this {
    return new Uint16Array(length, undefined, undefined) as this;
  }

  "##view"(buffer: ArrayBuffer, byteOffset: number, length: number): this {
    return new Uint16Array(buffer, byteOffset, length) as this;
  }

  "##name"(): string {
    return "Uint16Array";
  }
}

export class Int32Array extends TypedArray<"Int32Array"> {
  constructor(source: Source | undefined, byteOffset: number | undefined, length: number | undefined) {
    super(4, source, byteOffset, length);
  }

  get BYTES_PER_ELEMENT(): number {
    return 4;
  }

  "##make"(length: number): this {
    return new Int32Array(length, undefined, undefined) as this;
  }

  "##view"(buffer: ArrayBuffer, byteOffset: number, length: number): this {
    return new Int32Array(buffer, byteOffset, length) as this;
  }

  "##name"(): string {
    return "Int32Array";
  }
}

export class Uint32Array extends TypedArray<"Uint32Array"> {
  constructor(source: Source | undefined, byteOffset: number | undefined, length: number | undefined) {
    super(4, source, byteOffset, length);
  }

  get BYTES_PER_ELEMENT(): number {
    return 4;
  }

  "##make"(length: number): this {
    return new Uint32Array(length, undefined, undefined) as this;
  }

  "##view"(buffer: ArrayBuffer, byteOffset: number, length: number): this {
    return new Uint32Array(buffer, byteOffset, length) as this;
  }

  "##name"(): string {
    return "Uint32Array";
  }
}

export class Float32Array extends TypedArray<"Float32Array"> {
  constructor(source: Source | undefined, byteOffset: number | undefined, length: number | undefined) {
    super(4, source, byteOffset, length);
  }

  get BYTES_PER_ELEMENT(): number {
    return 4;
  }

  "##make"(length: number): this {
    return new Float32Array(length, undefined, undefined) as this;
  }

  "##view"(buffer: ArrayBuffer, byteOffset: number, length: number): this {
    return new Float32Array(buffer, byteOffset, length) as this;
  }

  "##name"(): string {
    return "Float32Array";
  }
}

export class Float64Array extends TypedArray<"Float64Array"> {
  constructor(source: Source | undefined, byteOffset: number | undefined, length: number | undefined) {
    super(8, source, byteOffset, length);
  }

  get BYTES_PER_ELEMENT(): number {
    return 8;
  }

  "##make"(length: number): this {
    return new Float64Array(length, undefined, undefined) as this;
  }

  "##view"(buffer: ArrayBuffer, byteOffset: number, length: number): this {
    return new Float64Array(buffer, byteOffset, length) as this;
  }

  "##name"(): string {
    return "Float64Array";
  }
}
