/**
 * A graph made ready to run: every variable and constant has a place in an array of registers, and every block is a
 * list of JavaScript closures over those places.
 *
 *   segment   steps: r[2] = r[0] + r[1];  r[3] = r[2] < r[4]      (plain closures, in order)
 *             end:   calls, branches, returns; says which segment comes next
 *
 * A block is cut into segments at its calls, so that a call can push a frame of our own instead of a JavaScript one:
 * interpreted recursion never fills Node's stack.
 */
import type { Graph, Operation } from "../../graph/graph.ts";
import type { Machine } from "./machine.ts";

/** The variables, parameters first, and constants of a function that is running. */
export type Registers = unknown[];

/** Does one operation. */
export type Step = (registers: Registers) => void;

/** Ends a segment: gives the one that runs next, perhaps in another frame. */
export type End = (machine: Machine, registers: Registers) => Segment;

/** Where an exception goes that the last operation of a segment raises. */
export interface Handler {
  readonly caught: number;
  /** Passes the handler's block its arguments. */
  readonly moves: Step | undefined;
  readonly target: Segment;
}

export interface Segment {
  readonly steps: Step[];
  /** The operations that the steps do, and then the one that the end does: for messages. */
  readonly operations: Operation[];
  end: End;
  handler: Handler | undefined;
}

/** An operation that transfers control ends its segment: it is told what comes next. */
export interface Transfer {
  /** `site` is the segment that it ends, `next` the one to go on with. */
  transfer(next: Segment, site: Segment): End;
}

export type Compiled = Step | Transfer;

/** A function of the program. What it does is compiled when it is first called. */
export class Code {
  readonly graph: Graph;
  readonly #compile: (code: Code) => { template: Registers; entry: Segment };
  #template: Registers | undefined;
  #entry: Segment | undefined;

  constructor(graph: Graph, compile: (code: Code) => { template: Registers; entry: Segment }) {
    this.graph = graph;
    this.#compile = compile;
  }

  get name(): string {
    return this.graph.name;
  }

  get params(): number {
    return this.graph.blocks[0]?.params.length ?? 0;
  }

  get entry(): Segment {
    if (!this.#entry) this.#prepare();
    return this.#entry as Segment;
  }

  /** Registers of a new call: constants are in place. */
  newRegisters(): Registers {
    if (!this.#template) this.#prepare();
    return (this.#template as Registers).slice();
  }

  #prepare(): void {
    const { template, entry } = this.#compile(this);
    this.#template = template;
    this.#entry = entry;
  }
}

export function segment(): Segment {
  return { steps: [], operations: [], end: fallsOff, handler: undefined };
}

function fallsOff(): never {
  throw new Error("a block of the interpreter has no end");
}
