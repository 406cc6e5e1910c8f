/**
 * What the low-level operations ask of memory. There are two answers: records of JavaScript (`record-heap.ts`) for the
 * low level, and the memory simulator (`simulated-heap.ts`), where a collector runs, for the woven one.
 *
 * In registers an int or float is a number (or a sentinel of `float-sentinels.ts`), a bool 0..3, code a `Code`. What a
 * reference is the heap knows. A `value` is a number, boolean, undefined, null, or what `valueFromRef` makes.
 */
import type { Operation } from "../../../graph/graph.ts";
import type { Struct } from "../../../graph/program.ts";
import type { StateField } from "../../../graph/state-layout.ts";
import type { LowType } from "../../../graph/types.ts";
import type { Code } from "../code.ts";
import type { Frame } from "../machine.ts";

export interface Heap {
  readonly nil: unknown;
  /** The static cell that is null where nil is undefined. */
  readonly nullCell: unknown;
  string(text: string): unknown;
  staticObject(name: string): unknown;
  typeId(struct: string): number;

  fieldReader(struct: Struct, field: string): (object: unknown) => unknown;
  fieldWriter(struct: Struct, field: string): (object: unknown, value: unknown) => void;
  itemReader(struct: Struct): (object: unknown, index: number) => unknown;
  itemWriter(struct: Struct): (object: unknown, index: number, value: unknown) => void;
  lengthReader(struct: Struct): (object: unknown) => number;
  /** Items that are bytes, read one or two at a time. */
  unitReader(struct: Struct, width: number): (object: unknown, index: number) => number;
  unitWriter(struct: Struct, width: number): (object: unknown, index: number, unit: number) => void;

  typeOf(object: unknown): number;
  instanceTest(struct: Struct): (object: unknown) => boolean;
  /** The class's number (graph/class-intervals.ts). */
  classNumber(object: unknown): number;
  identity(object: unknown): number;
  method(object: unknown, slot: number): Code;

  allocator(struct: Struct): () => unknown;
  itemsAllocator(struct: Struct): (length: number) => unknown;
  structOf(object: unknown): Struct;
  allocateLike(object: unknown, length: number): unknown;
  copyItems(target: unknown, to: number, source: unknown, from: number, n: number): void;
  clearItems(object: unknown, from: number, n: number): void;

  globalReader(name: string): () => unknown;
  globalWriter(name: string): (value: unknown) => void;

  valueFromRef(ref: unknown): unknown;
  valueToRef(value: unknown): unknown;
  valueIsRef(value: unknown): boolean;
  sameValue(a: unknown, b: unknown): boolean;

  loader(width: string): (address: number) => unknown;
  storer(width: string): (address: number, value: unknown) => void;
  addressOf(ref: unknown): number;
  refAt(address: number): unknown;

  /** What only woven code needs; undefined below. */
  readonly woven: WovenHeap | undefined;
}

/** The pending exception and the shadow stack. */
export interface WovenHeap {
  exceptionPending(): boolean;
  takeException(): unknown;
  setException(value: unknown): void;
  moveRoots(slots: number): void;
  rootSaver(index: number, type: LowType): (word: unknown) => void;
  rootLoader(index: number, type: LowType): () => unknown;
  /** Memory of a frame, for an operation of it. */
  frameMemory(frame: Frame, depth: number, operation: Operation, bytes: number): number;
  objectAt(address: number, typeId: number): unknown;
  state(field: StateField): number;
  setState(field: StateField, word: number): void;
}
