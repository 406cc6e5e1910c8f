/** The C part's services by name (`call_native`), on Node and the memory simulator. */

import type { Program } from "../../../graph/program.ts";
import { stringStruct } from "../../../graph/well-known.ts";
import { wallClock, zoneOffset } from "../../../memory/host-services.ts";
import { sleep } from "../../../memory/time-primitives.ts";
import { InternalFault } from "../../../source/messages.ts";
import { type StopName, stops } from "../../../source/stops.ts";
import type { MemorySimulator } from "../../memory-simulator.ts";
import type { Output } from "../output.ts";
import { ExitSignal, StopSignal } from "../signals.ts";
import type { Heap } from "./heap.ts";
import { firstObjectAddress } from "./record-heap.ts";

type Native = (...args: readonly unknown[]) => unknown;

/** Places that the ring keeps of a long trace, as the C part does. */
const traceSize = 64;

export interface NativeOptions {
  readonly program: Program;
  readonly memory: MemorySimulator;
  readonly output: Output;
  /** As C's main gets them: the program's name first. */
  readonly args: readonly string[];
  /** The linked collector's allocation functions, in a woven program that has one. */
  readonly allocators: readonly string[];
}

export class Natives {
  readonly #options: NativeOptions;
  readonly #table: ReadonlyMap<string, Native>;
  readonly #texts = new Map<string, { address: number; length: number }>();
  #trace: string[] = [];
  #traced = 0;
  /** Set once the heap exists: `stop` reads its message there. */
  heap: Heap | undefined;

  constructor(options: NativeOptions) {
    this.#options = options;
    const { memory, args, output } = options;
    const text = (index: number): { address: number; length: number } => this.#text(args[index] ?? "");
    const number = (run: (a: number, b: number, c: number) => unknown): Native => run as Native;
    const table: Record<string, Native> = {
      write: number((file, address, n) => {
        output.write(file, bytesAt(memory, address, n));
        return n;
      }),
      exit: number((code) => {
        throw new ExitSignal(code & 255);
      }),
      stop: (code, message) => this.#stop(code as number, message),
      allocate_bytes: number((n) => memory.allocateBytes(n)),
      // A managed object that is a record of Node's is for Node's collector.
      free_bytes: number((address) => address >= firstObjectAddress || memory.freeBytes(address)),
      reserve_space: number((n) => memory.reserveSpace(n)),
      release_space: number((address, n) => memory.releaseSpace(address, n)),
      discard_space: number((address, n) => memory.poison(address, n)),
      prefer_huge_pages: () => undefined,
      prefetch: () => undefined,
      protect_space: () => undefined,
      unprotect_space: () => undefined,
      poison: number((address, n) => memory.poison(address, n)),
      declare_object: number((address, n) => memory.declareObject(address, n)),
      // The interpreter has no log.
      open_log: () => 0,
      begin_section: () => undefined,
      end_section: () => undefined,
      write_line: () => undefined,
      clock_nanoseconds: () => memory.clockNanoseconds(),
      now: () => performance.now(),
      wall_clock: wallClock,
      zone_offset: number((seconds) => zoneOffset(seconds)),
      sleep: number((milliseconds) => sleep(milliseconds)),
      random: () => Math.random(),
      argument_count: () => args.length,
      argument_address: number((index) => text(index).address),
      argument_length: number((index) => text(index).length),
      trace_length: () => Math.min(this.#traced, traceSize),
      trace_address: number((index) => this.#text(this.#tracePlace(index)).address),
      trace_text_length: number((index) => this.#text(this.#tracePlace(index)).length),
    };
    for (const name of options.allocators) {
      table[name] = number((n) => {
        const address = memory.allocateBytes(n);
        if (address !== 0) memory.clearBytes(address, n);
        return address;
      });
    }
    this.#table = new Map(Object.entries(table));
  }

  get(name: string): Native | undefined {
    return this.#table.get(name);
  }

  /** An exception starts or passes at a place. */
  trace(place: string, start: boolean): void {
    if (start) {
      this.#trace = [];
      this.#traced = 0;
    }
    this.#trace[this.#traced++ % traceSize] = place;
  }

  #tracePlace(index: number): string {
    const first = this.#traced < traceSize ? 0 : this.#traced;
    return this.#trace[(first + index) % traceSize] ?? "";
  }

  /** A text in memory of its own, put there when somebody asks for it. */
  #text(text: string): { address: number; length: number } {
    let found = this.#texts.get(text);
    if (!found) {
      const { memory } = this.#options;
      const bytes = Buffer.from(text, "utf8");
      const address = memory.allocateStatic(bytes.length);
      for (const [i, byte] of bytes.entries()) memory.store8(address + i, byte);
      found = { address, length: bytes.length };
      this.#texts.set(text, found);
    }
    return found;
  }

  #stop(code: number, message: unknown): never {
    const found = Object.entries(stops).find(([, stop]) => stop.exitCode === code);
    throw new StopSignal((found?.[0] ?? "internal") as StopName, this.#textOf(message));
  }

  /** The text of a flat string of the program. */
  #textOf(string: unknown): string {
    const { heap } = this;
    const struct = this.#options.program.structs.get(stringStruct);
    if (!heap || !struct) throw new InternalFault("a message without strings");
    const length = heap.fieldReader(struct, "length")(string) as number;
    const wide = heap.fieldReader(struct, "wide")(string) as number;
    const unit = heap.unitReader(struct, wide === 1 ? 2 : 1);
    let text = "";
    for (let i = 0; i < length; i++) text += String.fromCharCode(unit(string, i));
    return text;
  }
}

function bytesAt(memory: MemorySimulator, address: number, n: number): Uint8Array {
  const bytes = new Uint8Array(n);
  for (let i = 0; i < n; i++) bytes[i] = memory.load8(address + i);
  return bytes;
}
