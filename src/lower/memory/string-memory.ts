/** `heddle/memory` for texts: flat strings, ropes, their units and hashes. */
import { constants, type Operand } from "../../graph/graph.ts";
import { anyStringStruct, ropeStruct, stringStruct } from "../../graph/well-known.ts";
import { layoutOf, lengthOf, loadItem, storageOf } from "../arrays/array-access.ts";
import { undefinedKnown } from "../calls/invoke.ts";
import type { Known, Lowering } from "../lowering.ts";
import { hashKey, sameKey } from "../primitives/keys.ts";
import { toInt } from "../primitives/number-operands.ts";
import { type Code, type Codes, perform, read, twice, write, zero } from "./memory-rows.ts";

const unit =
  (width: number): Code =>
  (l, a) =>
    l.op("get_unit", a, "int", { struct: stringStruct, width });
const setUnit =
  (width: number): Code =>
  (l, a) => {
    l.do("set_unit", a, { struct: stringStruct, width });
    return undefined;
  };

/** A flat string whose units are still to be written. */
function allocateString(l: Lowering, length: Operand, wide: Operand): Operand {
  const bytes = l.op("select", [wide, l.op("int_add", [length, length], "int"), length], "int");
  const made = l.op("allocate_items", [bytes], "ref", { struct: stringStruct }, "string");
  l.set(made, stringStruct, "length", length);
  l.set(made, stringStruct, "hash", zero);
  l.set(made, stringStruct, "wide", l.op("bool_to_int", [wide], "int"));
  return made;
}

/** The array of units is of this program's making: its layout is known here. */
function asciiString(l: Lowering, args: readonly Known[]): Operand {
  const [units, count] = args as [Known, Known];
  const layout = layoutOf(l, units.type);
  const length = toInt(l, count);
  const made = allocateString(l, length, constants.bool(false));
  const storage = storageOf(l, units.operand, layout);
  l.require(l.op("int_le", [length, lengthOf(l, units.operand, layout)], "bool"), () => l.stop("internal"));
  l.loop(zero, length, (index) => {
    const item = toInt(l, loadItem(l, storage, index, layout));
    l.do("set_unit", [made, index, item], { struct: stringStruct, width: 1 });
  });
  return made;
}

export const stringCodes = {
  "memory.asciiString": (l, _a, args) => asciiString(l, args),
  "memory.allocateString": (l, a) => allocateString(l, a[0] as Operand, a[1] as Operand),
  "memory.finishString": (_l, a) => a[0],
  "memory.isRope": (l, a) =>
    l.op("int_eq", [l.op("ref_type", a, "int"), constants.typeid(ropeStruct)], "bool"),
  "memory.isJoined": (l, a) =>
    l.op("ref_ne", [l.get(a[0] as Operand, ropeStruct, "right", "ref"), constants.nil], "bool"),
  "memory.ropeLeft": read(ropeStruct, "left", "ref"),
  "memory.ropeRight": read(ropeStruct, "right", "ref"),
  "memory.newRope": (l, a) => {
    const rope = l.op("allocate", [], "ref", { struct: ropeStruct }, "rope");
    const wide = (text: Operand): Operand => l.get(text, anyStringStruct, "wide", "int");
    l.set(rope, ropeStruct, "length", a[2] as Operand);
    l.set(rope, ropeStruct, "wide", l.op("int_or", [wide(a[0] as Operand), wide(a[1] as Operand)], "int"));
    l.set(rope, ropeStruct, "left", a[0] as Operand);
    l.set(rope, ropeStruct, "right", a[1] as Operand);
    return rope;
  },
  "memory.setRopeFlat": (l, a) => {
    l.set(a[0] as Operand, ropeStruct, "left", a[1] as Operand);
    l.set(a[0] as Operand, ropeStruct, "right", constants.nil);
    return undefined;
  },
  "memory.isWide": (l, a) =>
    l.op("int_ne", [l.get(a[0] as Operand, anyStringStruct, "wide", "int"), zero], "bool"),
  "memory.byteUnit": unit(1),
  "memory.wideUnit": unit(2),
  "memory.sameUnits": (l, a) => l.op("same_units", a, "int", { struct: stringStruct }),
  "memory.findUnit": (l, a) => l.op("find_unit", a, "int", { struct: stringStruct }),
  "memory.setByteUnit": setUnit(1),
  "memory.setWideUnit": setUnit(2),
  "memory.copyByteUnits": perform("copy_items"),
  "memory.copyWideUnits": (l, a) => {
    const [target, at, source, from, count] = a as [Operand, Operand, Operand, Operand, Operand];
    l.do("copy_items", [target, twice(l, at), source, twice(l, from), twice(l, count)]);
    return undefined;
  },
  "memory.stringHash": read(stringStruct, "hash", "int"),
  "memory.setStringHash": write(stringStruct, "hash"),
  "memory.hashKey": (l, _a, args) => hashKey(l, args[0] ?? undefinedKnown),
  "memory.sameKey": (l, _a, args) => sameKey(l, args[0] ?? undefinedKnown, args[1] ?? undefinedKnown),
  "memory.indexOfText": (l, a) => l.runtime("objects.names.indexOfText", a, "int"),
  "memory.isInheritedName": (l, a) => l.runtime("objects.names.isInheritedName", a, "bool"),
  "memory.stopAtName": (l) => {
    l.stop("unsupported", "a property that every object inherits, by a computed name");
    return undefined;
  },
  "memory.sameString": (l, a) => l.op("ref_eq", a, "bool"),
} satisfies Codes;
