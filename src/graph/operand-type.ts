/** Machine types of what the low levels compute with. */
import type { Constant, Operand } from "./graph.ts";
import type { StorageType } from "./program.ts";
import { isLowType, type LowType } from "./types.ts";

/** The machine type of a constant at the low levels; undefined for those that only the high levels have. */
export function constantLowType(constant: Constant): LowType | undefined {
  switch (constant.kind) {
    case "int":
    case "typeid":
      return "int";
    case "float":
    case "bool":
      return constant.kind;
    case "string":
    case "static":
    case "nil":
      return "ref";
    case "function":
      return "code";
    case "special":
      return constant.type;
    case "undefined":
    case "null":
    case "bigint":
      return undefined;
  }
}

/** The machine type of an operand at the low levels. */
export function lowTypeOf(operand: Operand): LowType | undefined {
  if (operand.kind !== "variable") return constantLowType(operand);
  return isLowType(operand.type) ? operand.type : undefined;
}

/** The machine type that a read of a field or item gives. */
export function storedLowType(storage: StorageType): LowType {
  return storage === "u8" || storage === "u16" || storage === "u32" || storage === "i32" ? "int" : storage;
}
