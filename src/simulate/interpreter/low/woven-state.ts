/** What weave adds to a program, on simulated memory: the pending exception, the shadow stack, headers of new objects. */
import type { Operation } from "../../../graph/graph.ts";
import type { Program } from "../../../graph/program.ts";
import type { StateField } from "../../../graph/state-layout.ts";
import type { LowType } from "../../../graph/types.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { MemorySimulator } from "../../memory-simulator.ts";
import type { Frame } from "../machine.ts";
import { FrameMemory } from "./frame-memory.ts";
import type { WovenHeap } from "./heap.ts";
import { loadValue, storeValue, thrownUndefinedWord } from "./value-words.ts";

/** Bytes of a slot of the shadow stack, in both word sizes. */
const rootSize = 8;

export class WovenState implements WovenHeap {
  readonly #memory: MemorySimulator;
  readonly #frames: FrameMemory;
  readonly #pendingException: number;
  /** The collector tells the simulator what holds no object: then we tell where one is made. */
  readonly #declares: boolean;

  constructor(program: Program, memory: MemorySimulator, pendingException: number) {
    this.#memory = memory;
    this.#frames = new FrameMemory(memory);
    this.#pendingException = pendingException;
    this.#declares = usesNative(program, "poison");
  }

  objectAt(address: number, typeId: number): unknown {
    // Memory that did not come from the free pointer was declared by the collector; a group of objects is declared whole.
    if (this.#declares && !this.#frames.has(address) && this.#memory.objectAt(address) === undefined)
      this.#memory.declareObject(address, this.#memory.state.freePointer - address);
    this.#memory.storeInt64(address, typeId);
    return address;
  }

  // Exceptions and roots.

  exceptionPending(): boolean {
    const slot = this.#pendingException;
    return this.#memory.load32(slot) !== 0 || this.#memory.load32(slot + 4) !== 0;
  }

  takeException(): unknown {
    const slot = this.#pendingException;
    const value = loadValue(this.#memory, slot);
    this.#memory.storeInt64(slot, 0);
    return value;
  }

  setException(value: unknown): void {
    const slot = this.#pendingException;
    if (value === undefined) this.#memory.storeInt64(slot, thrownUndefinedWord);
    else storeValue(this.#memory, slot, value);
  }

  moveRoots(slots: number): void {
    const { state } = this.#memory;
    state.rootTop += rootSize * slots;
    if (state.rootTop > state.rootLimit || state.rootTop < state.rootBase)
      throw new InternalFault("the shadow stack is out of bounds");
  }

  rootSaver(index: number, type: LowType): (word: unknown) => void {
    const { state } = this.#memory;
    const memory = this.#memory;
    const slot = (): number => state.rootTop - rootSize * (index + 1);
    if (type === "value") return (value) => storeValue(memory, slot(), value);
    return (ref) => memory.storeInt64(slot(), ref as number);
  }

  rootLoader(index: number, type: LowType): () => unknown {
    const { state } = this.#memory;
    const memory = this.#memory;
    const slot = (): number => state.rootTop - rootSize * (index + 1);
    return type === "value" ? () => loadValue(memory, slot()) : () => memory.loadInt64(slot());
  }

  // The state struct; the pending exception is in memory, where the collector finds it.

  frameMemory(frame: Frame, depth: number, operation: Operation, bytes: number): number {
    return this.#frames.memory(frame, depth, operation, bytes);
  }

  state(field: StateField): number {
    return field === "pendingException"
      ? this.#memory.loadInt64(this.#pendingException)
      : this.#memory.state[field];
  }

  setState(field: StateField, word: number): void {
    const { state } = this.#memory;
    if (field === "pendingException") this.#memory.storeInt64(this.#pendingException, word);
    else state[field] = word;
  }
}

function usesNative(program: Program, name: string): boolean {
  for (const graph of program.functions.values())
    for (const block of graph.blocks)
      for (const one of block.operations)
        if (one.op === "call_native" && one.attributes.name === name) return true;
  return false;
}
