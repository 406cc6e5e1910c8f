/**
 * How an allocation becomes machine operations, for collectors that allocate by a bump pointer:
 *
 *   free = get_state{field=freePointer}
 *   next = int_add free, 24
 *   limit = get_state{field=limit}
 *   over = int_gt next, limit
 *   branch over, slow(), fast()              ; slow is unlikely: it calls the collector
 *   fast: set_state{field=freePointer} next
 *         jump join(free)
 *   join(address): o = object_at address, typeid:Point
 *
 * The size comes from the struct's layout, or for `allocate_like` from the type info of the operand.
 */
import { constants, type Operand, type Operation, type Variable, variable } from "../graph/graph.ts";
import type { LowOpName } from "../graph/ops.ts";
import type { Program, Struct } from "../graph/program.ts";
import { followedOffsets, type StructLayout, structLayout, type WordSize } from "../graph/struct-layout.ts";
import {
  fixedSizeOffset,
  itemSizeOffset,
  lengthOffsetOffset,
  objectAlignment,
} from "../graph/type-info-layout.ts";
import type { LowType } from "../graph/types.ts";
import { InternalFault } from "../source/messages.ts";
import type { Span } from "../source/span.ts";

export type Allocation = Operation & { op: "allocate" | "allocate_items" | "allocate_like" };

export function isAllocation(operation: Operation): operation is Allocation {
  return operation.op === "allocate" || operation.op === "allocate_items" || operation.op === "allocate_like";
}

/** A list of operations under construction. */
export class Sequence {
  readonly operations: Operation[] = [];
  readonly #span: Span | undefined;

  constructor(span: Span | undefined) {
    this.#span = span;
  }

  /** Appends an operation with a result of that type. */
  value(
    name: string,
    type: LowType,
    op: LowOpName,
    args: Operand[],
    attributes: Operation["attributes"] = {},
  ): Variable {
    const result = variable(name, type);
    this.operations.push({ op, args, result, attributes, span: this.#span });
    return result;
  }

  /** Appends an operation without a result. */
  effect(op: LowOpName, args: Operand[], attributes: Operation["attributes"] = {}): void {
    this.operations.push({ op, args, result: undefined, attributes, span: this.#span });
  }
}

/** What an allocation asks of the collector, and how the object is made from the memory it gets. */
export interface AllocationPlan {
  readonly size: Operand;
  readonly typeId: Operand;
  /** No reference or value inside: a conservative collector need not scan it. */
  readonly pointerFree: boolean;
  /** Appends the operations that make the object at an address; the last one defines the allocation's result. */
  finish(sequence: Sequence, address: Operand, result: Variable): void;
}

/**
 * Plans an allocation; operations that compute its size go into `before`. `written`: fields that get their values before
 * anything can look at them.
 */
export function planAllocation(
  program: Program,
  wordSize: WordSize,
  allocation: Allocation,
  before: Sequence,
  written: ReadonlySet<string> = new Set(),
): AllocationPlan {
  if (allocation.op === "allocate_like") return planLike(allocation, before);
  const struct = program.structs.get(String(allocation.attributes.struct));
  if (!struct) throw new InternalFault(`allocation of the unknown struct ${allocation.attributes.struct}`);
  const layout = structLayout(program, struct, wordSize);
  return allocation.op === "allocate"
    ? planFixed(struct, layout, written)
    : planItems(struct, layout, allocation.args[0]!, before);
}

function planFixed(struct: Struct, layout: StructLayout, written: ReadonlySet<string>): AllocationPlan {
  return {
    size: constants.int(layout.fixedSize),
    typeId: constants.typeid(struct.name),
    pointerFree: followedOffsets(layout).length === 0,
    finish(sequence, address, result) {
      objectAt(sequence, address, constants.typeid(struct.name), result);
      clearFields(sequence, struct, layout, result, written);
    },
  };
}

/** Reference and value fields start as nil and undefined: a collection may come before the program writes them. */
function clearFields(
  sequence: Sequence,
  struct: Struct,
  layout: StructLayout,
  object: Variable,
  written: ReadonlySet<string> = new Set(),
): void {
  for (const field of layout.fields) {
    if (written.has(field.name)) continue;
    const empty =
      field.type === "ref"
        ? constants.nil
        : field.type === "value"
          ? constants.special("value", "undefined")
          : undefined;
    if (empty) sequence.effect("set_field", [object, empty], { struct: struct.name, field: field.name });
  }
}

function planItems(struct: Struct, layout: StructLayout, length: Operand, before: Sequence): AllocationPlan {
  const bytes = before.value("bytes", "int", "int_mul", [length, constants.int(layout.itemSize)]);
  const total = before.value("total", "int", "int_add", [bytes, constants.int(layout.fixedSize)]);
  const size = layout.itemSize % objectAlignment === 0 ? total : roundUp(before, total);
  const pointers = struct.item === "ref" || struct.item === "value";
  return {
    size,
    typeId: constants.typeid(struct.name),
    pointerFree: !pointers && followedOffsets(layout).length === 0,
    finish(sequence, address, result) {
      objectAt(sequence, address, constants.typeid(struct.name), result);
      clearFields(sequence, struct, layout, result);
      const lengthAt = sequence.value("lengthAt", "int", "int_add", [
        address,
        constants.int(layout.lengthOffset),
      ]);
      sequence.effect("store", [lengthAt, length], { width: "i64" });
      if (pointers) sequence.effect("clear_items", [result, constants.int(0), length]);
    },
  };
}

function planLike(allocation: Allocation, before: Sequence): AllocationPlan {
  const [like, length] = allocation.args as [Operand, Operand];
  const typeId = before.value("typeId", "int", "ref_type", [like]);
  const entry = (name: string, offset: number): Variable => {
    const at = before.value("at", "int", "int_add", [typeId, constants.int(offset)]);
    return before.value(name, "int", "load", [at], { width: "u32" });
  };
  const itemSize = entry("itemSize", itemSizeOffset);
  const fixedSize = entry("fixedSize", fixedSizeOffset);
  const lengthOffset = entry("lengthOffset", lengthOffsetOffset);
  const bytes = before.value("bytes", "int", "int_mul", [length, itemSize]);
  const size = roundUp(before, before.value("total", "int", "int_add", [bytes, fixedSize]));
  return {
    size,
    typeId,
    pointerFree: false,
    finish(sequence, address, result) {
      objectAt(sequence, address, typeId, result);
      const lengthAt = sequence.value("lengthAt", "int", "int_add", [address, lengthOffset]);
      sequence.effect("store", [lengthAt, length], { width: "i64" });
      sequence.effect("clear_items", [result, constants.int(0), length]);
    },
  };
}

function objectAt(sequence: Sequence, address: Operand, typeId: Operand, result: Variable): void {
  sequence.operations.push({
    op: "object_at",
    args: [address, typeId],
    result,
    attributes: {},
    span: undefined,
  });
}

/** Sizes stay far below 2^53, so a division by 8 is exact; the C compiler makes it a mask. */
function roundUp(sequence: Sequence, size: Operand): Variable {
  const eight = constants.int(objectAlignment);
  const above = sequence.value("above", "int", "int_add", [size, constants.int(objectAlignment - 1)]);
  const units = sequence.value("units", "int", "int_floor_div", [above, eight]);
  return sequence.value("size", "int", "int_mul", [units, eight]);
}

/** The fields of a new object that are written before anything else is done with it and before a collection: by which operations. */
export function writtenFields(
  { result }: Allocation,
  following: readonly Operation[],
  mayCollect: (operation: Operation) => boolean,
): ReadonlyMap<string, Operation> {
  const written = new Map<string, Operation>();
  for (const one of following) {
    if (mayCollect(one)) break;
    const used = one.args.indexOf(result as Variable);
    if (used < 0) continue;
    const field = String(one.attributes.field);
    const escapes = one.op !== "set_field" || used !== 0 || one.args[1] === result;
    if (escapes) break;
    if (!written.has(field)) written.set(field, one);
  }
  return written;
}
