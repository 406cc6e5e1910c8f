/** Deep copies of graphs: variables, blocks and operations are new, constants, types and spans are shared. */
import type { Span } from "../source/span.ts";
import {
  type Block,
  block,
  type Exit,
  type Graph,
  isVariable,
  type Link,
  type Operand,
  type Variable,
  version,
} from "./graph.ts";

export interface Copy {
  readonly blocks: Block[];
  /** The copy of each variable that the blocks define. */
  readonly variables: ReadonlyMap<Variable, Variable>;
  /** The copy of each block. */
  readonly twins: ReadonlyMap<Block, Block>;
}

class Copier {
  readonly variables = new Map<Variable, Variable>();
  readonly twins = new Map<Block, Block>();
  readonly #span: (span: Span | undefined) => Span | undefined;

  constructor(span: (span: Span | undefined) => Span | undefined) {
    this.#span = span;
  }

  define(one: Variable): Variable {
    const made = version(one);
    this.variables.set(one, made);
    return made;
  }

  /** Makes the definitions of a block, so that uses may come before them. */
  declare(one: Block): void {
    const made = block(one.params.map((param) => this.define(param)));
    this.twins.set(one, made);
    for (const operation of one.operations) if (operation.result) this.define(operation.result);
    if (one.exit.kind === "except") this.define(one.exit.caught);
  }

  fill(one: Block): void {
    const twin = this.#twin(one);
    twin.operations = one.operations.map((operation) => ({
      op: operation.op,
      args: operation.args.map((arg) => this.#operand(arg)),
      result: operation.result && this.#variable(operation.result),
      attributes: operation.attributes,
      span: this.#span(operation.span),
    }));
    twin.exit = this.#exit(one.exit);
  }

  #variable(one: Variable): Variable {
    // A variable from outside the copied blocks stays what it is.
    return this.variables.get(one) ?? one;
  }

  #twin(one: Block): Block {
    return this.twins.get(one) ?? one;
  }

  #operand(one: Operand): Operand {
    return isVariable(one) ? this.#variable(one) : one;
  }

  #link(one: Link): Link {
    return { target: this.#twin(one.target), args: one.args.map((arg) => this.#operand(arg)) };
  }

  #exit(exit: Exit): Exit {
    switch (exit.kind) {
      case "return":
        return { ...exit, value: exit.value && this.#operand(exit.value), ...this.#spanned(exit.span) };
      case "raise":
        return { ...exit, value: this.#operand(exit.value), ...this.#spanned(exit.span) };
      case "jump":
        return { kind: "jump", link: this.#link(exit.link) };
      case "branch":
        return {
          ...exit,
          condition: this.#operand(exit.condition),
          then: this.#link(exit.then),
          else: this.#link(exit.else),
        };
      case "switch":
        return {
          kind: "switch",
          value: this.#operand(exit.value),
          cases: exit.cases.map((one) => ({ value: one.value, link: this.#link(one.link) })),
          otherwise: this.#link(exit.otherwise),
        };
      case "except":
        return {
          kind: "except",
          normal: this.#link(exit.normal),
          caught: this.#variable(exit.caught),
          handler: this.#link(exit.handler),
        };
      case "stop":
        return { ...exit, ...this.#spanned(exit.span) };
      case "unreachable":
        return { kind: "unreachable" };
    }
  }

  #spanned(span: Span | undefined): { span?: Span } {
    const made = this.#span(span);
    return made ? { span: made } : {};
  }
}

/** Copies blocks; links and variables that lead out of them stay. `span` may change spans, for inlining. */
export function copyBlocks(
  blocks: readonly Block[],
  span: (span: Span | undefined) => Span | undefined = (same) => same,
): Copy {
  const copier = new Copier(span);
  for (const one of blocks) copier.declare(one);
  for (const one of blocks) copier.fill(one);
  return {
    blocks: blocks.map((one) => copier.twins.get(one) as Block),
    variables: copier.variables,
    twins: copier.twins,
  };
}

/** A copy of a graph under its own or another name. */
export function copyGraph(graph: Graph, name: string = graph.name): Graph {
  return { ...graph, name, notes: { ...graph.notes }, blocks: copyBlocks(graph.blocks).blocks };
}
