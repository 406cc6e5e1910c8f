// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/** ArrayBuffer and DataView. */
import {
  allocateBuffer,
  bufferByte,
  bufferFloat32,
  bufferFloat64,
  copyBuffer,
  setBufferByte,
  setBufferFloat32,
  setBufferFloat64,
} from "../../memory/byte-primitives.ts";
import type { Reference } from "../../memory/memory.ts";

export class ArrayBuffer {
  "##bytes": Reference;
  "##length": number;

  constructor(length: number) {
    const whole = Math.trunc(length) || 0;
    if (!(Number.isSafeInteger(whole) && whole >= 0 && whole <= 4294967295))
      throw new RangeError("Array buffer allocation failed");
    this["##bytes"] = allocateBuffer(whole);
    this["##length"] = whole;
  }

  /** Becomes the buffer of bytes that are there already. */
  "##adopt"(bytes: Reference, length: number): void {
    this["##bytes"] = bytes;
    this["##length"] = length;
  }

  get byteLength(): number {
    return this["##length"];
  }

  slice(from: number | undefined, to: number | undefined): ArrayBuffer {
    const start = clampedPosition(from, this.byteLength, 0);
    const end = clampedPosition(to, this.byteLength, this.byteLength);
    const count = Math.max(0, end - start);
    const copy = new ArrayBuffer(count);
    copyBuffer(copy["##bytes"], 0, this["##bytes"], start, count);
    return copy;
  }

  get [Symbol.toStringTag](): string {
    return "ArrayBuffer";
  }
}

/** A position counted from the end if it is negative, within 0..length. */
export function clampedPosition(given: number | undefined, length: number, otherwise: number): number {
  if (given === undefined) return otherwise;
  const whole = Math.trunc(given) || 0;
  return whole < 0 ? Math.max(0, length + whole) : Math.min(whole, length);
}

/** Eight bytes in which numbers are turned round. */
const turned = allocateBuffer(8);

export class DataView {
  "##buffer": ArrayBuffer;
  "##start": number;
  "##length": number;
  "##bytes": Reference;

  constructor(buffer: ArrayBuffer, byteOffset: number | undefined, byteLength: number | undefined) {
    const offset = Math.trunc(byteOffset ?? 0) || 0;
    if (!(offset >= 0 && offset <= buffer.byteLength))
      throw new RangeError(`Start offset ${offset} is outside the bounds of the buffer`);
    const length = byteLength === undefined ? buffer.byteLength - offset : Math.trunc(byteLength) || 0;
    if (!(length >= 0 && offset + length <= buffer.byteLength))
      throw new RangeError(`Invalid DataView length ${length}`);
    this["##buffer"] = buffer;
    this["##start"] = offset;
    this["##length"] = length;
    this["##bytes"] = buffer["##bytes"];
  }

  get buffer(): ArrayBuffer {
    return this["##buffer"];
  }

  get byteOffset(): number {
    return this["##start"];
  }

  get byteLength(): number {
    return this["##length"];
  }

  /** Where a number of so many bytes stands in the buffer. */
  "##place"(offset: number, size: number): number {
    const whole = Math.trunc(offset) || 0;
    if (!(whole >= 0 && whole + size <= this.byteLength))
      throw new RangeError("Offset is outside the bounds of the DataView");
    return this.byteOffset + whole;
  }

  /** An unsigned integer; big endian unless `little`. */
  "##get"(offset: number, size: number, little: boolean): number {
    const place = this["##place"](offset, size);
    const bytes = this["##bytes"];
    let result = 0;
    for (let i = 0; i < size; i++) {
      const byte = bufferByte(bytes, little ? place + size - 1 - i : place + i);
      result = ((result << 8) | byte) >>> 0;
    }
    return result;
  }

  "##set"(offset: number, size: number, value: number, little: boolean): void {
    const place = this["##place"](offset, size);
    const bytes = this["##bytes"];
    let rest = value | 0;
    for (let i = 0; i < size; i++) {
      setBufferByte(bytes, little ? place + i : place + size - 1 - i, rest & 255);
      rest >>= 8;
    }
  }

  "##turn"(place: number, size: number): void {
    const bytes = this["##bytes"];
    for (let i = 0; i < size; i++) setBufferByte(turned, size - 1 - i, bufferByte(bytes, place + i));
  }

  "##turnBack"(place: number, size: number): void {
    const bytes = this["##bytes"];
    for (let i = 0; i < size; i++) setBufferByte(bytes, place + i, bufferByte(turned, size - 1 - i));
  }

  getInt8(offset: number): number {
    return (this["##get"](offset, 1, true) << 24) >> 24;
  }

  getUint8(offset: number): number {
    return this["##get"](offset, 1, true);
  }

  getInt16(offset: number, little: boolean | undefined): number {
    return (this["##get"](offset, 2, little === true) << 16) >> 16;
  }

  getUint16(offset: number, little: boolean | undefined): number {
    return this["##get"](offset, 2, little === true);
  }

  getInt32(offset: number, little: boolean | undefined): number {
    return this["##get"](offset, 4, little === true) | 0;
  }

  getUint32(offset: number, little: boolean | undefined): number {
    return this["##get"](offset, 4, little === true);
  }

  getFloat32(offset: number, little: boolean | undefined): number {
    const place = this["##place"](offset, 4);
    if (little === true) return bufferFloat32(this["##bytes"], place);
    this["##turn"](place, 4);
    return bufferFloat32(turned, 0);
  }

  getFloat64(offset: number, little: boolean | undefined): number {
    const place = this["##place"](offset, 8);
    if (little === true) return bufferFloat64(this["##bytes"], place);
    this["##turn"](place, 8);
    return bufferFloat64(turned, 0);
  }

  getBigInt64(offset: number, little: boolean | undefined): bigint {
    return BigInt.asIntN(64, this.getBigUint64(offset, little));
  }

  getBigUint64(offset: number, little: boolean | undefined): bigint {
    this["##place"](offset, 8);
    const first = BigInt(this["##get"](offset, 4, little === true));
    const second = BigInt(this["##get"](Math.trunc(offset) + 4, 4, little === true));
    return little === true ? (second << 32n) | first : (first << 32n) | second;
  }

  setInt8(offset: number, value: number): void {
    this["##set"](offset, 1, value, true);
  }

  setUint8(offset: number, value: number): void {
    this["##set"](offset, 1, value, true);
  }

  setInt16(offset: number, value: number, little: boolean | undefined): void {
    this["##set"](offset, 2, value, little === true);
  }

  setUint16(offset: number, value: number, little: boolean | undefined): void {
    this["##set"](offset, 2, value, little === true);
  }

  setInt32(offset: number, value: number, little: boolean | undefined): void {
    this["##set"](offset, 4, value, little === true);
  }

  setUint32(offset: number, value: number, little: boolean | undefined): void {
    this["##set"](offset, 4, value, little === true);
  }

  setFloat32(offset: number, value: number, little: boolean | undefined): void {
    const place = this["##place"](offset, 4);
    if (little === true) {
      setBufferFloat32(this["##bytes"], place, value);
      return;
    }
    setBufferFloat32(turned, 0, value);
    this["##turnBack"](place, 4);
  }

  setFloat64(offset: number, value: number, little: boolean | undefined): void {
    const place = this["##place"](offset, 8);
    if (little === true) {
      setBufferFloat64(this["##bytes"], place, value);
      return;
    }
    setBufferFloat64(turned, 0, value);
    this["##turnBack"](place, 8);
  }

  setBigInt64(offset: number, value: bigint, little: boolean | undefined): void {
    this["##place"](offset, 8);
    const high = Number(BigInt.asIntN(32, value >> 32n));
    const low = Number(BigInt.asIntN(32, value));
    this["##set"](offset, 4, little === true ? low : high, little === true);
    this["##set"](Math.trunc(offset) + 4, 4, little === true ? high : low, little === true);
  }

  setBigUint64(offset: number, value: bigint, little: boolean | undefined): void {
    this.setBigInt64(offset, value, little);
  }

  get [Symbol.toStringTag](): string {
    return "DataView";
  }
}
