/** Numbers as they stand among bytes, one little-endian form a type. */
import { type ByteTypeName, byteTypes } from "../../../graph/byte-types.ts";

interface Codec {
  load(view: DataView): number;
  store(view: DataView, value: number): void;
}

const codecs: Record<ByteTypeName, Codec> = {
  i8: { load: (v) => v.getInt8(0), store: (v, x) => v.setInt8(0, x) },
  u8: { load: (v) => v.getUint8(0), store: (v, x) => v.setUint8(0, x) },
  i16: { load: (v) => v.getInt16(0, true), store: (v, x) => v.setInt16(0, x, true) },
  u16: { load: (v) => v.getUint16(0, true), store: (v, x) => v.setUint16(0, x, true) },
  i32: { load: (v) => v.getInt32(0, true), store: (v, x) => v.setInt32(0, x, true) },
  u32: { load: (v) => v.getUint32(0, true), store: (v, x) => v.setUint32(0, x, true) },
  f32: { load: (v) => v.getFloat32(0, true), store: (v, x) => v.setFloat32(0, x, true) },
  f64: { load: (v) => v.getFloat64(0, true), store: (v, x) => v.setFloat64(0, x, true) },
};

/** Room for one number. */
export const scratch = new DataView(new ArrayBuffer(8));

export function byteCodec(type: string): Codec & { readonly size: number } {
  const name = type as ByteTypeName;
  return { ...codecs[name], size: byteTypes[name].size };
}
