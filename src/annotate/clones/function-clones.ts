import type { Block, Graph, Operand, Operation, Variable } from "../../graph/graph.ts";
import type { BlockState, FlowNode } from "../flow/flow-node.ts";
import { Slot } from "../flow/slot.ts";
import { type RepeatedRead, repeatedReads } from "../reads/repeated-reads.ts";
import type { Environment } from "./environment.ts";

/** A function as flow sees it: one for each environment in which it is used. */
export class FunctionClone {
  readonly graph: Graph;
  readonly name: string;
  readonly environment: Environment;
  readonly slots = new Map<Variable, Slot>();
  /** Parameters of the entry block, in its order. */
  readonly params: readonly Slot[];
  readonly result = new Slot();
  /** Some call of it comes back. */
  returns = false;
  reached = false;
  readonly blocks = new Map<Block, BlockState>();
  /** Reads of what is known already, as far as flow has not found a write between. */
  readonly knownReads: Map<Operation, RepeatedRead>;
  /** Calls that wait for the first return. */
  readonly returnReaders = new Set<FlowNode>();

  /** Functions that meet at one call share a signature; a tree of `sameAs` (union-find). */
  sameAs: FunctionClone | undefined = undefined;
  /** Parameters that only the signature has. */
  readonly extraParams: Slot[] = [];
  /** The parameter that only the signature has for `this`. */
  extraThis: Slot | undefined = undefined;

  constructor(graph: Graph, name: string, environment: Environment) {
    this.graph = graph;
    this.name = name;
    this.environment = environment;
    this.knownReads = new Map(repeatedReads(graph));
    this.params = (graph.blocks[0]?.params ?? []).map((one) => this.slotOf(one));
  }

  slotOf(variable: Variable): Slot {
    let slot = this.slots.get(variable);
    if (!slot) {
      slot = new Slot();
      this.slots.set(variable, slot);
    }
    return slot;
  }

  get thisSlot(): Slot | undefined {
    return this.graph.hasThis ? this.params[this.graph.captures] : this.extraThis;
  }

  get thisVariable(): Variable | undefined {
    return this.graph.hasThis ? this.graph.blocks[0]?.params[this.graph.captures] : undefined;
  }

  /** Index of the first declared parameter in `params`. */
  get firstParameter(): number {
    return this.graph.captures + (this.graph.hasThis ? 1 : 0);
  }

  /** The declared parameters and then those that only the signature has. */
  parameter(i: number): Slot | undefined {
    const own = this.ownArity;
    return i < own ? this.params[this.firstParameter + i] : this.extraParams[i - own];
  }

  /** The number of declared parameters. */
  get ownArity(): number {
    return this.params.length - this.firstParameter;
  }

  get arity(): number {
    return this.ownArity + this.extraParams.length;
  }
}

export function isVariableOperand(operand: Operand | undefined): operand is Variable {
  return operand?.kind === "variable";
}
