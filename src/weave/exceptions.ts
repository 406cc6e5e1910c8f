/**
 * Weaves exceptions in: after weave a raise is an ordinary return with the pending exception set, and a caller looks
 * at that one word after each call that can raise.
 *
 *   x = call{function=f} a              x = call{function=f} a
 *   except b1(x), e -> b2(e)      =>    p = exception_pending
 *                                       branch p, b3(), b1(x)
 *                                     b3():                             ; unlikely
 *                                       e = exception_take
 *                                       jump b2(e)
 *
 * Outside of handlers the branch leads to a block that returns a dummy to the caller, which looks in its turn. The test
 * is a load and a branch that is foreseen. After the call of a part of the function that only raises
 * (passes/outline-throws.ts) there is none: what it returns is returned. Every place that an exception starts at or passes
 * is noted in a ring, which gives stack traces without unwinding tables.
 */

import {
  type Block,
  block,
  constants,
  type Exit,
  type Graph,
  type Link,
  link,
  type Operand,
  type Operation,
  variable,
} from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import type { LowType } from "../graph/types.ts";
import { printSpan, type Span } from "../source/span.ts";

/** What is known of operations. */
interface Raising {
  canRaise(operation: Operation): boolean;
  /** It calls a part of the function itself that only raises, and has told where. */
  raisesInPart(operation: Operation): boolean;
}

/** Rewrites `raise` and `except` exits and guards calls; `canRaise` knows which operations can raise. */
export function weaveExceptions(
  program: Program,
  graph: Graph,
  canRaise: (operation: Operation) => boolean,
): void {
  const raisesInPart = ({ op, attributes }: Operation): boolean =>
    op === "call" && program.functions.get(String(attributes.function))?.notes.partOf === graph.name;
  const blocks: Block[] = [];
  const ways = new WaysOut(graph, blocks);
  for (const one of [...graph.blocks]) weaveBlock(graph, one, { canRaise, raisesInPart }, ways);
  graph.blocks = blocks;
}

/** Blocks that hand the pending exception on to the caller: one for each place that they tell of. */
class WaysOut {
  readonly #graph: Graph;
  readonly into: Block[];
  readonly #known = new Map<string, Block>();

  constructor(graph: Graph, into: Block[]) {
    this.#graph = graph;
    this.into = into;
  }

  from(span: Span | undefined): Block {
    const attributes = tracePlace(this.#graph, span, false);
    const place = String(attributes.place);
    let away = this.#known.get(place);
    if (!away) {
      away = block();
      away.operations.push(woven("trace", [], attributes, span));
      away.exit = { kind: "return", value: dummy(this.#graph), span };
      this.#known.set(place, away);
      this.into.push(away);
    }
    return away;
  }
}

function weaveBlock(graph: Graph, first: Block, raising: Raising, ways: WaysOut): void {
  const { operations, exit } = first;
  let current = first;
  current.operations = [];
  ways.into.push(current);
  for (const [i, operation] of operations.entries()) {
    current.operations.push(operation);
    const last = i === operations.length - 1;
    if ((last && exit.kind === "except") || !raising.canRaise(operation)) continue;
    if (last && exit.kind === "unreachable" && raising.raisesInPart(operation)) {
      current.exit = endInPart(graph, operation);
      return;
    }
    const away = ways.from(operation.span);
    if (last && exit.kind === "unreachable") {
      // Whoever comes back from there has raised.
      current.exit = { kind: "jump", link: link(away) };
      return;
    }
    const rest = block();
    guard(current, away, link(rest));
    ways.into.push(rest);
    current = rest;
  }
  current.exit = wovenExit(graph, current, exit, raising, ways.into);
}

/** Hands on what a part of the function returns: its dummy. */
function endInPart(graph: Graph, call: Operation): Exit {
  call.result = graph.result === "void" ? undefined : variable("raised", graph.result);
  return { kind: "return", value: call.result };
}

function wovenExit(graph: Graph, current: Block, exit: Exit, { canRaise }: Raising, into: Block[]): Exit {
  if (exit.kind === "raise") {
    current.operations.push(woven("trace", [], tracePlace(graph, exit.span, true), exit.span));
    current.operations.push(woven("exception_set", [exit.value], {}, exit.span));
    return { kind: "return", value: dummy(graph), span: exit.span };
  }
  if (exit.kind !== "except") return exit;
  const last = current.operations.at(-1);
  if (!last || !canRaise(last)) return { kind: "jump", link: exit.normal };
  const handler = block();
  handler.operations.push({ ...woven("exception_take", [], {}, last.span), result: exit.caught });
  handler.exit = { kind: "jump", link: exit.handler };
  into.push(handler);
  if (neverReturns(exit.normal)) return { kind: "jump", link: link(handler) };
  guard(current, handler, exit.normal);
  return current.exit;
}

/** The operation only raises. */
function neverReturns({ target }: Link): boolean {
  return target.operations.length === 0 && target.exit.kind === "unreachable";
}

/** Ends a block by a look at the pending exception. */
function guard(current: Block, away: Block, onward: ReturnType<typeof link>): void {
  const pending = variable("pending", "bool");
  current.operations.push({ ...woven("exception_pending", [], {}, undefined), result: pending });
  current.exit = { kind: "branch", condition: pending, then: link(away), else: onward, likely: false };
}

function tracePlace(graph: Graph, span: Span | undefined, start: boolean): Operation["attributes"] {
  const place = span ? `${graph.displayName} (${printSpan(span)})` : graph.displayName;
  return start ? { place, start } : { place };
}

function woven(
  op: Operation["op"],
  args: Operand[],
  attributes: Operation["attributes"],
  span: Span | undefined,
): Operation {
  return { op, args, result: undefined, attributes, span };
}

/** What a function returns when an exception is pending: nobody looks at it. */
export function dummy(graph: Graph): Operand | undefined {
  switch (graph.result as LowType) {
    case "void":
      return undefined;
    case "float":
      return constants.float(0);
    case "bool":
      return constants.bool(false);
    case "ref":
      return constants.nil;
    case "value":
      return constants.special("value", "undefined");
    case "int":
      return constants.int(0);
    case "code":
      return constants.nil;
  }
}
