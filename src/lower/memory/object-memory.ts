/** `heddle/memory` for bytes, lists and what objects tell of themselves. */
import type { ByteTypeName } from "../../graph/byte-types.ts";
import { constants, type Operand } from "../../graph/graph.ts";
import { bytesStruct, itemsStructs, listStruct, reflection, reflectSlot } from "../../graph/well-known.ts";
import { loadFloat } from "../arrays/typed-arrays.ts";
import type { Lowering } from "../lowering.ts";
import { type Code, type Codes, one, perform, read, twice, write, zero } from "./memory-rows.ts";

const setBytes =
  (type: ByteTypeName): Code =>
  (l, a) => {
    l.do("set_bytes", a, { struct: bytesStruct, type });
    return undefined;
  };

/** Asks an object's reflection method. */
function reflect(l: Lowering, object: Operand, what: Operand): Operand {
  const ref = l.op("value_to_ref", [object], "ref");
  const code = l.op("ref_method", [ref], "code", { slot: reflectSlot }, "reflect");
  return l.op("call_indirect", [code, ref, what], "value");
}

function reflectInt(l: Lowering, object: Operand, what: Operand): Operand {
  const answer = reflect(l, object, what);
  return l.op("float_to_int", [l.op("value_to_float", [answer], "float")], "int");
}

export const objectCodes = {
  "memory.allocateBuffer": (l, a) => {
    const made = l.op("allocate_items", a, "ref", { struct: bytesStruct }, "bytes");
    l.do("clear_items", [made, zero, a[0] as Operand]);
    return made;
  },
  "memory.copyBuffer": perform("copy_items"),
  "memory.bufferByte": (l, a) => l.op("get_bytes", a, "int", { struct: bytesStruct, type: "u8" }),
  "memory.setBufferByte": setBytes("u8"),
  "memory.bufferFloat32": (l, a) => loadFloat(l, "f32", a[0] as Operand, a[1] as Operand, true),
  "memory.setBufferFloat32": setBytes("f32"),
  "memory.bufferFloat64": (l, a) => loadFloat(l, "f64", a[0] as Operand, a[1] as Operand, true),
  "memory.setBufferFloat64": setBytes("f64"),
  "memory.sameBuffer": (l, a) => l.op("ref_eq", a, "bool"),

  "memory.listLength": read(listStruct, "length", "int"),
  "memory.setListLength": write(listStruct, "length"),
  "memory.listItems": read(listStruct, "items", "ref"),
  "memory.setListItems": write(listStruct, "items"),
  "memory.itemsLength": (l, a) => l.op("get_length", a, "int", { struct: itemsStructs.ref }),
  "memory.allocateLike": (l, a) => l.op("allocate_like", a, "ref"),
  "memory.copyItems": perform("copy_items"),
  "memory.clearItems": perform("clear_items"),
  "memory.stringItem": (l, a) => l.op("get_item", a, "ref", { struct: itemsStructs.ref }),
  "memory.valueItem": (l, a) => l.op("get_item", a, "value", { struct: itemsStructs.value }),
  "memory.allocateStrings": (l, a) => l.op("allocate_items", a, "ref", { struct: itemsStructs.ref }),
  "memory.setStringItem": (l, a) => {
    l.do("set_item", a, { struct: itemsStructs.ref });
    return undefined;
  },

  "memory.reflectKind": (l, a) => reflectInt(l, a[0] as Operand, constants.int(reflection.kind)),
  "memory.reflectName": (l, a) =>
    l.op("value_to_ref", [reflect(l, a[0] as Operand, constants.int(reflection.name))], "ref"),
  "memory.reflectStack": (l, a) =>
    l.op("value_to_ref", [reflect(l, a[0] as Operand, constants.int(reflection.stack))], "ref"),
  "memory.reflectErrorName": (l, a) =>
    l.op("value_to_ref", [reflect(l, a[0] as Operand, constants.int(reflection.errorName))], "ref"),
  "memory.reflectJson": (l, a) => reflect(l, a[0] as Operand, constants.int(reflection.json)),
  "memory.reflectOwnText": (l, a) => reflect(l, a[0] as Operand, constants.int(reflection.ownText)),
  "memory.reflectCount": (l, a) => reflectInt(l, a[0] as Operand, constants.int(reflection.count)),
  "memory.reflectKey": (l, a) =>
    l.op("value_to_ref", [reflect(l, a[0] as Operand, twice(l, a[1] as Operand))], "ref"),
  "memory.reflectState": (l, a) => {
    const what = l.op("int_sub", [constants.int(reflection.state), a[1] as Operand], "int");
    return reflectInt(l, a[0] as Operand, what);
  },
  "memory.reflectItem": (l, a) =>
    reflect(l, a[0] as Operand, l.op("int_add", [twice(l, a[1] as Operand), one], "int")),
  "memory.reflectContents": (l, a) => reflect(l, a[0] as Operand, constants.int(reflection.contents)),
  "memory.sameObject": (l, a) => l.op("value_eq", a, "bool"),
} satisfies Codes;
