/** What the meanings of operations of the low and woven levels share. */
import type { Operation } from "../../../graph/graph.ts";
import type { Program, Struct } from "../../../graph/program.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { MemorySimulator } from "../../memory-simulator.ts";
import type { Code, Compiled } from "../code.ts";
import type { Places } from "../compile.ts";
import type { Machine } from "../machine.ts";
import type { Heap, WovenHeap } from "./heap.ts";
import type { Natives } from "./natives.ts";

/** What the low-level operations of one run share. */
export interface LowContext {
  readonly program: Program;
  readonly machine: Machine;
  readonly heap: Heap;
  readonly memory: MemorySimulator;
  readonly natives: Natives;
  codeOf(name: string): Code;
  /** Calls in progress from which on `stack_low` is true. */
  readonly stackLimit: number;
  readonly onAllocation: OnAllocation | undefined;
}

/** Is told of each object of the low level that takes memory of its own, with the number of its items. */
export type OnAllocation = (struct: Struct, length: number) => void;

export type Compile = (places: Places, context: LowContext, operation: Operation) => Compiled;

/** An operation that gives what a function of its operands gives. */
export function giving(
  compute: (a: unknown, b: unknown, c: unknown, context: LowContext) => unknown,
): Compile {
  return ({ args, result }, context) => {
    const [a, b, c] = args as [number, number, number];
    return (r) => {
      r[result] = compute(r[a], r[b], r[c], context);
    };
  };
}

export function attribute(operation: Operation, name: string): string {
  return String(operation.attributes[name]);
}

export function structOf(operation: Operation, context: LowContext): Struct {
  const struct = context.program.structs.get(attribute(operation, "struct"));
  if (!struct) throw new InternalFault(`struct ${attribute(operation, "struct")} is not in the program`);
  return struct;
}

export function wovenHeap({ heap }: LowContext, operation: Operation): WovenHeap {
  if (!heap.woven) throw new InternalFault(`${operation.op} before weave`);
  return heap.woven;
}
