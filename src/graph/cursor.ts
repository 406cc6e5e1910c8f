/** Builds graphs: a place in a block at which operations are added. */
import type { Span } from "../source/span.ts";
import {
  type Attribute,
  type Block,
  block,
  type Exit,
  type Graph,
  type Operand,
  type Operation,
  type Variable,
  variable,
} from "./graph.ts";
import { type OpName, ops } from "./ops.ts";
import type { Type } from "./types.ts";

type Attributes = Readonly<Record<string, Attribute>>;

const noAttributes: Attributes = {};

export class Cursor {
  readonly graph: Graph;
  block: Block;
  /** Where in the block the next operation goes. */
  index: number;
  /** Given to every operation and exit made here. */
  span: Span | undefined;

  /** A cursor at the end of a block, or before its operation `index`. */
  constructor(graph: Graph, at: Block, index = at.operations.length) {
    this.graph = graph;
    this.block = at;
    this.index = index;
  }

  /** Adds an operation that has a result; `type` is needed where the table does not say it. */
  emit(op: OpName, args: Operand[], attributes?: Attributes, type?: Type, name = "v"): Variable {
    const result = variable(name, type ?? ops[op].result);
    if (result.type === "void") throw new Error(`${op} has no result: use perform`);
    this.insert({ op, args, result, attributes: attributes ?? noAttributes, span: this.span });
    return result;
  }

  /** Adds an operation whose result is void, or nobody's concern. */
  perform(op: OpName, args: Operand[], attributes?: Attributes): void {
    this.insert({ op, args, result: undefined, attributes: attributes ?? noAttributes, span: this.span });
  }

  insert(operation: Operation): void {
    this.block.operations.splice(this.index++, 0, operation);
  }

  /** A new block of the graph, last in its order. */
  newBlock(...params: Variable[]): Block {
    const made = block(params);
    this.graph.blocks.push(made);
    return made;
  }

  /** Goes to the end of a block. */
  moveTo(target: Block): void {
    this.block = target;
    this.index = target.operations.length;
  }

  /**
   * Cuts the block here: what follows, with the exit, goes to a new block, right after this one in the graph's order.
   * The cursor stays at the end of the first part, whose exit is for the caller to give.
   */
  split(...params: Variable[]): Block {
    const rest = block(params);
    rest.operations = this.block.operations.splice(this.index);
    rest.exit = this.block.exit;
    this.block.exit = { kind: "unreachable" };
    this.graph.blocks.splice(this.graph.blocks.indexOf(this.block) + 1, 0, rest);
    return rest;
  }

  exit(exit: Exit): void {
    this.block.exit = exit;
  }

  jump(target: Block, ...args: Operand[]): void {
    this.exit({ kind: "jump", link: { target, args } });
  }

  /** Branches without arguments. */
  branch(condition: Operand, yes: Block, no: Block, likely?: boolean): void {
    const then = { target: yes, args: [] };
    const otherwise = { target: no, args: [] };
    const hint = likely === undefined ? {} : { likely };
    this.exit({ kind: "branch", condition, then, else: otherwise, ...hint });
  }

  return(value?: Operand): void {
    this.exit({ kind: "return", value, ...this.#spanned() });
  }

  raise(value: Operand): void {
    this.exit({ kind: "raise", value, ...this.#spanned() });
  }

  /** Ends the program with a code of source/stops.ts. */
  stop(code: string, message: string): void {
    this.exit({ kind: "stop", code, message, ...this.#spanned() });
  }

  #spanned(): { span?: Span } {
    return this.span ? { span: this.span } : {};
  }
}
