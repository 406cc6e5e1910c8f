/** What the meanings of operations of the high and typed levels share. */
import type { Constant, Operation } from "../../../graph/graph.ts";
import type { Program } from "../../../graph/program.ts";
import type { Code, Compiled, Registers, Segment } from "../code.ts";
import type { Places } from "../compile.ts";
import type { Machine } from "../machine.ts";
import type { Builtins } from "./builtins.ts";
import { boundOf, calleeOf, callRegisters, type Objects } from "./objects.ts";

/** A module variable. */
export interface Cell {
  value: unknown;
  initialized: boolean;
}

/** What the operations of one run share. */
export interface HighContext {
  readonly program: Program;
  readonly machine: Machine;
  readonly objects: Objects;
  readonly builtins: Builtins;
  readonly globals: Map<string, Cell>;
  codeOf(name: string): Code;
  constant(constant: Constant): unknown;
}

export type Compile = (places: Places, context: HighContext, operation: Operation) => Compiled;

/** Calls whatever function value this is: one of the program in a frame of its own, one of Node directly. */
export function callAny(
  machine: Machine,
  r: Registers,
  callee: unknown,
  self: unknown,
  args: readonly unknown[],
  result: number,
  next: Segment,
  site: Segment,
): Segment {
  const bound = boundOf(callee);
  if (bound)
    return callAny(machine, r, bound.target, bound.self, [...bound.kept, ...args], result, next, site);
  const own = calleeOf(callee);
  if (own) return machine.enter(own.code, callRegisters(own, self, args), result, next, site);
  r[result] = Reflect.apply(callee as (...args: unknown[]) => unknown, self, args);
  return next;
}
