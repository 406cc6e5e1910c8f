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
 * Callees come before callers, so that what is copied is already small. Inside a `try`, what the body raises goes to the
 * call's handler: a `raise` becomes a jump, and after each operation that may raise the block ends with an `except` exit
 * of its own. Recursive functions are left alone. `merge-blocks` and `same-arguments` clean up.
 */
import { type CallGraph, callGraph } from "../analysis/call-graph.ts";
import { functionsInCycles } from "../analysis/effects.ts";
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
import type { Span } from "../source/span.ts";
import type { Pass } from "./pass.ts";

/** Estimated instructions up to which a body is not much more than the call itself. */
const smallCost = 30;
/** Up to this a body is worth moving if it can be moved for good, since it then exists only once. */
const singleCallerCost = 300;
/** No function grows beyond this: C compilers take more than linear time. */
const greatestCost = 4000;

export const inline: Pass = {
  name: "inline",
  run(program) {
    const calls = callGraph(program);
    const candidates = findCandidates(program, calls);
    const costs = new Map<string, number>();
    for (const graph of calleesFirst(program, calls)) {
      inlineInto(graph, program, candidates, costs);
      costs.set(graph.name, costOf(graph));
    }
  },
};

/** By name the greatest cost at which a function is copied. */
function findCandidates(program: Program, calls: CallGraph): Map<string, number> {
  const recursive = functionsInCycles(program, calls);
  const addressTaken = new Set(calls.addressTaken);
  const candidates = new Map<string, number>();
  for (const { name, notes } of program.functions.values()) {
    if (recursive.has(name) || notes.inline === "never" || notes.cold || name === program.entry) continue;
    const isOnlyOnce = calls.callsOf(name).length === 1 && !addressTaken.has(name) && !notes.keep;
    const limit = notes.inline === "always" ? greatestCost : isOnlyOnce ? singleCallerCost : smallCost;
    candidates.set(name, limit);
  }
  return candidates;
}

/** Functions after all that they call, but for recursion. */
function calleesFirst(program: Program, calls: CallGraph): Graph[] {
  const done = new Set<string>();
  const order: Graph[] = [];
  for (const root of program.functions.keys()) {
    const path: { name: string; callees: string[]; next: number }[] = [];
    const enter = (name: string): void => {
      if (done.has(name) || !program.functions.has(name)) return;
      done.add(name);
      path.push({ name, callees: calls.callees(name), next: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const callee = top.callees[top.next++];
      if (callee !== undefined) enter(callee);
      else {
        order.push(program.functions.get(top.name) as Graph);
        path.pop();
      }
    }
  }
  return order;
}

function costOf(graph: Graph): number {
  let cost = 0;
  for (const { operations } of graph.blocks) {
    cost++;
    for (const { op } of operations) cost += opInfo(op, "low")?.cost ?? 1;
  }
  return cost;
}

function inlineInto(
  graph: Graph,
  program: Program,
  candidates: ReadonlyMap<string, number>,
  costs: ReadonlyMap<string, number>,
): void {
  let room = greatestCost - costOf(graph);
  // What is copied is not looked at again: it has been through here as a function of its own.
  const work = [...graph.blocks];
  const made = new Map<Block, Block[]>();
  for (const first of work) {
    const pieces: Block[] = [first];
    let current = first;
    // Nothing is gained on the way to an exception or a stop.
    if (isCold(first.exit)) continue;
    for (let at = 0; at < current.operations.length; at++) {
      const call = current.operations[at] as Operation;
      const name = call.op === "call" ? String(call.attributes.function) : "";
      const callee = program.functions.get(name);
      const cost = costs.get(name) ?? Number.POSITIVE_INFINITY;
      if (!callee || callee === graph || cost > (candidates.get(name) ?? -1) || cost > room) continue;
      room -= cost;
      const { body, rest } = inlineCall(current, at, callee);
      pieces.push(...body, rest);
      current = rest;
      at = -1;
    }
    if (pieces.length > 1) made.set(first, pieces);
  }
  if (made.size > 0) graph.blocks = graph.blocks.flatMap((one) => made.get(one) ?? [one]);
}

function isCold({ kind }: Exit): boolean {
  return kind === "raise" || kind === "stop" || kind === "unreachable";
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
