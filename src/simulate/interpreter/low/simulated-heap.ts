/** Objects of the woven level in simulated memory, as a translated program has them. A reference is an address, nil is 0. */
import type { Constant } from "../../../graph/graph.ts";
import type { Program, StorageType, Struct } from "../../../graph/program.ts";
import {
  classFirstOffset,
  classLastOffset,
  fixedSizeOffset,
  itemSizeOffset,
  lengthOffsetOffset,
  vtableEntrySize,
  vtableOffset,
} from "../../../graph/type-info-layout.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { MemorySimulator } from "../../memory-simulator.ts";
import type { Code } from "../code.ts";
import type { Heap } from "./heap.ts";
import { rawLoader, rawStorer } from "./raw-memory.ts";
import { StaticData } from "./static-data.ts";
import { loadValue, RefValue, storeValue } from "./value-words.ts";
import { WovenState } from "./woven-state.ts";

/** Addresses of code; far from everything else. */
const firstCode = 0x1000;

export class SimulatedHeap implements Heap {
  readonly nil = 0;
  readonly woven: WovenState;
  readonly #memory: MemorySimulator;
  readonly #statics: StaticData;
  readonly #codes: Code[] = [];
  readonly #codeNumbers = new Map<Code, number>();

  constructor(
    program: Program,
    memory: MemorySimulator,
    codeOf: (name: string) => Code,
    constant: (constant: Constant) => unknown,
  ) {
    this.#memory = memory;
    this.#statics = new StaticData(program, memory, {
      storer: (type) => this.storer(type),
      constant,
      codeNumber: (name) => this.#codeNumber(codeOf(name)),
    });
    this.woven = new WovenState(program, memory, this.#statics.pendingException);
  }

  /** To be called when constants can be made. */
  initialize(): void {
    this.#statics.initializeGlobals();
  }

  // Constants.

  get nullCell(): number {
    return this.#statics.nullCell;
  }

  string(text: string): number {
    return this.#statics.string(text);
  }

  staticObject(name: string): number {
    return this.#statics.staticObject(name);
  }

  typeId(struct: string): number {
    return this.#statics.typeId(struct);
  }

  #codeNumber(code: Code): number {
    let number = this.#codeNumbers.get(code);
    if (number === undefined) {
      number = firstCode + this.#codes.push(code) - 1;
      this.#codeNumbers.set(code, number);
    }
    return number;
  }

  #codeAt(number: number): Code {
    const code = this.#codes[number - firstCode];
    if (!code) throw new InternalFault(`there is no code at ${number}`);
    return code;
  }

  // Cells of every type.

  loader(width: string): (address: number) => unknown {
    const memory = this.#memory;
    switch (width) {
      case "ref":
        return (at) => memory.loadWord(at);
      case "value":
        return (at) => loadValue(memory, at);
      case "code":
        return (at) => this.#codeAt(memory.loadWord(at));
      default:
        return rawLoader(memory, width);
    }
  }

  storer(width: string): (address: number, value: unknown) => void {
    const memory = this.#memory;
    switch (width) {
      case "ref":
        return (at, ref) => memory.storeWord(at, ref as number);
      case "value":
        return (at, value) => storeValue(memory, at, value);
      case "code":
        return (at, code) => memory.storeWord(at, this.#codeNumber(code as Code));
      default:
        return rawStorer(memory, width);
    }
  }

  // Fields and items.

  #field(struct: Struct, name: string): { offset: number; type: StorageType } {
    const layout = this.#statics.layout(struct);
    const offset = layout.offsets.get(name);
    const field = layout.fields.find((one) => one.name === name);
    if (offset === undefined || !field) throw new InternalFault(`struct ${struct.name} has no field ${name}`);
    return { offset, type: field.type };
  }

  fieldReader(struct: Struct, field: string): (object: unknown) => unknown {
    const { offset, type } = this.#field(struct, field);
    const load = this.loader(type);
    return (object) => load((object as number) + offset);
  }

  fieldWriter(struct: Struct, field: string): (object: unknown, value: unknown) => void {
    const { offset, type } = this.#field(struct, field);
    const store = this.storer(type);
    return (object, value) => store((object as number) + offset, value);
  }

  itemReader(struct: Struct): (object: unknown, index: number) => unknown {
    const { fixedSize, itemSize } = this.#statics.layout(struct);
    const load = this.loader(struct.item as string);
    const length = this.lengthReader(struct);
    return (object, index) => {
      if (!(index >= 0 && index < length(object))) outside(struct, index, length(object));
      return load((object as number) + fixedSize + index * itemSize);
    };
  }

  itemWriter(struct: Struct): (object: unknown, index: number, value: unknown) => void {
    const { fixedSize, itemSize } = this.#statics.layout(struct);
    const store = this.storer(struct.item as string);
    const length = this.lengthReader(struct);
    return (object, index, value) => {
      if (!(index >= 0 && index < length(object))) outside(struct, index, length(object));
      store((object as number) + fixedSize + index * itemSize, value);
    };
  }

  lengthReader(struct: Struct): (object: unknown) => number {
    const { lengthOffset } = this.#statics.layout(struct);
    return (object) => this.#memory.loadInt64((object as number) + lengthOffset);
  }

  unitReader(struct: Struct, width: number): (object: unknown, index: number) => number {
    const { fixedSize } = this.#statics.layout(struct);
    const length = this.lengthReader(struct);
    const memory = this.#memory;
    return (object, index) => {
      if (!(index >= 0 && (index + 1) * width <= length(object)))
        outside(struct, index, length(object) / width);
      const at = (object as number) + fixedSize + index * width;
      return width === 1 ? memory.load8(at) : memory.load16(at);
    };
  }

  unitWriter(struct: Struct, width: number): (object: unknown, index: number, unit: number) => void {
    const { fixedSize } = this.#statics.layout(struct);
    const length = this.lengthReader(struct);
    const memory = this.#memory;
    return (object, index, unit) => {
      if (!(index >= 0 && (index + 1) * width <= length(object)))
        outside(struct, index, length(object) / width);
      const at = (object as number) + fixedSize + index * width;
      if (width === 1) memory.store8(at, unit);
      else memory.store16(at, unit);
    };
  }

  // What an object is.

  typeOf(object: unknown): number {
    return this.#memory.load32(object as number);
  }

  instanceTest(struct: Struct): (object: unknown) => boolean {
    const memory = this.#memory;
    const type = this.typeId(struct.name);
    const first = memory.load32(type + classFirstOffset);
    const last = memory.load32(type + classLastOffset);
    return (object) => {
      const number = memory.load32(this.typeOf(object) + classFirstOffset);
      return number >= first && number <= last;
    };
  }

  classNumber(object: unknown): number {
    return this.#memory.load32(this.typeOf(object) + classFirstOffset);
  }

  identity(object: unknown): number {
    return ~(object as number) >>> 0;
  }

  method(object: unknown, slot: number): Code {
    return this.#codeAt(this.#memory.loadInt64(this.typeOf(object) + vtableOffset + slot * vtableEntrySize));
  }

  // New objects are made by woven code.

  allocator(): () => unknown {
    return unwoven;
  }

  itemsAllocator(): (length: number) => unknown {
    return unwoven;
  }

  structOf(): Struct {
    return unwoven();
  }

  allocateLike(): unknown {
    return unwoven();
  }

  copyItems(target: unknown, to: number, source: unknown, from: number, n: number): void {
    const memory = this.#memory;
    const type = this.typeOf(target);
    const itemSize = memory.load32(type + itemSizeOffset);
    const first = memory.load32(type + fixedSizeOffset);
    this.#checkItems(target, to, n);
    this.#checkItems(source, from, n);
    memory.copyBytes(
      (target as number) + first + to * itemSize,
      (source as number) + first + from * itemSize,
      n * itemSize,
    );
  }

  clearItems(object: unknown, from: number, n: number): void {
    const type = this.typeOf(object);
    const itemSize = this.#memory.load32(type + itemSizeOffset);
    const first = this.#memory.load32(type + fixedSizeOffset);
    this.#checkItems(object, from, n);
    this.#memory.clearBytes((object as number) + first + from * itemSize, n * itemSize);
  }

  #checkItems(object: unknown, from: number, n: number): void {
    const length = this.#memory.loadInt64(
      (object as number) + this.#memory.load32(this.typeOf(object) + lengthOffsetOffset),
    );
    if (from >= 0 && n >= 0 && from + n <= length) return;
    throw new InternalFault(`items ${from} to ${from + n} of an object with ${length}`);
  }

  // Globals.

  globalReader(name: string): () => unknown {
    const slot = this.#statics.global(name);
    const load = this.loader(this.#statics.globalType(name));
    return () => load(slot);
  }

  globalWriter(name: string): (value: unknown) => void {
    const slot = this.#statics.global(name);
    const store = this.storer(this.#statics.globalType(name));
    return (value) => store(slot, value);
  }

  // Values.

  valueFromRef(ref: unknown): unknown {
    return ref === 0 ? undefined : new RefValue(ref as number);
  }

  valueToRef(value: unknown): unknown {
    return value instanceof RefValue ? value.address : 0;
  }

  valueIsRef(value: unknown): boolean {
    return value instanceof RefValue;
  }

  sameValue(a: unknown, b: unknown): boolean {
    if (a instanceof RefValue && b instanceof RefValue) return a.address === b.address;
    return Object.is(a, b);
  }

  addressOf(ref: unknown): number {
    return ref as number;
  }

  refAt(address: number): unknown {
    return address;
  }
}

function unwoven(): never {
  throw new InternalFault("an allocation that should have been woven");
}

function outside(struct: Struct, index: number, length: number): never {
  throw new InternalFault(`item ${index} of a ${struct.name} with ${length}`);
}
