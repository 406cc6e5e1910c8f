/** A run of a low or woven program: its heap, constants and start. */
import type { Constant } from "../../../graph/graph.ts";
import type { Program } from "../../../graph/program.ts";
import type { State } from "../../../graph/state-layout.ts";
import { InternalFault } from "../../../source/messages.ts";
import { MemorySimulator } from "../../memory-simulator.ts";
import { Code } from "../code.ts";
import { compile } from "../compile.ts";
import { Machine } from "../machine.ts";
import type { Output } from "../output.ts";
import { Thrown } from "../signals.ts";
import type { LowContext, OnAllocation } from "./compiling.ts";
import { floatNull, floatUndefined } from "./float-sentinels.ts";
import type { Heap } from "./heap.ts";
import { Natives } from "./natives.ts";
import { lowOperation } from "./operations.ts";
import { RecordHeap } from "./record-heap.ts";
import { SimulatedHeap } from "./simulated-heap.ts";

export interface LowOptions {
  readonly wordSize: 4 | 8;
  readonly args: readonly string[];
  readonly output: Output;
  readonly maximumDepth: number;
  /** What the program finds in the state struct, such as `gcStress`. */
  readonly settings: Partial<State>;
  /** The collector's function that runs before the program. */
  readonly initialize: string | undefined;
  /** The function that tells of an uncaught exception (parameter: the value thrown). */
  readonly report: string | undefined;
  readonly allocators: readonly string[];
  readonly onAllocation?: OnAllocation | undefined;
}

const rangeErrorFunction = "prelude.throwRangeError";
const overflowMessage = "Maximum call stack size exceeded";

export class LowLevel {
  readonly memory: MemorySimulator;
  readonly machine: Machine;
  readonly heap: Heap;
  readonly #program: Program;
  readonly #options: LowOptions;
  readonly #codes = new Map<string, Code>();
  readonly #context: LowContext;

  constructor(program: Program, options: LowOptions) {
    this.#program = program;
    this.#options = options;
    const woven = program.level === "woven";
    const codeOf = (name: string): Code => this.codeOf(name);
    const constant = (one: Constant): unknown => this.#constant(one);
    this.memory = new MemorySimulator(options.wordSize, { placeOf: () => this.machine.place() });
    Object.assign(this.memory.state, options.settings);
    this.machine = new Machine({
      // Woven code asks `stack_low` long before that.
      maximumDepth: woven ? 4 * options.maximumDepth : options.maximumDepth,
      overflow: (machine) => (woven ? tooDeep() : this.#overflow(machine)),
    });
    const natives = new Natives({ ...options, program, memory: this.memory });
    const simulated = woven ? new SimulatedHeap(program, this.memory, codeOf, constant) : undefined;
    this.heap = simulated ?? new RecordHeap(program, this.memory, codeOf, constant);
    natives.heap = this.heap;
    simulated?.initialize();
    this.#context = {
      program,
      machine: this.machine,
      heap: this.heap,
      memory: this.memory,
      natives,
      codeOf,
      stackLimit: options.maximumDepth,
      onAllocation: options.onAllocation,
    };
  }

  /** Runs the program; gives false if it ended by an uncaught exception, of which it has told. */
  run(): boolean {
    const { initialize } = this.#options;
    if (initialize !== undefined) this.machine.run(this.codeOf(initialize), []);
    try {
      this.machine.run(this.codeOf(this.#program.entry), []);
    } catch (error) {
      if (!(error instanceof Thrown)) throw error;
      this.#report(error.value);
      return false;
    }
    const woven = this.heap.woven;
    if (!woven?.exceptionPending()) return true;
    this.#report(woven.takeException());
    return false;
  }

  /** Calls one function, with arguments as registers hold them. */
  call(name: string, args: readonly unknown[]): unknown {
    return this.machine.run(this.codeOf(name), args);
  }

  #report(value: unknown): void {
    const { report } = this.#options;
    if (report !== undefined) this.machine.run(this.codeOf(report), [value]);
  }

  codeOf(name: string): Code {
    let code = this.#codes.get(name);
    if (!code) {
      const graph = this.#program.functions.get(name);
      if (!graph) throw new InternalFault(`function ${name} is not in the program`);
      code = new Code(graph, (one) =>
        compile(one, {
          constant: (constant) => this.#constant(constant),
          operation: (operation, places) => lowOperation(operation, places, this.#context),
        }),
      );
      this.#codes.set(name, code);
    }
    return code;
  }

  #constant(constant: Constant): unknown {
    switch (constant.kind) {
      case "int":
        return constant.value === 0 ? 0 : constant.value;
      case "float":
        return constant.value;
      case "bool":
        return constant.value ? 1 : 0;
      case "nil":
        return this.heap.nil;
      case "string":
        return this.heap.string(constant.value);
      case "static":
        return this.heap.staticObject(constant.name);
      case "typeid":
        return this.heap.typeId(constant.name);
      case "function":
        return this.codeOf(constant.name);
      case "special":
        return this.#special(`${constant.type}:${constant.which}`);
      case "undefined":
      case "null":
      case "bigint":
        throw new InternalFault(`the constant ${constant.kind} at the ${this.#program.level} level`);
    }
  }

  #special(name: string): unknown {
    if (name === "ref:null") return this.heap.nullCell;
    if (!specials.has(name)) throw new InternalFault(`there is no constant ${name}`);
    return specials.get(name);
  }

  /** Below weave nobody checks the stack: the exception of its end is made here. */
  #overflow(machine: Machine): unknown {
    if (!this.#program.functions.has(rangeErrorFunction)) return tooDeep();
    try {
      machine.run(this.codeOf(rangeErrorFunction), [
        this.heap.string(overflowMessage),
        this.heap.string("<anonymous>"),
      ]);
    } catch (error) {
      return error;
    }
    return new InternalFault(`${rangeErrorFunction} returned`);
  }
}

const specials: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["int:undefined", -(2 ** 63)],
  ["int:null", -(2 ** 63) + 2048],
  ["float:undefined", floatUndefined],
  ["float:null", floatNull],
  ["bool:undefined", 2],
  ["bool:null", 3],
  ["value:undefined", undefined],
  ["value:null", null],
  ["value:false", false],
  ["value:true", true],
]);

function tooDeep(): InternalFault {
  return new InternalFault("the interpreted program calls too deep");
}
