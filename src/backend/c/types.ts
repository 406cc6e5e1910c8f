/** How machine types are written in C. */
import type { StorageType } from "../../graph/program.ts";
import type { LowType, Type } from "../../graph/types.ts";
import { isLowType } from "../../graph/types.ts";
import { InternalFault } from "../../source/messages.ts";

const cTypes: Record<StorageType, string> = {
  int: "heddle_int",
  float: "heddle_float",
  bool: "heddle_bool",
  ref: "heddle_ref",
  value: "heddle_value",
  code: "heddle_code",
  void: "void",
  u8: "uint8_t",
  u16: "uint16_t",
  u32: "uint32_t",
  i32: "int32_t",
};

/** What the names of machine types mean to C; debuggers tell by them how to show a variable. */
export const machineTypedefs = [
  "typedef int64_t heddle_int;",
  "typedef double heddle_float;",
  "typedef uint8_t heddle_bool;",
  "typedef char *heddle_ref;",
  "typedef uint64_t heddle_value;",
  "typedef void *heddle_code;",
].join("\n");

/** The C type of a machine or storage type. */
export function cType(type: StorageType): string {
  return cTypes[type];
}

/** A declaration of that type: `heddle_int x`. */
export function declare(type: StorageType, name: string): string {
  return `${cTypes[type]} ${name}`;
}

/** The machine type of a graph's variable or result; anything else never reaches a backend. */
export function machine(type: Type): LowType {
  if (!isLowType(type)) throw new InternalFault(`the C backend met a variable that was not lowered`);
  return type;
}
