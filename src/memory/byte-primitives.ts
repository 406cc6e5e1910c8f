/**
 * The bytes behind typed arrays (`Bytes` of graph/well-known.ts). Each function is one machine operation or a few in a
 * translated program; offsets count bytes, need not be aligned and are within. On Node it is an ArrayBuffer.
 */
import type { Reference } from "./memory.ts";

class Bytes {
  readonly view: DataView;

  constructor(length: number) {
    this.view = new DataView(new ArrayBuffer(length));
  }
}

function viewOf(bytes: Reference): DataView {
  const given: object = bytes;
  if (!(given instanceof Bytes)) throw new Error("byte primitives: these are no bytes");
  return given.view;
}

/** On Node: what stands behind an array whose elements somebody asks for. */
export function bufferOf(bytes: Reference): ArrayBuffer {
  return viewOf(bytes).buffer as ArrayBuffer;
}

/** So many bytes, all 0. */
export function allocateBuffer(length: number): Reference {
  return new Bytes(length) as object as Reference;
}

/** The ranges may overlap if target and source are the same. */
export function copyBuffer(
  target: Reference,
  at: number,
  source: Reference,
  from: number,
  count: number,
): void {
  const bytes = new Uint8Array(bufferOf(source), from, count).slice();
  new Uint8Array(bufferOf(target)).set(bytes, at);
}

export function bufferByte(bytes: Reference, offset: number): number {
  return viewOf(bytes).getUint8(offset);
}

export function setBufferByte(bytes: Reference, offset: number, value: number): void {
  viewOf(bytes).setUint8(offset, value);
}

export function bufferFloat32(bytes: Reference, offset: number): number {
  return viewOf(bytes).getFloat32(offset, true);
}

export function setBufferFloat32(bytes: Reference, offset: number, value: number): void {
  viewOf(bytes).setFloat32(offset, value, true);
}

export function bufferFloat64(bytes: Reference, offset: number): number {
  return viewOf(bytes).getFloat64(offset, true);
}

export function setBufferFloat64(bytes: Reference, offset: number, value: number): void {
  viewOf(bytes).setFloat64(offset, value, true);
}

/** One and the same bytes. */
export function sameBuffer(a: Reference, b: Reference): boolean {
  return a === b;
}
