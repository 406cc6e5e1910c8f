/** What the meanings of operations of the high and typed levels share. */
import type { Constant, Operation } from "../../../graph/graph.ts";
import type { Program } from "../../../graph/program.ts";
import type { Code, Compiled, Registers, Segment } from "../code.ts";
import type { Places } from "../compile.ts";
import type { Machine } from "../machine.ts";
import type { Builtins } from "./builtins.ts";
import { boundOf, calleeOf, callRegisters, type Objects } from "./objects.ts";
import { memberKey } from "./symbols.ts";

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

/** Operands and results are whatever the program has: Node says what comes out, or throws. */
// biome-ignore lint/suspicious/noExplicitAny: JavaScript's operators take values of every type.
export type Any = any;

export const unary =
  (compute: (a: Any) => unknown): Compile =>
  ({ args, result }) => {
    const [a] = args as [number];
    return (r) => {
      r[result] = compute(r[a]);
    };
  };

export const binary =
  (compute: (a: Any, b: Any) => unknown): Compile =>
  ({ args, result }) => {
    const [a, b] = args as [number, number];
    return (r) => {
      r[result] = compute(r[a], r[b]);
    };
  };

export function attribute(operation: Operation, name: string): string {
  return String(operation.attributes[name]);
}

export function values(r: Registers, args: readonly number[]): unknown[] {
  return args.map((one) => r[one]);
}

/** The arguments of a call of what only flow knows. */
export function argumentsIn(r: Registers, args: readonly number[], operation: Operation): unknown[] {
  const given = values(r, args);
  if (operation.attributes.spread !== true) return given;
  const tail = given.pop() as unknown[];
  return [...given, ...tail];
}

/** `super.name`: found on the parent's prototype, read and written with our own `this`. */
export function superOf(context: HighContext, operation: Operation): { home: object; name: PropertyKey } {
  return {
    home: context.objects.superPrototype(attribute(operation, "class")),
    name: memberKey(attribute(operation, "name")),
  };
}
