/**
 * Puts the body of small functions, and of functions with one caller, in the place of calls.
 *
 *   b0(p: ref):                          b0(p: ref):
 *     x: int = call{function=getX} p       jump b1(p)
 *     y = int_add x, 1                   b1(this: ref):
 *     return y                     =>      v: int = get_field{struct=P, field=x} this
 *                                          jump b2(v)
 *                                        b2(x: int):
 *                                          y = int_add x, 1
 *                                          return y
 *
 * The heuristic is RPython's (Bolz and Rigo, "How to not write a virtual machine", 2007): a function's size is its
 * instructions as they stand plus the median of its executions, and the smallest function comes first, into all its
 * callers, of which the size is then asked again. Of two of one size the one with fewer callers comes first, then the
 * name decides. Calls on the way to an exception or a stop are left. A function that calls itself stays; of functions
 * that call each other some vanish in the others.
 *
 * Inside a `try`, what the body raises goes to the call's handler: a `raise` becomes a jump, and after each operation
 * that may raise the block ends with an `except` exit of its own. `merge-blocks` and `same-arguments` clean up.
 */
import { functionAddresses } from "../analysis/call-graph.ts";
import { coldBlocks } from "../analysis/cold-blocks.ts";
import { isComparison } from "../analysis/comparison-chains.ts";
import { medianCost, staticCost } from "../analysis/execution-cost.ts";
import { copyBlocks } from "../graph/copy.ts";
import {
  type Block,
  block,
  type Exit,
  type Graph,
  type Link,
  type Operand,
  type Operation,
  type Variable,
  variable,
} from "../graph/graph.ts";
import { opInfo } from "../graph/ops.ts";
import type { Program } from "../graph/program.ts";
import { Remarks } from "../source/remarks.ts";
import type { Span } from "../source/span.ts";
import { isSettled, type Pass } from "./pass.ts";

/** Size up to which a body is not much more than the call itself. */
const smallSize = 60;
/** Up to this a body is worth moving if it can be moved for good, since it then exists only once. */
const singleCallerSize = 600;
/** No function grows beyond this: C compilers take more than linear time. */
const greatestCost = 4000;

export const inline: Pass = {
  name: "inline",
  run(program, remarks = new Remarks()) {
    new Inliner(program, remarks).run();
  },
};

/** A function in the queue, with the size that it had when it was put there: sizes only grow. */
interface Candidate {
  readonly graph: Graph;
  readonly size: number;
  readonly callers: number;
}

class Inliner {
  readonly #program: Program;
  readonly #remarks: Remarks;
  /** The functions that call a function, by name, with the number of calls; and the other way round. */
  readonly #callers = new Map<string, Map<string, number>>();
  readonly #callees = new Map<string, Map<string, number>>();
  /** Why functions are not inlined. */
  readonly #refused = new Map<string, string>();
  readonly #addressTaken: ReadonlySet<string>;
  readonly #sizes = new Map<string, number>();
  readonly #medians = new Map<string, number>();
  readonly #costs = new Map<string, number>();
  readonly #colds = new Map<string, ReadonlySet<Block>>();

  constructor(program: Program, remarks: Remarks) {
    this.#program = program;
    this.#remarks = remarks;
    this.#addressTaken = functionAddresses(program);
    for (const graph of program.functions.values()) this.#countCalls(graph);
  }

  run(): void {
    const queue = [...this.#program.functions.values()]
      .filter((graph) => this.#mayVanish(graph))
      .map((graph) => this.#candidate(graph));
    queue.sort(compare);
    for (let next = queue.shift(); next; next = queue.shift()) {
      const now = this.#candidate(next.graph);
      if (now.size > next.size) insert(queue, now);
      else this.#spread(now);
    }
    this.#fileRefusals();
  }

  #mayVanish({ name, notes }: Graph): boolean {
    if (notes.inline === "never" || notes.cold || isComparison(name)) return false;
    return name !== this.#program.entry && this.#callers.has(name);
  }

  #candidate(graph: Graph): Candidate {
    const size = this.#staticSize(graph);
    // What is too large in any case need not be looked at.
    const median = size <= this.#limit(graph) ? this.#medianSize(graph) : 0;
    return { graph, size: size + median, callers: this.#callers.get(graph.name)?.size ?? 0 };
  }

  #staticSize(graph: Graph): number {
    let size = this.#sizes.get(graph.name);
    if (size === undefined) this.#sizes.set(graph.name, (size = staticCost(graph, this.#coldBlocks(graph))));
    return size;
  }

  #coldBlocks(graph: Graph): ReadonlySet<Block> {
    let cold = this.#colds.get(graph.name);
    if (cold === undefined) this.#colds.set(graph.name, (cold = coldBlocks(graph)));
    return cold;
  }

  #medianSize(graph: Graph): number {
    let size = this.#medians.get(graph.name);
    if (size === undefined)
      this.#medians.set(graph.name, (size = medianCost(graph, this.#coldBlocks(graph))));
    return size;
  }

  #limit({ name, notes }: Graph): number {
    const calls = [...(this.#callers.get(name)?.values() ?? [])].reduce((sum, one) => sum + one, 0);
    return calls === 1 && !this.#addressTaken.has(name) && !notes.keep ? singleCallerSize : smallSize;
  }

  /** Puts a function into its callers. */
  #spread({ graph, size }: Candidate): void {
    const { name } = graph;
    const callers = this.#callers.get(name) ?? new Map<string, number>();
    if (callers.has(name)) return void this.#refused.set(name, "it calls itself");
    const limit = this.#limit(graph);
    if (size > limit && graph.notes.inline !== "always")
      return void this.#refused.set(name, `its size is ${shown(size)}, and ${shown(limit)} is the limit`);
    for (const name of [...callers.keys()].sort()) {
      const caller = this.#program.functions.get(name) as Graph;
      if (!isSettled(caller)) this.#into(caller, graph);
    }
  }

  /** Tells at each call that is left why. */
  #fileRefusals(): void {
    for (const { blocks } of this.#program.functions.values()) {
      for (const { operations } of blocks) {
        for (const { op, attributes, span } of operations) {
          const why = op === "call" ? this.#refused.get(String(attributes.function)) : undefined;
          const callee = why && this.#program.functions.get(String(attributes.function));
          if (callee) this.#remarks.add("inline", span, `\`${callee.displayName}\` is not inlined: ${why}`);
        }
      }
    }
  }

  /** Puts a function in the place of its calls in one other. */
  #into(graph: Graph, callee: Graph): void {
    const cost = this.#cost(callee);
    const cold = this.#coldBlocks(graph);
    let total = this.#cost(graph);
    let count = 0;
    const made = new Map<Block, Block[]>();
    for (const first of graph.blocks) {
      if (cold.has(first)) continue;
      const pieces: Block[] = [first];
      let current = first;
      for (let at = 0; at < current.operations.length; at++) {
        const call = current.operations[at] as Operation;
        if (!isCallOf(call, callee.name) || total + cost > greatestCost) continue;
        total += cost;
        count++;
        const { body, rest } = inlineCall(current, at, callee);
        this.#remarks.add("inline", call.span, `\`${callee.displayName}\` is inlined`);
        pieces.push(...body, rest);
        current = rest;
        at = -1;
      }
      if (pieces.length > 1) made.set(first, pieces);
    }
    if (made.size === 0) return;
    graph.blocks = graph.blocks.flatMap((one) => made.get(one) ?? [one]);
    this.#costs.set(graph.name, total);
    this.#sizes.delete(graph.name);
    this.#medians.delete(graph.name);
    this.#colds.delete(graph.name);
    for (const [name, calls] of this.#callees.get(callee.name) ?? [])
      this.#addCalls(graph.name, name, calls * count);
    this.#addCalls(graph.name, callee.name, -count);
  }

  #cost(graph: Graph): number {
    let cost = this.#costs.get(graph.name);
    if (cost === undefined) this.#costs.set(graph.name, (cost = staticCost(graph)));
    return cost;
  }

  #countCalls({ name, blocks }: Graph): void {
    for (const { operations } of blocks) {
      for (const { op, attributes } of operations) {
        if (op === "call") this.#addCalls(name, String(attributes.function), 1);
      }
    }
  }

  #addCalls(caller: string, callee: string, count: number): void {
    add(this.#callers, callee, caller, count);
    add(this.#callees, caller, callee, count);
  }
}

/** Adds to a count of a table of tables; what is 0 is not there. */
function add(table: Map<string, Map<string, number>>, first: string, second: string, count: number): void {
  let row = table.get(first);
  if (!row) table.set(first, (row = new Map()));
  const sum = (row.get(second) ?? 0) + count;
  if (sum > 0) row.set(second, sum);
  else row.delete(second);
}

function isCallOf({ op, attributes }: Operation, name: string): boolean {
  return op === "call" && attributes.function === name;
}

function compare(a: Candidate, b: Candidate): number {
  return a.size - b.size || a.callers - b.callers || (a.graph.name < b.graph.name ? -1 : 1);
}

/** Into a sorted list, by halves. */
function insert(queue: Candidate[], one: Candidate): void {
  let low = 0;
  for (let high = queue.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (compare(queue[middle] as Candidate, one) < 0) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, one);
}

function shown(size: number): string {
  return Number.isFinite(size) ? String(Math.round(size)) : "beyond all limits";
}

/** The call's handler, if it stands in a `try`. */
type Handler = Extract<Exit, { kind: "except" }>;

/** Cuts the block at the call; gives the copied body and the block with what came after the call. */
function inlineCall(caller: Block, at: number, callee: Graph): { body: Block[]; rest: Block } {
  const call = caller.operations[at] as Operation;
  const rest = block(call.result ? [call.result] : []);
  rest.operations = caller.operations.slice(at + 1);
  const handler = caller.exit.kind === "except" && rest.operations.length === 0 ? caller.exit : undefined;
  rest.exit = handler ? { kind: "jump", link: handler.normal } : caller.exit;
  const copy = copyBlocks(callee.blocks, inlinedSpans(call.span));
  const body: Block[] = [];
  for (const one of copy.blocks) {
    leaveBody(one, rest, call.result, handler);
    body.push(...(handler ? catchAll(one, handler) : [one]));
  }
  caller.operations.length = at;
  caller.exit = { kind: "jump", link: { target: copy.blocks[0] as Block, args: call.args } };
  return { body, rest };
}

/** Makes a copied block go where the call would have gone. */
function leaveBody(
  one: Block,
  rest: Block,
  result: Variable | undefined,
  handler: Handler | undefined,
): void {
  const { exit } = one;
  if (exit.kind === "return") {
    const args = result && exit.value ? [exit.value] : [];
    one.exit = { kind: "jump", link: { target: rest, args } };
  } else if (exit.kind === "raise" && handler) {
    one.exit = { kind: "jump", link: handlerLink(handler, exit.value) };
  }
}

/** The link to a handler with what was thrown. */
function handlerLink({ handler, caught }: Handler, thrown: Operand): Link {
  return { target: handler.target, args: handler.args.map((arg) => (arg === caught ? thrown : arg)) };
}

/** Cuts a block after each operation that may raise and leads the exception to the handler. */
function catchAll(one: Block, handler: Handler): Block[] {
  const pieces = [one];
  let current = one;
  for (let at = 0; at < current.operations.length; at++) {
    const last = at === current.operations.length - 1;
    const operation = current.operations[at] as Operation;
    // An `except` exit of the body's own catches it first.
    if (!mayRaise(operation) || (last && current.exit.kind === "except")) continue;
    const next = block();
    next.operations = current.operations.splice(at + 1);
    next.exit = current.exit;
    const caught = variable(handler.caught.name, handler.caught.type);
    const normal = { target: next, args: [] };
    current.exit = { kind: "except", normal, caught, handler: handlerLink(handler, caught) };
    pieces.push(next);
    current = next;
    at = -1;
  }
  return pieces;
}

function mayRaise({ op }: Operation): boolean {
  return opInfo(op, "low")?.raises === true;
}

/** Adds the call to the inline chain of each span, once for each. */
function inlinedSpans(call: Span | undefined): (span: Span | undefined) => Span | undefined {
  if (!call) return (span) => span;
  const known = new Map<Span, Span>();
  const add = (span: Span): Span => {
    let made = known.get(span);
    if (!made) known.set(span, (made = { ...span, inlinedAt: span.inlinedAt ? add(span.inlinedAt) : call }));
    return made;
  };
  return (span) => (span ? add(span) : call);
}
