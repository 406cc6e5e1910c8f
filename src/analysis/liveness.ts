/**
 * Which variables are still needed where: live from the definition to the last use.
 *
 * One walk up from each use to the definition (Boissinot et al., "Computing Liveness Sets for SSA-Form Programs",
 * 2011): the work is the size of the result, and asking for a few variables costs only them.
 */
import { predecessors } from "../graph/flow.ts";
import {
  type Block,
  exitOperand,
  type Graph,
  isVariable,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";

const nothing: ReadonlySet<Variable> = new Set();

export class Liveness {
  readonly #wanted: (variable: Variable) => boolean;
  readonly #predecessors: ReadonlyMap<Block, readonly Block[]>;
  readonly #liveIn = new Map<Block, Set<Variable>>();
  readonly #liveOut = new Map<Block, Set<Variable>>();
  readonly #home = new Map<Variable, Block>();

  /** `wanted` limits the analysis, to references for example. */
  constructor(graph: Graph, wanted: (variable: Variable) => boolean = () => true) {
    this.#wanted = wanted;
    this.#predecessors = predecessors(graph);
    for (const block of graph.blocks) this.#definitions(block);
    for (const block of graph.blocks) this.#uses(block);
  }

  /** Needed at the start of the block or later, from outside it: its parameters are not among them. */
  atStart(block: Block): ReadonlySet<Variable> {
    return this.#liveIn.get(block) ?? nothing;
  }

  /** Needed by blocks that follow; not what only the exit itself and its links read. */
  atEnd(block: Block): ReadonlySet<Variable> {
    return this.#liveOut.get(block) ?? nothing;
  }

  /** `atEnd` of all blocks; those with nothing are missing. */
  get liveOut(): ReadonlyMap<Block, ReadonlySet<Variable>> {
    return this.#liveOut;
  }

  /**
   * Visits the operations of a block from the last to the first with what is live across each: defined before it and
   * used after it. The set is one and the same, changed on the way.
   */
  walk(
    block: Block,
    visit: (operation: Operation, index: number, across: ReadonlySet<Variable>) => void,
  ): void {
    const live = new Set(this.atEnd(block));
    const use = (operand: Operand): void => {
      if (isVariable(operand) && this.#wanted(operand)) live.add(operand);
    };
    for (const link of linksOf(block.exit)) for (const arg of link.args) use(arg);
    const value = exitOperand(block.exit);
    if (value) use(value);
    if (block.exit.kind === "except") live.delete(block.exit.caught);
    for (let index = block.operations.length - 1; index >= 0; index--) {
      const operation = block.operations[index] as Operation;
      if (operation.result) live.delete(operation.result);
      visit(operation, index, live);
      for (const arg of operation.args) use(arg);
    }
  }

  /** What is live across one operation. To ask for many, `walk`. */
  across(block: Block, index: number): Set<Variable> {
    let found = new Set<Variable>();
    this.walk(block, (_, at, live) => {
      if (at === index) found = new Set(live);
    });
    return found;
  }

  #definitions(block: Block): void {
    for (const param of block.params) this.#home.set(param, block);
    for (const { result } of block.operations) if (result) this.#home.set(result, block);
    if (block.exit.kind === "except") this.#home.set(block.exit.caught, block);
  }

  #uses(block: Block): void {
    const use = (operand: Operand): void => {
      if (isVariable(operand) && this.#wanted(operand)) this.#reach(operand, block);
    };
    for (const operation of block.operations) for (const arg of operation.args) use(arg);
    const value = exitOperand(block.exit);
    if (value) use(value);
    for (const link of linksOf(block.exit)) for (const arg of link.args) use(arg);
  }

  /** Makes a variable live from its definition to the start of a block that uses it. */
  #reach(variable: Variable, user: Block): void {
    const home = this.#home.get(variable);
    const work = [user];
    for (let block = work.pop(); block; block = work.pop()) {
      if (block === home || !addTo(this.#liveIn, block, variable)) continue;
      for (const before of this.#predecessors.get(block) ?? []) {
        addTo(this.#liveOut, before, variable);
        work.push(before);
      }
    }
  }
}

/** The liveness of all variables, or of those that are wanted. */
export function liveness(graph: Graph, wanted?: (variable: Variable) => boolean): Liveness {
  return new Liveness(graph, wanted);
}

/** True if the variable was not there yet. */
function addTo(sets: Map<Block, Set<Variable>>, block: Block, variable: Variable): boolean {
  const set = sets.get(block);
  if (!set) sets.set(block, new Set([variable]));
  else if (set.has(variable)) return false;
  else set.add(variable);
  return true;
}
