import type { CollectorRuntime } from "../../src/collectors/collector.ts";
import type { State } from "../../src/graph/state-layout.ts";
import {
  fieldOffsetsOffset,
  fixedSizeOffset,
  flagsOffset,
  hasWeakFields,
  headerSize,
  holdsFinalizable,
  isEphemeron,
  itemSizeOffset,
  itemsAreReferences,
  itemsAreValues,
  lengthOffsetOffset,
  minimumObjectSize,
  pointerCountOffset,
  typeIdOffset,
  valueCountOffset,
  vtableOffset,
  weakPointersOffset,
} from "../../src/graph/type-info-layout.ts";
import { installMachine } from "../../src/memory/memory.ts";
import { MemorySimulator, type SimulatorOptions } from "../../src/simulate/memory-simulator.ts";

/** A class of the program that a test plays. Fields stand in the order integers, values, references. */
export interface Shape {
  readonly typeId: number;
  /** Bytes without items. */
  readonly size: number;
  readonly integers: readonly number[];
  readonly values: readonly number[];
  readonly references: readonly number[];
  /** Weak references: they are written at birth, before anything else can collect. */
  readonly weak: readonly number[];
  /** The second weak reference is kept by the first. */
  readonly ephemeron: boolean;
  readonly items: "none" | "references" | "values" | "bytes";
}

export interface ShapeOptions {
  readonly integers?: number;
  readonly values?: number;
  readonly references?: number;
  readonly weak?: number;
  /** The weak reference is to an object with a finalizer, which the one reference gets. */
  readonly finalizable?: boolean;
  /** There are two weak references: a key, and what lives as long as that. */
  readonly ephemeron?: boolean;
  readonly items?: Shape["items"];
}

const noShapes = {
  integers: 0,
  values: 0,
  references: 0,
  weak: 0,
  finalizable: false,
  ephemeron: false,
  items: "none",
} as const;

/** Values that are no addresses: `undefined`, and a double as it stands in a value. */
export const undefinedValue = 2;
export const doubleValue = 2 ** 49 + 2 ** 30;

const staticSlots = 64;

/**
 * Plays a translated program on the memory simulator: it does with memory what woven code does, and
 * nothing else. Objects are only known through root slots, as they may move at each allocation.
 */
export class Mutator {
  readonly memory: MemorySimulator;
  readonly #runtime: CollectorRuntime;
  readonly #staticSlots: number;

  constructor(
    runtime: CollectorRuntime,
    wordSize: 4 | 8,
    settings: Partial<State> = {},
    options: SimulatorOptions = {},
  ) {
    this.memory = new MemorySimulator(wordSize, options);
    this.#runtime = runtime;
    installMachine(this.memory);
    Object.assign(this.memory.state, settings);
    this.#staticSlots = this.#layOutStaticRoots();
    runtime.initialize();
    // A collector that needs no roots has no stack for them; the test still wants to keep its objects.
    if (this.state.rootBase === 0) {
      this.state.rootBase = this.memory.reserveSpace(1 << 20);
      this.state.rootTop = this.state.rootBase;
    }
  }

  get state(): State {
    return this.memory.state;
  }

  get wordSize(): number {
    return this.memory.wordSize;
  }

  // Types.

  defineShape(options: ShapeOptions): Shape {
    const { integers, values, references, weak, finalizable, ephemeron, items } = { ...noShapes, ...options };
    let next = headerSize;
    const lengthOffset = next;
    if (items !== "none") next += 8;
    const place = (count: number, size: number): number[] =>
      Array.from({ length: count }, () => {
        next += size;
        return next - size;
      });
    const shape = {
      integers: place(integers, 8),
      values: place(values, 8),
      references: place(references, this.wordSize),
      weak: place(weak, this.wordSize),
      ephemeron,
      items,
    };
    const size = Math.max(Math.ceil(next / 8) * 8, minimumObjectSize);
    const offsets = [...shape.references, ...shape.values, ...shape.weak];
    // No vtable here, so the offsets follow at once.
    const typeId = this.memory.allocateStatic(vtableOffset + offsets.length * 2);
    offsets.forEach((offset, i) => {
      this.memory.store16(typeId + vtableOffset + i * 2, offset);
    });
    for (let at = 0; at < vtableOffset; at += 4) this.memory.store32(typeId + at, 0);
    this.memory.store32(typeId + fixedSizeOffset, size);
    this.memory.store32(typeId + itemSizeOffset, this.#itemSize(items));
    const itemFlags = items === "references" ? itemsAreReferences : items === "values" ? itemsAreValues : 0;
    const weakFlags = (weak > 0 ? hasWeakFields : 0) + (finalizable ? holdsFinalizable : 0);
    const flags = itemFlags + weakFlags + (ephemeron ? isEphemeron : 0);
    this.memory.store32(typeId + flagsOffset, flags);
    this.memory.store16(typeId + weakPointersOffset, weak);
    this.memory.store32(typeId + lengthOffsetOffset, lengthOffset);
    this.memory.store32(typeId + pointerCountOffset, references);
    this.memory.store32(typeId + valueCountOffset, values);
    this.memory.store32(typeId + fieldOffsetsOffset, vtableOffset);
    return { typeId, size, ...shape };
  }

  #itemSize(items: Shape["items"]): number {
    return { none: 0, references: this.wordSize, values: 8, bytes: 1 }[items];
  }

  // Objects.

  /** Allocates as woven code does, fills all fields with null, 0 and undefined, and makes it a root. */
  allocate(shape: Shape, length = 0): number {
    const itemSize = this.#itemSize(shape.items);
    const size = Math.ceil((shape.size + length * itemSize) / 8) * 8;
    let object = this.state.freePointer;
    let declared = false;
    if (object + size > this.state.limit) {
      object = this.#runtime.allocateSlow(shape.typeId, size);
      // A collector that does not move the free pointer declares what it hands out itself.
      declared = this.state.freePointer !== object + size;
    } else this.state.freePointer = object + size;
    if (!declared) this.memory.declareObject(object, size);
    this.memory.storeInt64(object + typeIdOffset, shape.typeId);
    if (shape.items !== "none") this.memory.storeInt64(object + headerSize, length);
    for (const offset of shape.integers) this.memory.storeInt64(object + offset, 0);
    for (const offset of shape.values) this.memory.storeInt64(object + offset, undefinedValue);
    for (const offset of [...shape.references, ...shape.weak]) this.memory.storeWord(object + offset, 0);
    if (shape.items === "values") {
      for (let i = 0; i < length; i++) this.memory.storeInt64(object + shape.size + i * 8, undefinedValue);
    } else {
      this.memory.clearBytes(object + shape.size, length * itemSize);
    }
    return this.push(object);
  }

  getInteger(object: number, shape: Shape, i: number): number {
    return this.memory.loadInt64(this.#field(object, shape.integers[i]!, 8));
  }

  setInteger(object: number, shape: Shape, i: number, value: number): void {
    this.memory.storeInt64(this.#field(object, shape.integers[i]!, 8), value);
  }

  getReference(object: number, shape: Shape, i: number): number {
    return this.memory.loadWord(this.#field(object, shape.references[i]!, this.wordSize));
  }

  setReference(object: number, shape: Shape, i: number, target: number): void {
    this.#refer(object, shape.references[i]!, target);
  }

  /** What the key of an ephemeron keeps. */
  setKept(object: number, shape: Shape, target: number): void {
    this.#refer(object, shape.weak[1]!, target);
  }

  #refer(object: number, offset: number, target: number): void {
    const address = this.#field(object, offset, this.wordSize);
    this.#runtime.writeBarrier?.(object);
    this.#count(address, target, true);
    this.#put(address, target, this.wordSize);
  }

  getWeak(object: number, shape: Shape, i: number): number {
    return this.memory.loadWord(this.#field(object, shape.weak[i]!, this.wordSize));
  }

  /** Only right after the object's birth: no barrier tells. */
  setWeak(object: number, shape: Shape, i: number, target: number): void {
    this.memory.storeWord(this.#field(object, shape.weak[i]!, this.wordSize), target);
  }

  getValue(object: number, shape: Shape, i: number): number {
    return this.memory.loadInt64(this.#field(object, shape.values[i]!, 8));
  }

  setValue(object: number, shape: Shape, i: number, value: number): void {
    const address = this.#field(object, shape.values[i]!, 8);
    this.#runtime.writeBarrier?.(object);
    this.#count(address, value, false);
    this.#put(address, value, 8);
  }

  getItem(object: number, shape: Shape, i: number): number {
    const size = this.#itemSize(shape.items);
    const address = this.#field(object, shape.size + i * size, size);
    if (size === 1) return this.memory.load8(address);
    return size === 8 ? this.memory.loadInt64(address) : this.memory.loadWord(address);
  }

  setItem(object: number, shape: Shape, i: number, value: number): void {
    const size = this.#itemSize(shape.items);
    const address = this.#field(object, shape.size + i * size, size);
    if (size === 1) this.memory.store8(address, value);
    else {
      this.#runtime.writeBarrierItems?.(object, i, i + 1);
      this.#count(address, value, shape.items === "references");
      this.#put(address, value, size);
    }
  }

  /** Moves items as `copy_items` does. */
  copyItems(target: number, to: number, source: number, from: number, count: number, shape: Shape): void {
    const size = this.#itemSize(shape.items);
    this.#runtime.writeBarrierItems?.(target, to, to + count);
    this.#runtime.countCopy?.(target, to, source, from, count);
    const first = shape.size;
    this.memory.copyBytes(target + first + to * size, source + first + from * size, count * size);
  }

  length(object: number): number {
    return this.memory.loadInt64(this.#field(object, headerSize, 8));
  }

  #field(object: number, offset: number, size: number): number {
    this.memory.checkField(object, offset, size);
    return object + offset;
  }

  #count(slot: number, word: number, isReference: boolean): void {
    if (isReference) this.#runtime.countReference?.(slot, word);
    else this.#runtime.countValue?.(slot, word);
  }

  #put(address: number, value: number, size: number): void {
    if (size === 8) this.memory.storeInt64(address, value);
    else this.memory.storeWord(address, value);
  }

  // Roots.

  /** Saves a reference on the shadow stack; the result names its slot. */
  push(object: number): number {
    const slot = this.state.rootTop;
    this.memory.storeInt64(slot, object);
    this.state.rootTop = slot + 8;
    return slot;
  }

  /** Takes off all slots from `slot` on. */
  popTo(slot: number): void {
    this.state.rootTop = slot;
  }

  get(slot: number): number {
    return this.memory.loadInt64(slot);
  }

  set(slot: number, object: number): void {
    this.memory.storeInt64(slot, object);
  }

  /** The slot of a static variable. */
  staticSlot(i: number): number {
    return this.#staticSlots + i * 8;
  }

  #layOutStaticRoots(): number {
    const slots = this.memory.allocateStatic(staticSlots * 8);
    const table = this.memory.allocateStatic(staticSlots * 4);
    for (let i = 0; i < staticSlots; i++) {
      this.memory.storeInt64(slots + i * 8, 0);
      this.memory.store32(table + i * 4, slots + i * 8);
    }
    this.state.staticRoots = table;
    this.state.staticRootCount = staticSlots;
    return slots;
  }

  collect(): void {
    this.#runtime.collect();
  }

  /** True if the object of a root slot stays where it is from now on. */
  pin(slot: number): boolean {
    return this.#runtime.pin?.(this.get(slot)) ?? false;
  }

  /** Undefined where a hash is the address. */
  identityHash(object: number): number | undefined {
    return this.#runtime.identityHash?.(object);
  }
}
