/** Objects of the low level as records of JavaScript, kept alive by Node itself. A reference is the record, nil is null. */
import { classIntervals } from "../../../graph/class-intervals.ts";
import type { Constant } from "../../../graph/graph.ts";
import type { Program, StorageType, Struct } from "../../../graph/program.ts";
import { structFields } from "../../../graph/struct-layout.ts";
import { stringConstant } from "../../../graph/well-known.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { MemorySimulator } from "../../memory-simulator.ts";
import type { Code } from "../code.ts";
import type { Heap } from "./heap.ts";
import { rawLoader, rawStorer } from "./raw-memory.ts";

type Items = unknown[] | Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** A struct with what its objects need at hand. */
interface Shape {
  readonly struct: Struct;
  readonly id: number;
  readonly born: readonly unknown[];
  readonly places: ReadonlyMap<string, number>;
  readonly ancestors: ReadonlySet<string>;
  vtable: readonly (Code | undefined)[] | undefined;
}

class LowObject {
  readonly shape: Shape;
  readonly fields: unknown[];
  readonly items: Items | undefined;
  identity = 0;

  constructor(shape: Shape, items: Items | undefined) {
    this.shape = shape;
    this.fields = shape.born.slice();
    this.items = items;
  }
}

/** What fields and items hold at birth; of numbers that is not said, so any will do. */
function emptyOf(type: StorageType): unknown {
  if (type === "ref" || type === "code") return null;
  return type === "value" ? undefined : 0;
}

function makeItems(type: StorageType, length: number): Items {
  switch (type) {
    case "u8":
    case "bool":
      return new Uint8Array(length);
    case "u16":
      return new Uint16Array(length);
    case "u32":
      return new Uint32Array(length);
    case "i32":
      return new Int32Array(length);
    default:
      return new Array<unknown>(length).fill(emptyOf(type));
  }
}

/** Addresses that `addressOf` makes up for objects: far above what the simulator hands out. */
export const firstObjectAddress = 2 ** 46;

export class RecordHeap implements Heap {
  readonly nil = null;
  readonly nullCell: unknown;
  readonly woven = undefined;
  readonly #program: Program;
  readonly #memory: MemorySimulator;
  readonly #codeOf: (name: string) => Code;
  readonly #constant: (constant: Constant) => unknown;
  readonly #shapes = new Map<string, Shape>();
  readonly #strings = new Map<string, LowObject>();
  readonly #statics = new Map<string, LowObject>();
  readonly #globals = new Map<string, { value: unknown }>();
  readonly #addresses = new Map<LowObject, number>();
  readonly #addressed = new Map<number, LowObject>();
  #identities = 0;
  #intervals: ReadonlyMap<string, readonly [number, number]> | undefined;

  constructor(
    program: Program,
    memory: MemorySimulator,
    codeOf: (name: string) => Code,
    constant: (constant: Constant) => unknown,
  ) {
    this.#program = program;
    this.#memory = memory;
    this.#codeOf = codeOf;
    this.#constant = constant;
    const struct: Struct = {
      name: "null",
      displayName: "null",
      parent: undefined,
      fields: [],
      item: undefined,
      zeroed: false,
      vtable: [],
    };
    this.nullCell = new LowObject(this.#makeShape(struct, 0), undefined);
  }

  #shape(name: string): Shape {
    const known = this.#shapes.get(name);
    if (known) return known;
    const struct = this.#program.structs.get(name);
    if (!struct) throw new InternalFault(`struct ${name} is not in the program`);
    const shape = this.#makeShape(struct, this.#shapes.size + 1);
    this.#shapes.set(name, shape);
    return shape;
  }

  #makeShape(struct: Struct, id: number): Shape {
    const fields = structFields(this.#program, struct);
    const ancestors = new Set<string>();
    for (let one: Struct | undefined = struct; one; one = this.#program.structs.get(one.parent ?? "")) {
      ancestors.add(one.name);
    }
    const places = new Map(fields.map((field, i) => [field.name, i]));
    return { struct, id, born: fields.map((one) => emptyOf(one.type)), places, ancestors, vtable: undefined };
  }

  #place(struct: Struct, field: string): number {
    const place = this.#shape(struct.name).places.get(field);
    if (place === undefined) throw new InternalFault(`struct ${struct.name} has no field ${field}`);
    return place;
  }

  // Constants.

  string(text: string): LowObject {
    let object = this.#strings.get(text);
    if (!object) {
      const { struct, fields, bytes } = stringConstant(text);
      object = new LowObject(this.#shape(struct), Uint8Array.from(bytes));
      for (const [name, word] of Object.entries(fields)) object.fields[object.shape.places.get(name)!] = word;
      this.#strings.set(text, object);
    }
    return object;
  }

  staticObject(name: string): LowObject {
    const known = this.#statics.get(name);
    if (known) return known;
    const declared = this.#program.statics.get(name);
    if (!declared) throw new InternalFault(`static ${name} is not in the program`);
    const shape = this.#shape(declared.struct);
    const { item } = shape.struct;
    const object = new LowObject(
      shape,
      item === undefined ? undefined : makeItems(item, declared.items.length),
    );
    // Known before it is filled: statics may lead in circles.
    this.#statics.set(name, object);
    for (const [field, constant] of Object.entries(declared.fields)) {
      object.fields[this.#place(shape.struct, field)] = this.#constant(constant);
    }
    for (const [i, constant] of declared.items.entries()) object.items![i] = this.#constant(constant);
    return object;
  }

  typeId(struct: string): number {
    return this.#shape(struct).id;
  }

  // Fields and items.

  fieldReader(struct: Struct, field: string): (object: unknown) => unknown {
    const place = this.#place(struct, field);
    return (object) => (object as LowObject).fields[place];
  }

  fieldWriter(struct: Struct, field: string): (object: unknown, value: unknown) => void {
    const place = this.#place(struct, field);
    return (object, value) => {
      (object as LowObject).fields[place] = value;
    };
  }

  itemReader(struct: Struct): (object: unknown, index: number) => unknown {
    return (object, index) => {
      const items = (object as LowObject).items!;
      if (!(index >= 0 && index < items.length)) outside(struct, index, items.length);
      return items[index];
    };
  }

  itemWriter(struct: Struct): (object: unknown, index: number, value: unknown) => void {
    return (object, index, value) => {
      const items = (object as LowObject).items!;
      if (!(index >= 0 && index < items.length)) outside(struct, index, items.length);
      items[index] = value;
    };
  }

  lengthReader(): (object: unknown) => number {
    return (object) => (object as LowObject).items!.length;
  }

  unitReader(struct: Struct, width: number): (object: unknown, index: number) => number {
    return (object, index) => {
      const bytes = (object as LowObject).items as Uint8Array;
      if (!(index >= 0 && (index + 1) * width <= bytes.length)) outside(struct, index, bytes.length / width);
      return width === 1 ? bytes[index]! : bytes[2 * index]! | (bytes[2 * index + 1]! << 8);
    };
  }

  unitWriter(struct: Struct, width: number): (object: unknown, index: number, unit: number) => void {
    return (object, index, unit) => {
      const bytes = (object as LowObject).items as Uint8Array;
      if (!(index >= 0 && (index + 1) * width <= bytes.length)) outside(struct, index, bytes.length / width);
      if (width === 1) bytes[index] = unit;
      else {
        bytes[2 * index] = unit;
        bytes[2 * index + 1] = unit >> 8;
      }
    };
  }

  // What an object is.

  typeOf(object: unknown): number {
    return (object as LowObject).shape.id;
  }

  instanceTest(struct: Struct): (object: unknown) => boolean {
    return (object) => (object as LowObject).shape.ancestors.has(struct.name);
  }

  classNumber(object: unknown): number {
    this.#intervals ??= classIntervals(this.#program);
    return this.#intervals.get((object as LowObject).shape.struct.name)?.[0] ?? 0;
  }

  identity(object: unknown): number {
    const one = object as LowObject;
    if (one.identity === 0) one.identity = ++this.#identities;
    return one.identity;
  }

  method(object: unknown, slot: number): Code {
    const { shape } = object as LowObject;
    shape.vtable ??= shape.struct.vtable.map((name) => (name === undefined ? undefined : this.#codeOf(name)));
    const code = shape.vtable[slot];
    if (!code) throw new InternalFault(`struct ${shape.struct.name} has no code in slot ${slot}`);
    return code;
  }

  // New objects.

  allocator(struct: Struct): () => unknown {
    const shape = this.#shape(struct.name);
    return () => new LowObject(shape, undefined);
  }

  itemsAllocator(struct: Struct): (length: number) => unknown {
    const shape = this.#shape(struct.name);
    const item = struct.item as StorageType;
    return (length) => new LowObject(shape, makeItems(item, length));
  }

  structOf(object: unknown): Struct {
    return (object as LowObject).shape.struct;
  }

  allocateLike(object: unknown, length: number): unknown {
    const { shape } = object as LowObject;
    return new LowObject(shape, makeItems(shape.struct.item as StorageType, length));
  }

  copyItems(target: unknown, to: number, source: unknown, from: number, n: number): void {
    const items = (target as LowObject).items!;
    const others = (source as LowObject).items!;
    if (!(to >= 0 && from >= 0 && n >= 0 && to + n <= items.length && from + n <= others.length)) {
      throw new InternalFault(
        `copy of ${n} items from ${from} of ${others.length} to ${to} of ${items.length}: outside`,
      );
    }
    if (items === others) items.copyWithin(to, from, from + n);
    else for (let i = 0; i < n; i++) items[to + i] = others[from + i];
  }

  clearItems(object: unknown, from: number, n: number): void {
    const { items, shape } = object as LowObject;
    const empty = emptyOf(shape.struct.item as StorageType);
    (items as unknown[]).fill(empty, from, from + n);
  }

  // Globals.

  #global(name: string): { value: unknown } {
    let cell = this.#globals.get(name);
    if (!cell) {
      const declared = this.#program.globals.get(name);
      if (!declared) throw new InternalFault(`global ${name} is not in the program`);
      const { initial, type } = declared;
      cell = { value: initial ? this.#constant(initial) : emptyOf(type as StorageType) };
      this.#globals.set(name, cell);
    }
    return cell;
  }

  globalReader(name: string): () => unknown {
    const cell = this.#global(name);
    return () => cell.value;
  }

  globalWriter(name: string): (value: unknown) => void {
    const cell = this.#global(name);
    return (value) => {
      cell.value = value;
    };
  }

  // Values: a reference is the record itself, and nil has the bits of undefined.

  valueFromRef(ref: unknown): unknown {
    return ref === null ? undefined : ref;
  }

  valueToRef(value: unknown): unknown {
    return value instanceof LowObject ? value : null;
  }

  valueIsRef(value: unknown): boolean {
    return value instanceof LowObject;
  }

  sameValue(a: unknown, b: unknown): boolean {
    return Object.is(a, b);
  }

  // Raw memory.

  loader(width: string): (address: number) => unknown {
    return rawLoader(this.#memory, width);
  }

  storer(width: string): (address: number, value: unknown) => void {
    return rawStorer(this.#memory, width);
  }

  addressOf(ref: unknown): number {
    if (ref === null) return 0;
    const object = ref as LowObject;
    let address = this.#addresses.get(object);
    if (address === undefined) {
      address = firstObjectAddress + 16 * this.#addresses.size;
      this.#addresses.set(object, address);
      this.#addressed.set(address, object);
    }
    return address;
  }

  refAt(address: number): unknown {
    if (address === 0) return null;
    const object = this.#addressed.get(address);
    if (!object) throw new InternalFault(`no object of the low level stands at ${address}`);
    return object;
  }
}

function outside(struct: Struct, index: number, length: number): never {
  throw new InternalFault(`item ${index} of a ${struct.name} with ${length}`);
}
