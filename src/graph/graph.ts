/**
 * A function as a flow graph: blocks of operations in static single assignment form, joined by links that pass
 * arguments to block parameters (instead of phi functions). A variable may be used wherever its definition dominates.
 * The same structure serves every level; only the operations and the types of variables change.
 */
import type { Span } from "../source/span.ts";
import type { OpName } from "./ops.ts";
import type { LowType, Type } from "./types.ts";

/** high: from the frontend. typed: annotated. low: lowered, before weave. woven: the collector is in. */
export type Level = "high" | "typed" | "low" | "woven";

export interface Variable {
  readonly kind: "variable";
  /** A name for people; unique only after printing. */
  name: string;
  type: Type;
  /** The source has a variable of this name, whose value it is: for debuggers only. */
  declared?: boolean;
}

/**
 * Constants.
 * - `int`/`float`: at the high level a number literal; a literal written with a point or an exponent is a float.
 * - `undefined`, `null`: high and typed levels.
 * - `string`: at the low level a reference to a prebuilt flat string.
 * - `bigint`: high and typed levels; a prebuilt object at the low one.
 * - `function`: at the low level its code; at the high level a function value that captures nothing.
 * - `static`: a prebuilt object of `Program.statics`.
 * - `typeid`: the type id of a struct, an int.
 * - `special`: a reserved value of a machine type (see representation.ts): `int:undefined`, `value:true`, `ref:null`.
 * - `nil`: the reference 0.
 */
export type Constant =
  | { readonly kind: "int" | "float"; readonly value: number }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "undefined" | "null" | "nil" }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "bigint"; readonly value: bigint }
  | { readonly kind: "function" | "static" | "typeid"; readonly name: string }
  | {
      readonly kind: "special";
      readonly type: LowType;
      readonly which: "undefined" | "null" | "true" | "false";
    };

export type Operand = Variable | Constant;

export type Attribute = string | number | boolean | readonly string[];

export interface Operation {
  op: OpName;
  args: Operand[];
  /** Present unless the operation's result is void. */
  result: Variable | undefined;
  attributes: Readonly<Record<string, Attribute>>;
  span: Span | undefined;
}

export interface Link {
  target: Block;
  args: Operand[];
}

export type Exit =
  | { kind: "return"; value: Operand | undefined; span?: Span | undefined }
  | { kind: "jump"; link: Link }
  /** `likely` is what the program's author or a pass knows of the condition. */
  | { kind: "branch"; condition: Operand; then: Link; else: Link; likely?: boolean }
  | { kind: "switch"; value: Operand; cases: { value: number; link: Link }[]; otherwise: Link }
  /** The last operation of the block may raise: then `caught` holds what was thrown, for the handler's link only. */
  | { kind: "except"; normal: Link; caught: Variable; handler: Link }
  | { kind: "raise"; value: Operand; span?: Span | undefined }
  /** Stops the program, uncatchably: a stop code of source/stops.ts and what to tell the user. */
  | { kind: "stop"; code: string; message: string; span?: Span | undefined }
  | { kind: "unreachable" };

export interface Block {
  params: Variable[];
  operations: Operation[];
  exit: Exit;
}

export interface Graph {
  /** Unique in its program, e.g. `shapes.Square.area`. */
  readonly name: string;
  /** For people: the function's name in the source. */
  displayName: string;
  /** Entry first. Its parameters are: captured values, then `this` if `hasThis`, then the declared parameters. */
  blocks: Block[];
  result: Type;
  captures: number;
  hasThis: boolean;
  /** Type parameters by name; the frontend gives each call site's keys in the same order. */
  typeParameters: readonly string[];
  /** System code: integers are 64 bits and unchecked, and raw memory may be touched. */
  system: boolean;
  /** Free-form facts that passes leave for others: `inline: always`, `never`. */
  notes: Record<string, string>;
  span: Span | undefined;
}

export function variable(name: string, type: Type): Variable {
  return { kind: "variable", name, type };
}

/** Another version of a variable, under its name. */
export function version(of: Variable, type: Type = of.type): Variable {
  const made = variable(of.name, type);
  if (of.declared) made.declared = true;
  return made;
}

export function block(params: Variable[] = []): Block {
  return { params, operations: [], exit: { kind: "unreachable" } };
}

export function link(target: Block, ...args: Operand[]): Link {
  return { target, args };
}

export function graph(name: string, parts: Partial<Omit<Graph, "name">> = {}): Graph {
  return {
    displayName: name,
    blocks: [],
    result: "any",
    captures: 0,
    hasThis: false,
    typeParameters: [],
    system: false,
    notes: {},
    span: undefined,
    ...parts,
    name,
  };
}

/** Which of the declared parameters is a rest parameter: the last, if the note `rest` names the class of its array. */
export function restIndex(graph: Graph): number | undefined {
  if (graph.notes.rest === undefined) return undefined;
  return (graph.blocks[0]?.params.length ?? 0) - graph.captures - (graph.hasThis ? 1 : 0) - 1;
}

export function isVariable(operand: Operand): operand is Variable {
  return operand.kind === "variable";
}

export const constants = {
  int: (value: number): Constant => ({ kind: "int", value }),
  float: (value: number): Constant => ({ kind: "float", value }),
  bool: (value: boolean): Constant => ({ kind: "bool", value }),
  string: (value: string): Constant => ({ kind: "string", value }),
  bigint: (value: bigint): Constant => ({ kind: "bigint", value }),
  function: (name: string): Constant => ({ kind: "function", name }),
  static: (name: string): Constant => ({ kind: "static", name }),
  typeid: (struct: string): Constant => ({ kind: "typeid", name: struct }),
  special: (type: LowType, which: "undefined" | "null" | "true" | "false"): Constant => ({
    kind: "special",
    type,
    which,
  }),
  undefined: { kind: "undefined" } as Constant,
  null: { kind: "null" } as Constant,
  nil: { kind: "nil" } as Constant,
};

/** The links that leave a block, in order; for `except` the normal one first. */
export function linksOf(exit: Exit): Link[] {
  switch (exit.kind) {
    case "jump":
      return [exit.link];
    case "branch":
      return [exit.then, exit.else];
    case "switch":
      return [...exit.cases.map((one) => one.link), exit.otherwise];
    case "except":
      return [exit.normal, exit.handler];
    case "return":
    case "raise":
    case "stop":
    case "unreachable":
      return [];
  }
}

/** The operand that an exit itself reads, beside the arguments of its links. */
export function exitOperand(exit: Exit): Operand | undefined {
  switch (exit.kind) {
    case "return":
    case "raise":
    case "switch":
      return exit.value;
    case "branch":
      return exit.condition;
    case "jump":
    case "except":
    case "stop":
    case "unreachable":
      return undefined;
  }
}

/** Replaces every operand of a block (operations, exit, links) by what `replace` gives for it. */
export function mapOperands(target: Block, replace: (operand: Operand) => Operand): void {
  for (const operation of target.operations) operation.args = operation.args.map(replace);
  const exit = target.exit;
  if (exit.kind === "return" && exit.value) exit.value = replace(exit.value);
  if (exit.kind === "raise" || exit.kind === "switch") exit.value = replace(exit.value);
  if (exit.kind === "branch") exit.condition = replace(exit.condition);
  for (const one of linksOf(exit)) one.args = one.args.map(replace);
}
