/** Runs compiled code on an explicit stack of frames. */
import { printSpan, type Span } from "../../source/span.ts";
import { type Code, type Registers, type Segment, segment } from "./code.ts";
import { StopSignal, Thrown } from "./signals.ts";

/** A call in progress. */
export interface Frame {
  readonly code: Code | undefined;
  readonly registers: Registers;
  readonly caller: Frame | undefined;
  /** The caller's segment that ended with this call, and the one that follows. */
  readonly site: Segment;
  readonly next: Segment;
  /** The caller's register for the result, -1 for none. */
  readonly result: number;
  /** The result whatever the function returns, as for `new`; undefined: what it returns. */
  readonly instead: unknown;
}

export interface MachineOptions {
  /** Calls in progress beyond which `overflow` is asked. */
  readonly maximumDepth: number;
  /** Called instead of entering one function more: gives the exception to throw. */
  readonly overflow: (machine: Machine) => unknown;
  /** Turns an error of Node that an operation met into the program's own exception, where that is its meaning. */
  readonly translate?: (error: unknown) => Thrown | undefined;
}

const done: Segment = segment();

export class Machine {
  readonly #options: MachineOptions;
  frame: Frame | undefined;
  /** Calls in progress. */
  depth = 0;
  #overflowing = false;
  readonly #places = new WeakSet<Error>();

  constructor(options: MachineOptions) {
    this.#options = options;
  }

  /** Starts a call; the registers hold its arguments. Gives the segment to run next. */
  enter(
    code: Code,
    registers: Registers,
    result: number,
    next: Segment,
    site: Segment,
    instead: unknown = undefined,
  ): Segment {
    if (this.depth >= this.#options.maximumDepth && !this.#overflowing) this.#overflow();
    this.depth++;
    this.frame = { code, registers, caller: this.frame, site, next, result, instead };
    return code.entry;
  }

  #overflow(): never {
    throw this.#beyond(() => this.#options.overflow(this));
  }

  /** The program may run code of its own to make an exception, even at the end of the stack. */
  #beyond<T>(make: () => T): T {
    this.#overflowing = true;
    try {
      return make();
    } finally {
      this.#overflowing = false;
    }
  }

  /** Returns to the caller. */
  leave(value: unknown): Segment {
    const frame = this.frame as Frame;
    const caller = frame.caller as Frame;
    this.depth--;
    this.frame = caller;
    if (frame.result >= 0)
      caller.registers[frame.result] = frame.instead === undefined ? value : frame.instead;
    return frame.next;
  }

  /** Calls a function to its end, from outside or from within an operation. Throws `Thrown` and the other signals. */
  run(code: Code, args: readonly unknown[]): unknown {
    const outer = this.frame;
    const base: Frame = {
      code: undefined,
      registers: [undefined],
      caller: outer,
      site: done,
      next: done,
      result: -1,
      instead: undefined,
    };
    this.frame = base;
    const depth = this.depth;
    try {
      return this.#loop(this.enter(code, argumentRegisters(code, args), 0, done, done), base);
    } finally {
      this.frame = outer;
      this.depth = depth;
    }
  }

  #loop(start: Segment, base: Frame): unknown {
    let current = start;
    let step = 0;
    for (;;) {
      try {
        while (current !== done) {
          const { steps } = current;
          const { registers } = this.frame as Frame;
          for (step = 0; step < steps.length; step++) steps[step]!(registers);
          current = current.end(this, registers);
        }
        return base.registers[0];
      } catch (error) {
        current = this.#handle(error, current, step, base);
      }
    }
  }

  /** Finds the handler of an exception, and drops the frames below it. */
  #handle(error: unknown, raisedIn: Segment, step: number, base: Frame): Segment {
    let thrown: Thrown;
    if (error instanceof Thrown) thrown = error;
    else {
      const translated = this.#beyond(() => this.#options.translate?.(error));
      if (!translated) throw this.#placed(error, raisedIn, step);
      thrown = translated;
    }
    let site = raisedIn;
    for (;;) {
      const frame = this.frame as Frame;
      if (frame === base) throw thrown;
      const handler = site.handler;
      if (handler) {
        frame.registers[handler.caught] = thrown.value;
        handler.moves?.(frame.registers);
        return handler.target;
      }
      site = frame.site;
      this.frame = frame.caller;
      this.depth--;
    }
  }

  /** An error that is no exception of the program gets to know where in the program it happened. */
  #placed(error: unknown, current: Segment, step: number): unknown {
    if (!(error instanceof Error) || this.#places.has(error)) return error;
    this.#places.add(error);
    const operation = current.operations[step];
    if (error instanceof StopSignal) {
      if (error.place === "") error.place = this.place(operation?.span);
      return error;
    }
    const what = operation ? `, at ${operation.op}` : "";
    error.message += `\n  in ${this.place(operation?.span)}${what}`;
    return error;
  }

  /** The function that runs now, for people. */
  place(span?: Span): string {
    const name = this.frame?.code?.name ?? "the start";
    return span ? `${name} (${printSpan(span)})` : name;
  }
}

/** New registers with arguments: missing ones stay undefined, those too many are dropped. */
export function argumentRegisters(code: Code, args: readonly unknown[]): Registers {
  const registers = code.newRegisters();
  const count = Math.min(code.params, args.length);
  for (let i = 0; i < count; i++) registers[i] = args[i];
  return registers;
}
