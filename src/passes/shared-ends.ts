/**
 * Makes one block of all that do the same and then end: throw, stop or return.
 *
 *   b0(v: value):                            b0(v: value):
 *     c = value_is_float v                     c = value_is_float v
 *     branch c, b1, b2                         branch c, b1, b2
 *   b1:                                      b1:
 *     call{function=throwTypeError} "no"       call{function=throwTypeError} "no"
 *     unreachable                       =>     unreachable
 *   b2:                                      b2:
 *     d = value_is_bool v                      d = value_is_bool v
 *     branch d, b3, b4                         branch d, b1, b4
 *   b3:
 *     call{function=throwTypeError} "no"
 *     unreachable
 *
 * What is refused of several kinds of values is refused in the same words at the same place, once for each kind: lowering
 * goes through them one by one. Only blocks of the same place in the source are the same, since traces tell it. The branches
 * that then lead to one block twice are left to `merge-blocks`.
 */
import { removeUnreachable } from "../graph/flow.ts";
import {
  type Block,
  type Exit,
  exitOperand,
  type Graph,
  isVariable,
  type Link,
  linksOf,
  type Operand,
  type Variable,
} from "../graph/graph.ts";
import { printSpan, type Span } from "../source/span.ts";
import { graphPass } from "./pass.ts";

/** Longer blocks are work, not ends. */
const mostOperations = 8;

export const sharedEnds = graphPass("shared-ends", (graph) => {
  const numbers = new Map<object, number>();
  const firsts = new Map<string, Block>();
  const instead = new Map<Block, Block>();
  for (const one of graph.blocks.slice(1)) {
    if (!isEnd(one)) continue;
    const text = new EndText(one, numbers).text();
    const first = firsts.get(text);
    if (!first) firsts.set(text, one);
    else instead.set(one, first);
  }
  if (instead.size === 0) return;
  keepThoseUsedElsewhere(graph, instead);
  for (const { exit } of graph.blocks)
    for (const link of linksOf(exit)) link.target = instead.get(link.target) ?? link.target;
  removeUnreachable(graph);
});

/** Nothing comes after it but a handler. */
function isEnd({ operations, exit }: Block): boolean {
  if (operations.length > mostOperations) return false;
  if (exit.kind === "except") {
    const { target, args } = exit.normal;
    return args.length === 0 && target.operations.length === 0 && target.exit.kind === "unreachable";
  }
  return linksOf(exit).length === 0;
}

/** A handler may use what was computed before the exception. */
function keepThoseUsedElsewhere(graph: Graph, instead: Map<Block, Block>): void {
  const homes = new Map<Variable, Block>();
  for (const one of instead.keys()) {
    if (one.exit.kind !== "except") continue;
    for (const param of one.params) homes.set(param, one);
    for (const { result } of one.operations) if (result) homes.set(result, one);
  }
  if (homes.size === 0) return;
  for (const block of graph.blocks) {
    const use = (operand: Operand | undefined): void => {
      const home = operand && isVariable(operand) ? homes.get(operand) : undefined;
      if (home && home !== block) instead.delete(home);
    };
    for (const { args } of block.operations) args.forEach(use);
    use(exitOperand(block.exit));
    for (const { args } of linksOf(block.exit)) args.forEach(use);
  }
}

/** What a block does, as a text that is the same for blocks that do the same. */
class EndText {
  readonly #block: Block;
  /** Of the graph's variables and blocks. */
  readonly #numbers: Map<object, number>;
  /** The block's own variables, in order. */
  readonly #own = new Map<Variable, number>();

  constructor(block: Block, numbers: Map<object, number>) {
    this.#block = block;
    this.#numbers = numbers;
  }

  text(): string {
    const { params, operations, exit } = this.#block;
    const lines = params.map((param) => this.#define(param));
    for (const { op, args, result, attributes, span } of operations) {
      const given = args.map((one) => this.#operand(one)).join(",");
      lines.push(`${op} ${given} ${JSON.stringify(attributes)} ${spanText(span)}`);
      if (result) lines.push(this.#define(result));
    }
    lines.push(this.#exit(exit));
    return lines.join("\n");
  }

  #define(variable: Variable): string {
    this.#own.set(variable, this.#own.size);
    return String(variable.type);
  }

  #numberOf(one: object): number {
    let number = this.#numbers.get(one);
    if (number === undefined) this.#numbers.set(one, (number = this.#numbers.size));
    return number;
  }

  #operand(operand: Operand): string {
    if (!isVariable(operand)) {
      const value = "value" in operand ? operand.value : "";
      // JSON has no -0, no NaN and no BigInt.
      const shown = Object.is(value, -0) ? "-0" : String(value);
      return `${operand.kind} ${JSON.stringify({ ...operand, value: shown })}`;
    }
    const own = this.#own.get(operand);
    return own === undefined ? `v${this.#numberOf(operand)}` : `o${own}`;
  }

  #link({ target, args }: Link): string {
    return `b${this.#numberOf(target)}(${args.map((one) => this.#operand(one)).join(",")})`;
  }

  #exit(exit: Exit): string {
    switch (exit.kind) {
      case "return":
        return `return ${exit.value ? this.#operand(exit.value) : ""} ${spanText(exit.span)}`;
      case "raise":
        return `raise ${this.#operand(exit.value)} ${spanText(exit.span)}`;
      case "stop":
        return `stop ${exit.code} ${exit.message} ${spanText(exit.span)}`;
      case "except":
        this.#define(exit.caught);
        return `except ${this.#link(exit.handler)}`;
      case "jump":
      case "branch":
      case "switch":
      case "unreachable":
        return exit.kind;
    }
  }
}

function spanText(span: Span | undefined): string {
  if (!span) return "";
  return span.inlinedAt ? `${printSpan(span)} ${spanText(span.inlinedAt)}` : printSpan(span);
}
