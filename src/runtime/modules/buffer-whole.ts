/**
 * All of `Buffer`: what programs that name it find in place of `buffer.ts`, which has as much as reading texts needs
 * (frontend/checker/source-program.ts).
 */
import { allocateBytes, freeBytes, load8, store8 } from "../../memory/memory.ts";
import { bytesLength, bytesOfText, checkedEncoding, encodingNamed, textOfBytes } from "./encodings.ts";

const shownBytes = 50;

export class Buffer extends Uint8Array {
  /** The bytes between two places, in memory that the caller frees. */
  "##copy"(start: number, end: number): number {
    const address = allocateBytes(end - start + 1);
    for (let i = start; i < end; i++) store8(address + i - start, this[i]! | 0);
    return address;
  }

  /** Each unit is a byte. */
  "##latin1"(): string {
    return this.toString("latin1");
  }

  override toString(encoding?: string, start?: number, end?: number): string {
    const from = clamp(start ?? 0, this.length);
    const to = Math.max(from, clamp(end ?? this.length, this.length));
    const address = this["##copy"](from, to);
    const text = textOfBytes(address, to - from, checkedEncoding(encoding));
    freeBytes(address);
    return text;
  }

  /** What console.log shows. */
  "##contents"(): string {
    let text = "<Buffer";
    for (let i = 0; i < this.length && i < shownBytes; i++)
      text += ` ${this[i]!.toString(16).padStart(2, "0")}`;
    const more = this.length - shownBytes;
    if (more > 0) text += more > 1 ? ` ... ${more} more bytes` : " ... 1 more byte";
    return `${text}>`;
  }

  toJSON(): { type: string; data: number[] } {
    const data: number[] = [];
    for (let i = 0; i < this.length; i++) data.push(this[i]!);
    return { type: "Buffer", data };
  }

  equals(other: Uint8Array): boolean {
    return bufferCompare(this, other) === 0;
  }

  compare(other: Uint8Array): number {
    return bufferCompare(this, other);
  }

  /** A view, as `subarray`. */
  override slice(start?: number, end?: number): this {
    return this.subarray(start, end) as this;
  }

  write(text: string, offset?: number | string, length?: number | string, encoding?: string): number {
    const name = typeof offset === "string" ? offset : typeof length === "string" ? length : encoding;
    const start = typeof offset === "number" ? offset : 0;
    const room = this.length - start;
    const most = typeof length === "number" && length < room ? length : room;
    const bytes = bytesOfText(text, checkedEncoding(name));
    let count = bytesLength() < most ? bytesLength() : most;
    // A character of UTF-8 is written whole or not at all.
    if (count < bytesLength() && checkedEncoding(name) === "utf8")
      while (count > 0 && (load8(bytes + count) & 192) === 128) count--;
    for (let i = 0; i < count; i++) this[start + i] = load8(bytes + i);
    freeBytes(bytes);
    return count;
  }

  copy(target: Uint8Array, targetStart?: number, start?: number, end?: number): number {
    const to = targetStart ?? 0;
    const from = start ?? 0;
    let count = (end ?? this.length) - from;
    if (count > this.length - from) count = this.length - from;
    if (count > target.length - to) count = target.length - to;
    if (count <= 0) return 0;
    target.set(this.subarray(from, from + count), to);
    return count;
  }

  "##readUnsigned"(offset: number | undefined, size: number, littleEndian: boolean): number {
    const at = checkedOffset(offset, this.length, size);
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + this[at + (littleEndian ? size - 1 - i : i)]!;
    return value;
  }

  "##readSigned"(offset: number | undefined, size: number, littleEndian: boolean): number {
    const value = this["##readUnsigned"](offset, size, littleEndian);
    const limit = 2 ** (8 * size - 1);
    return value >= limit ? value - 2 * limit : value;
  }

  "##write"(
    value: number,
    offset: number | undefined,
    size: number,
    littleEndian: boolean,
    least: number,
  ): number {
    const most = least < 0 ? -least - 1 : 2 ** (8 * size) - 1;
    if (value > most || value < least) throw outOfRange("value", least, most, value);
    const at = checkedOffset(offset, this.length, size);
    let rest = Math.trunc(value);
    if (rest < 0) rest += 2 ** (8 * size);
    for (let i = 0; i < size; i++) {
      this[at + (littleEndian ? i : size - 1 - i)] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    return at + size;
  }

  readUInt8(offset?: number): number {
    return this["##readUnsigned"](offset, 1, true);
  }
  readUInt16LE(offset?: number): number {
    return this["##readUnsigned"](offset, 2, true);
  }
  readUInt16BE(offset?: number): number {
    return this["##readUnsigned"](offset, 2, false);
  }
  readUInt32LE(offset?: number): number {
    return this["##readUnsigned"](offset, 4, true);
  }
  readUInt32BE(offset?: number): number {
    return this["##readUnsigned"](offset, 4, false);
  }
  readInt8(offset?: number): number {
    return this["##readSigned"](offset, 1, true);
  }
  readInt16LE(offset?: number): number {
    return this["##readSigned"](offset, 2, true);
  }
  readInt16BE(offset?: number): number {
    return this["##readSigned"](offset, 2, false);
  }
  readInt32LE(offset?: number): number {
    return this["##readSigned"](offset, 4, true);
  }
  readInt32BE(offset?: number): number {
    return this["##readSigned"](offset, 4, false);
  }
  writeUInt8(value: number, offset?: number): number {
    return this["##write"](value, offset, 1, true, 0);
  }
  writeUInt16LE(value: number, offset?: number): number {
    return this["##write"](value, offset, 2, true, 0);
  }
  writeUInt16BE(value: number, offset?: number): number {
    return this["##write"](value, offset, 2, false, 0);
  }
  writeUInt32LE(value: number, offset?: number): number {
    return this["##write"](value, offset, 4, true, 0);
  }
  writeUInt32BE(value: number, offset?: number): number {
    return this["##write"](value, offset, 4, false, 0);
  }
  writeInt8(value: number, offset?: number): number {
    return this["##write"](value, offset, 1, true, -128);
  }
  writeInt16LE(value: number, offset?: number): number {
    return this["##write"](value, offset, 2, true, -32768);
  }
  writeInt16BE(value: number, offset?: number): number {
    return this["##write"](value, offset, 2, false, -32768);
  }
  writeInt32LE(value: number, offset?: number): number {
    return this["##write"](value, offset, 4, true, -2147483648);
  }
  writeInt32BE(value: number, offset?: number): number {
    return this["##write"](value, offset, 4, false, -2147483648);
  }

  "##view64"(offset: number | undefined, size: number): DataView {
    return new DataView(this.buffer, this.byteOffset + checkedOffset(offset, this.length, size), size);
  }
  readFloatLE(offset?: number): number {
    return this["##view64"](offset, 4).getFloat32(0, true);
  }
  readFloatBE(offset?: number): number {
    return this["##view64"](offset, 4).getFloat32(0, false);
  }
  readDoubleLE(offset?: number): number {
    return this["##view64"](offset, 8).getFloat64(0, true);
  }
  readDoubleBE(offset?: number): number {
    return this["##view64"](offset, 8).getFloat64(0, false);
  }
  writeFloatLE(value: number, offset?: number): number {
    this["##view64"](offset, 4).setFloat32(0, value, true);
    return (offset ?? 0) + 4;
  }
  writeFloatBE(value: number, offset?: number): number {
    this["##view64"](offset, 4).setFloat32(0, value, false);
    return (offset ?? 0) + 4;
  }
  writeDoubleLE(value: number, offset?: number): number {
    this["##view64"](offset, 8).setFloat64(0, value, true);
    return (offset ?? 0) + 8;
  }
  writeDoubleBE(value: number, offset?: number): number {
    this["##view64"](offset, 8).setFloat64(0, value, false);
    return (offset ?? 0) + 8;
  }
}

function clamp(place: number, length: number): number {
  const whole = Math.trunc(place) || 0;
  return whole < 0 ? 0 : whole > length ? length : whole;
}

function outOfRange(name: string, least: number, most: number, given: number): RangeError {
  const error: RangeError & { code?: string } = new RangeError(
    `The value of "${name}" is out of range. It must be >= ${least} and <= ${most}. Received ${grouped(given)}`,
  );
  error.code = "ERR_OUT_OF_RANGE";
  return error;
}

/** Large integers in messages have underscores. */
function grouped(value: number): string {
  const text = String(value);
  if (!Number.isInteger(value) || Math.abs(value) <= 2 ** 32) return text;
  let result = "";
  let end = text.length;
  const first = value < 0 ? 1 : 0;
  for (; end >= first + 4; end -= 3) result = `_${text.slice(end - 3, end)}${result}`;
  return text.slice(0, end) + result;
}

function checkedOffset(offset: number | undefined, length: number, size: number): number {
  const at = offset ?? 0;
  if (length - size < 0) {
    const error: RangeError & { code?: string } = new RangeError(
      "Attempt to access memory outside buffer bounds",
    );
    error.code = "ERR_BUFFER_OUT_OF_BOUNDS";
    throw error;
  }
  if (!(at >= 0 && at <= length - size)) throw outOfRange("offset", 0, length - size, at);
  return at | 0;
}

export function bufferOf(address: number, length: number): Buffer {
  const made = new Buffer(length);
  for (let i = 0; i < length; i++) made[i] = load8(address + i);
  return made;
}

/** `Buffer.from`. */
export function bufferFrom(
  source: string | ArrayBuffer | Iterable<number>,
  encoding?: string | number,
  length?: number,
): Buffer {
  if (typeof source === "string") {
    const bytes = bytesOfText(source, checkedEncoding(typeof encoding === "number" ? undefined : encoding));
    const made = bufferOf(bytes, bytesLength());
    freeBytes(bytes);
    return made;
  }
  if (source instanceof ArrayBuffer)
    return new Buffer(source, typeof encoding === "number" ? encoding : 0, length);
  return new Buffer(source);
}

/** `Buffer.alloc`. */
export function bufferAlloc(size: number, fill?: string | number, encoding?: string): Buffer {
  const made = new Buffer(size);
  if (typeof fill === "number") made.fill(fill);
  else if (typeof fill === "string" && fill.length > 0) {
    const pattern = bufferFrom(fill, encoding);
    for (let i = 0; i < size; i++) made[i] = pattern[i % pattern.length]!;
  }
  return made;
}

export function bufferConcat(list: readonly Uint8Array[], total?: number): Buffer {
  let length = 0;
  for (const one of list) length += one.length;
  const made = new Buffer(total ?? length);
  let at = 0;
  for (const one of list) {
    for (let i = 0; i < one.length && at < made.length; i++) made[at++] = one[i]!;
  }
  return made;
}

export function bufferCompare(a: Uint8Array, b: Uint8Array): number {
  const least = a.length < b.length ? a.length : b.length;
  for (let i = 0; i < least; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

export function bufferByteLength(text: string | Uint8Array, encoding?: string): number {
  if (typeof text !== "string") return text.length;
  freeBytes(bytesOfText(text, checkedEncoding(encoding)));
  return bytesLength();
}

export function isBuffer(value: unknown): boolean {
  return value instanceof Buffer;
}

export function isEncoding(name: string): boolean {
  return encodingNamed(name) !== undefined;
}
