/** How machine types are written in C. */
import type { StorageType } from "../../graph/program.ts";
import type { LowType, Type } from "../../graph/types.ts";
import { isLowType } from "../../graph/types.ts";
import { InternalFault } from "../../source/messages.ts";

const cTypes: Record<StorageType, string> = {
  int: "int64_t",
  float: "double",
  bool: "uint8_t",
  ref: "char *",
  value: "uint64_t",
  code: "void *",
  void: "void",
  u8: "uint8_t",
  u16: "uint16_t",
  u32: "uint32_t",
  i32: "int32_t",
};

/** The C type of a machine or storage type. */
export function cType(type: StorageType): string {
  return cTypes[type];
}

/** A declaration of that type: `int64_t x`, `char *x`. */
export function declare(type: StorageType, name: string): string {
  const text = cTypes[type];
  return text.endsWith("*") ? `${text}${name}` : `${text} ${name}`;
}

/** The machine type of a graph's variable or result; anything else never reaches a backend. */
export function machine(type: Type): LowType {
  if (!isLowType(type)) throw new InternalFault(`the C backend met a variable that was not lowered`);
  return type;
}
