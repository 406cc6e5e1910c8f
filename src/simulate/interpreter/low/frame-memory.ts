/** Memory for objects in the frames of functions that run on simulated memory: taken side by side, given back in groups. */
import type { Operation } from "../../../graph/graph.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { MemorySimulator } from "../../memory-simulator.ts";
import type { Frame } from "../machine.ts";

const allFrames = 1024 * 1024;

interface Taken {
  readonly frame: Frame;
  readonly depth: number;
  readonly operation: Operation;
  readonly start: number;
  readonly end: number;
}

export class FrameMemory {
  readonly #memory: MemorySimulator;
  readonly #taken: Taken[] = [];
  #start = 0;

  constructor(memory: MemorySimulator) {
    this.#memory = memory;
  }

  /** The memory of an operation in a frame at a depth of calls: the same each time it comes there. */
  memory(frame: Frame, depth: number, operation: Operation, bytes: number): number {
    if (this.#start === 0) this.#begin();
    // What deeper calls had is free again, and what others had that ended at this depth.
    for (let last = this.#taken.at(-1); last; last = this.#taken.at(-1)) {
      if (last.depth < depth || last.frame === frame) break;
      this.#taken.pop();
    }
    const known = this.#taken.find((one) => one.frame === frame && one.operation === operation);
    if (known) return known.start;
    const start = this.#taken.at(-1)?.end ?? this.#start;
    const end = start + bytes;
    if (end > this.#start + allFrames) throw new InternalFault("the simulated frames are full");
    this.#taken.push({ frame, depth, operation, start, end });
    return start;
  }

  has(address: number): boolean {
    return this.#start > 0 && address >= this.#start && address < this.#start + allFrames;
  }

  #begin(): void {
    this.#start = this.#memory.reserveSpace(allFrames);
    this.#memory.state.stackLimit = this.#start - 1;
    this.#memory.state.stackStart = this.#start + allFrames;
  }
}
