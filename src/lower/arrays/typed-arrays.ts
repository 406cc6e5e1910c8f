/**
 * Elements of typed arrays: objects of library classes (prelude/typed-arrays.ts) that know their length, the bytes they
 * are a view of, and where among them they start. Where flow shows that none starts but at 0 nothing is added.
 */

import type { ByteTypeName } from "../../graph/byte-types.ts";
import {
  byteTypes,
  elementsOf,
  sharingClass,
  type TypedArrayKind,
  typedArrayFields,
} from "../../graph/byte-types.ts";
import { constants, type Operand } from "../../graph/graph.ts";
import { ancestors } from "../../graph/program.ts";
import { bigintType, floatType, type ValueType, valueType } from "../../graph/types.ts";
import { bytesStruct } from "../../graph/well-known.ts";
import { InternalFault } from "../../source/messages.ts";
import type { Context } from "../context.ts";
import type { Known, Lowering } from "../lowering.ts";
import { loadPlace } from "../objects/place-access.ts";
import { toBigInt } from "../primitives/bigints.ts";
import { knownToInt32, toFloat, toInt } from "../primitives/number-operands.ts";

/** What the elements of a class's instances are, if they are typed arrays; subclasses of the program's own count. */
export function typedKindOf(context: Context, className: string): TypedArrayKind | undefined {
  if (context.classOf(className).kind !== "class") return undefined;
  for (const one of ancestors(context.source, className)) {
    const found = elementsOf(one.cloneOf ?? one.name);
    if (found) return found;
  }
  return undefined;
}

function field(l: Lowering, array: Known, name: string): Known {
  const place = l.context.layout.place(array.type.objects[0] as string, name);
  if (!place) throw new InternalFault(`a typed array without ${name}`);
  const { number } = place.type;
  if (number?.kind === "int" && number.low === number.high)
    return { operand: constants.int(number.low), type: place.type };
  return loadPlace(l, array.operand, place);
}

export function typedLength(l: Lowering, array: Known): Operand {
  return toInt(l, field(l, array, typedArrayFields.length));
}

/** The offset of an element in the bytes. */
function offsetOf(l: Lowering, array: Known, index: Operand, { type }: TypedArrayKind): Operand {
  const start = toInt(l, field(l, array, typedArrayFields.start));
  const { size } = byteTypes[type];
  const offset = size === 1 ? index : l.op("int_mul", [index, constants.int(size)], "int");
  return start.kind === "int" && start.value === 0 ? offset : l.op("int_add", [start, offset], "int");
}

/** What is read as an element: an int within its width, or a double. */
export function elementType({ type, big }: TypedArrayKind): ValueType {
  if (big) return bigintType;
  const { range } = byteTypes[type];
  return range ? valueType({ number: { kind: "int", low: range[0], high: range[1] } }) : floatType;
}

/** Bytes that were written as something else may look like the NaNs that stand for undefined and null. */
export function loadFloat(
  l: Lowering,
  type: ByteTypeName,
  bytes: Operand,
  offset: Operand,
  shared: boolean,
): Operand {
  const loaded = l.op("get_bytes", [bytes, offset], "float", { struct: bytesStruct, type }, "element");
  if (!shared) return loaded;
  const isNumber = l.op("float_eq", [loaded, loaded], "bool");
  return l.op("select", [isNumber, loaded, constants.float(Number.NaN)], "float");
}

const half = { struct: bytesStruct, type: "u32" };

/** Where the halves of 64 bits stand. */
function halves(l: Lowering, offset: Operand): [Operand, Operand] {
  return [offset, l.op("int_add", [offset, constants.int(4)], "int")];
}

/** An element whose index is in range. */
export function loadElement(l: Lowering, array: Known, index: Operand, kind: TypedArrayKind): Known {
  const bytes = field(l, array, typedArrayFields.bytes).operand;
  const offset = offsetOf(l, array, index, kind);
  const { type, big } = kind;
  if (big) {
    const [low, high] = halves(l, offset).map((at) => l.op("get_bytes", [bytes, at], "int", half));
    const operands = [low as Operand, high as Operand, constants.bool(big === "signed")];
    return { operand: l.runtime("bigint.numbers.from64", operands, "ref"), type: bigintType };
  }
  if (!byteTypes[type].range) {
    const shared = l.context.source.classes.has(sharingClass);
    return { operand: loadFloat(l, type, bytes, offset, shared), type: floatType };
  }
  const operand = l.op("get_bytes", [bytes, offset], "int", { struct: bytesStruct, type }, "element");
  return { operand, type: elementType(kind) };
}

/** The value as elements of that kind keep it; integers are cut when they are stored. */
export function elementValue(l: Lowering, value: Known, { type, clamps, big }: TypedArrayKind): Operand {
  if (big) return toBigInt(l, value, false);
  if (!byteTypes[type].range) return toFloat(l, value);
  if (!clamps) return knownToInt32(l, value);
  const { number } = value.type;
  const isInt = number?.kind === "int" && !value.type.string && !value.type.undefined && !value.type.null;
  if (!isInt || value.type.boolean) return l.runtime("numbers.clamp.clampToByte", [toFloat(l, value)], "int");
  const positive = l.op("int_max", [value.operand, constants.int(0)], "int");
  return l.op("int_min", [positive, constants.int(255)], "int");
}

/** Stores what `elementValue` gave; the index is in range. */
export function storeElement(
  l: Lowering,
  array: Known,
  index: Operand,
  operand: Operand,
  kind: TypedArrayKind,
): void {
  const bytes = field(l, array, typedArrayFields.bytes).operand;
  const offset = offsetOf(l, array, index, kind);
  if (kind.big) {
    for (const [i, at] of halves(l, offset).entries()) {
      const word = l.runtime("bigint.numbers.halfOf64", [operand, constants.int(i)], "int");
      l.do("set_bytes", [bytes, at, word], half);
    }
    return;
  }
  l.do("set_bytes", [bytes, offset, operand], { struct: bytesStruct, type: kind.type });
}
