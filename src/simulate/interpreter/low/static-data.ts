/**
 * The static data of a program in simulated memory: type infos with their vtables, string constants, prebuilt objects,
 * globals, and the table of static roots. Everything stands where graph/struct-layout.ts and type-info-layout.ts say.
 */

import { classIntervals } from "../../../graph/class-intervals.ts";
import type { Constant } from "../../../graph/graph.ts";
import type { Program, Struct } from "../../../graph/program.ts";
import {
  followedOffsets,
  type StructLayout,
  storageSize,
  structLayout,
  typeFlags,
} from "../../../graph/struct-layout.ts";
import {
  classFirstOffset,
  classLastOffset,
  fieldOffsetSize,
  fieldOffsetsOffset,
  fixedSizeOffset,
  flagsOffset,
  itemSizeOffset,
  lengthOffsetOffset,
  minimumObjectSize,
  pointerCountOffset,
  valueCountOffset,
  vtableEntrySize,
  vtableOffset,
  weakPointersOffset,
  weakValuesOffset,
} from "../../../graph/type-info-layout.ts";
import { stringConstant } from "../../../graph/well-known.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { MemorySimulator } from "../../memory-simulator.ts";

/** What static data needs of the heap that it belongs to. */
export interface Encoder {
  /** Writes a register's value to memory, by storage type. */
  storer(type: string): (address: number, value: unknown) => void;
  constant(constant: Constant): unknown;
  /** The number that stands for a function in a vtable. */
  codeNumber(name: string): number;
}

const slotSize = 8;

export class StaticData {
  readonly nullCell: number;
  readonly pendingException: number;
  readonly #program: Program;
  readonly #memory: MemorySimulator;
  readonly #encoder: Encoder;
  readonly #layouts = new Map<string, StructLayout>();
  readonly #types = new Map<string, number>();
  readonly #strings = new Map<string, number>();
  readonly #statics = new Map<string, number>();
  readonly #globals = new Map<string, number>();
  readonly #numbers: ReadonlyMap<string, readonly [number, number]>;

  constructor(program: Program, memory: MemorySimulator, encoder: Encoder) {
    this.#program = program;
    this.#memory = memory;
    this.#encoder = encoder;
    this.#numbers = classIntervals(program);
    this.nullCell = this.#zeroed(minimumObjectSize);
    this.pendingException = this.#zeroed(slotSize);
    for (const name of program.globals.keys()) this.#layOutGlobal(name);
    this.#layOutRoots();
  }

  #zeroed(size: number): number {
    const address = this.#memory.allocateStatic(size);
    this.#memory.clearBytes(address, size);
    return address;
  }

  struct(name: string): Struct {
    const struct = this.#program.structs.get(name);
    if (!struct) throw new InternalFault(`struct ${name} is not in the program`);
    return struct;
  }

  layout(struct: Struct): StructLayout {
    let layout = this.#layouts.get(struct.name);
    if (!layout) {
      layout = structLayout(this.#program, struct, this.#memory.wordSize);
      this.#layouts.set(struct.name, layout);
    }
    return layout;
  }

  /** The type id: the address of the type info. */
  typeId(name: string): number {
    const known = this.#types.get(name);
    if (known !== undefined) return known;
    const memory = this.#memory;
    const struct = this.struct(name);
    const layout = this.layout(struct);
    const offsets = followedOffsets(layout);
    const tableOffset = vtableOffset + struct.vtable.length * vtableEntrySize;
    const info = this.#zeroed(tableOffset + offsets.length * fieldOffsetSize);
    this.#types.set(name, info);
    const [first, last] = this.#numbers.get(name) ?? [0, 0];
    const words: readonly (readonly [number, number])[] = [
      [fixedSizeOffset, layout.fixedSize],
      [itemSizeOffset, layout.itemSize],
      [flagsOffset, typeFlags(struct, layout)],
      [lengthOffsetOffset, layout.lengthOffset],
      [pointerCountOffset, layout.pointerOffsets.length],
      [valueCountOffset, layout.valueOffsets.length],
      [fieldOffsetsOffset, tableOffset],
      [classFirstOffset, first],
      [classLastOffset, last],
    ];
    for (const [offset, word] of words) memory.store32(info + offset, word);
    memory.store16(info + weakPointersOffset, layout.weakPointerOffsets.length);
    memory.store16(info + weakValuesOffset, layout.weakValueOffsets.length);
    for (const [slot, code] of struct.vtable.entries()) {
      if (code === undefined) continue;
      memory.storeInt64(info + vtableOffset + slot * vtableEntrySize, this.#encoder.codeNumber(code));
    }
    for (const [i, offset] of offsets.entries())
      memory.store16(info + tableOffset + i * fieldOffsetSize, offset);
    return info;
  }

  /** A flat string that is there from the start. */
  string(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    const { struct: name, fields, bytes } = stringConstant(text);
    const struct = this.struct(name);
    const object = this.#object(struct, bytes.length);
    this.#strings.set(text, object);
    for (const field of this.layout(struct).fields)
      this.#storeField(object, struct, field.name, fields[field.name] ?? 0);
    const first = object + this.layout(struct).fixedSize;
    for (const [i, byte] of bytes.entries()) this.#memory.store8(first + i, byte);
    return object;
  }

  staticObject(name: string): number {
    const known = this.#statics.get(name);
    if (known !== undefined) return known;
    const declared = this.#program.statics.get(name);
    if (!declared) throw new InternalFault(`static ${name} is not in the program`);
    const struct = this.struct(declared.struct);
    const object = this.#object(struct, declared.items.length);
    // Known before it is filled: statics may lead in circles.
    this.#statics.set(name, object);
    for (const [field, constant] of Object.entries(declared.fields)) {
      this.#storeField(object, struct, field, this.#encoder.constant(constant));
    }
    if (struct.item !== undefined) {
      const { fixedSize, itemSize } = this.layout(struct);
      const store = this.#encoder.storer(struct.item);
      for (const [i, constant] of declared.items.entries())
        store(object + fixedSize + i * itemSize, this.#encoder.constant(constant));
    }
    return object;
  }

  /** A zeroed object with its header and length. */
  #object(struct: Struct, length: number): number {
    const { fixedSize, itemSize, lengthOffset } = this.layout(struct);
    const size = Math.max(minimumObjectSize, Math.ceil((fixedSize + itemSize * length) / 8) * 8);
    const object = this.#zeroed(size);
    this.#memory.storeInt64(object, this.typeId(struct.name));
    if (struct.item !== undefined) this.#memory.storeInt64(object + lengthOffset, length);
    return object;
  }

  #storeField(object: number, struct: Struct, name: string, value: unknown): void {
    const layout = this.layout(struct);
    const field = layout.fields.find((one) => one.name === name);
    const offset = layout.offsets.get(name);
    if (!field || offset === undefined) throw new InternalFault(`struct ${struct.name} has no field ${name}`);
    this.#encoder.storer(field.type)(object + offset, value);
  }

  // Globals: a slot of 8 bytes for each.

  global(name: string): number {
    const slot = this.#globals.get(name);
    if (slot === undefined) throw new InternalFault(`global ${name} is not in the program`);
    return slot;
  }

  globalType(name: string): string {
    return this.#program.globals.get(name)?.type as string;
  }

  #layOutGlobal(name: string): void {
    this.#globals.set(name, this.#zeroed(slotSize));
  }

  /** Gives the globals their first values; apart, since constants need the whole of static data. */
  initializeGlobals(): void {
    for (const { name, type, initial } of this.#program.globals.values()) {
      if (initial) this.#encoder.storer(type as string)(this.global(name), this.#encoder.constant(initial));
    }
  }

  #layOutRoots(): void {
    const memory = this.#memory;
    const rooted = [...this.#program.globals.values()].filter(
      ({ type }) => type === "ref" || type === "value",
    );
    const slots = [...rooted.map((one) => this.global(one.name)), this.pendingException];
    const table = memory.allocateStatic(slots.length * storageSize("u32", memory.wordSize));
    for (const [i, slot] of slots.entries()) memory.store32(table + i * 4, slot);
    memory.state.staticRoots = table;
    memory.state.staticRootCount = slots.length;
  }
}
