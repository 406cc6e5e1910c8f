/**
 * Builds a function's graph in static single assignment form while its statements are walked.
 *
 *   let x = 1; while (c) x = x + 1; return x;
 *
 *   b0: jump b1(1)
 *   b1(x): branch c, b2, b3          b2: x2 = add x, 1; jump b1(x2)          b3: return x
 *
 * Braun et al. 2013, "Simple and Efficient Construction of Static Single Assignment Form", with block parameters for
 * phi functions. A source variable is known by a key, any object. A block is sealed once all its predecessors are
 * known; reading a variable in an unsealed block makes a parameter whose arguments are filled in then.
 */
import {
  type Attribute,
  type Block,
  block,
  constants,
  type Exit,
  type Graph,
  type Link,
  link,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
  variable,
} from "../../graph/graph.ts";
import { type HighOpName, opInfo } from "../../graph/ops.ts";
import type { Span } from "../../source/span.ts";
import { type Refinement, tidyGraph } from "./tidy.ts";

/** A source variable: anything with an identity and a name for people. */
export interface Key {
  readonly name: string;
  /** No name in the source stands for it. */
  readonly temporary?: true;
}

/** A branch of a test: `test` is the same object on both. */
export interface TestBranch {
  readonly test: object;
  readonly holds: boolean;
  readonly span: Span | undefined;
}

interface BlockState {
  readonly predecessors: { from: Block; link: Link }[];
  readonly values: Map<Key, Operand>;
  /** Parameters made before the block was sealed, in order. */
  readonly incomplete: { key: Key; parameter: Variable }[];
  sealed: boolean;
}

const readsMemory: ReadonlySet<HighOpName> = new Set(["get_property", "get_index", "get_global"]);

export class GraphBuilder {
  readonly graph: Graph;
  /** Where operations go. After an exit it is a block that nothing reaches; `finish` drops it. */
  current: Block;
  /** Where raising operations of the code at hand go, if it stands in a `try`: a block with the exception as its parameter. */
  handler: Block | undefined;
  readonly #states = new Map<Block, BlockState>();
  readonly #placed: Block[] = [];
  /** Parameters that stand for something of their own, not for a variable at a join. */
  readonly #pinned = new Set<Variable>();
  readonly #refinements = new Map<Variable, Refinement>();
  /** What was read from memory, with the operation that read it. */
  readonly #reads = new Map<Variable, Operation>();
  readonly #kept = new Set<Variable>();

  constructor(graph: Graph, params: Variable[]) {
    this.graph = graph;
    this.current = this.block(...params);
    for (const one of params) this.#pinned.add(one);
    this.start(this.current);
    this.seal(this.current);
  }

  /** A new block, not sealed. */
  block(...params: Variable[]): Block {
    const made = block(params);
    this.#states.set(made, { predecessors: [], values: new Map(), incomplete: [], sealed: false });
    return made;
  }

  /** A block for a `catch`: its parameter is the exception. */
  handlerBlock(name: string): Block {
    const caught = variable(name, "any");
    this.#pinned.add(caught);
    return this.block(caught);
  }

  /** Makes `target` the current block. */
  start(target: Block): void {
    this.#placed.push(target);
    this.current = target;
  }

  seal(target: Block): void {
    const state = this.#state(target);
    state.sealed = true;
    for (const { key } of state.incomplete) this.#fill(target, key);
    state.incomplete.length = 0;
  }

  sealAndStart(target: Block): void {
    this.seal(target);
    this.start(target);
  }

  /** True if something leads to the block. */
  isReached(target: Block): boolean {
    return this.#state(target).predecessors.length > 0;
  }

  emit(
    op: HighOpName,
    args: Operand[],
    span: Span | undefined,
    attributes: Record<string, Attribute> = {},
  ): Operand {
    const info = opInfo(op, "high");
    const result = info?.result === "void" ? undefined : variable("", "any");
    const operation = { op, args, result, attributes, span };
    this.current.operations.push(operation);
    if (result && readsMemory.has(op)) this.#reads.set(result, operation);
    if (info?.raises && this.handler) this.#splitForException(this.handler);
    return result ?? constants.undefined;
  }

  #splitForException(handler: Block): void {
    const caught = variable("caught", "any");
    const next = this.block();
    this.#exit({ kind: "except", normal: link(next), caught, handler: link(handler, caught) });
    this.sealAndStart(next);
  }

  jump(target: Block, ...args: Operand[]): void {
    this.#leave({ kind: "jump", link: link(target, ...args) });
  }

  branch(condition: Operand, then: Block, otherwise: Block): void {
    this.#leave({ kind: "branch", condition, then: link(then), else: link(otherwise) });
  }

  /** A value that comes over several ways: the parameter of a block where they meet. */
  join(ways: (meet: (value: Operand) => void) => void): Operand {
    const result = variable("", "any");
    const meeting = this.block(result);
    ways((value) => this.jump(meeting, value));
    this.sealAndStart(meeting);
    return result;
  }

  /** The value of one of two ways, by a test. */
  either(test: Operand, holds: () => Operand, otherwise: () => Operand): Operand {
    return this.join((meet) => {
      const [yes, no] = [this.block(), this.block()];
      this.branch(test, yes, no);
      this.sealAndStart(yes);
      meet(holds());
      this.sealAndStart(no);
      meet(otherwise());
    });
  }

  return(value: Operand, span: Span | undefined): void {
    this.#leave({ kind: "return", value, span });
  }

  /** The program ends here, with one of `stops`. */
  stop(code: string, message: string, span: Span | undefined): void {
    this.#leave({ kind: "stop", code, message, span });
  }

  /** Throws: to the handler, if there is one here. */
  raise(value: Operand, span: Span | undefined): void {
    if (this.handler) this.jump(this.handler, value);
    else this.#leave({ kind: "raise", value, span });
  }

  /** A new name for a value that carries what a test has shown. `test` and `holds` tell the branches of one test apart. */
  refine(
    value: Variable,
    others: Operand[],
    attributes: Record<string, Attribute>,
    origin: TestBranch,
  ): Variable {
    const result = variable("", "any");
    this.current.operations.push({
      op: "refine",
      args: [value, ...others],
      result,
      attributes,
      span: origin.span,
    });
    this.#refinements.set(result, { base: value, test: origin.test, holds: origin.holds });
    return result;
  }

  /** The operation that read a value from memory. */
  readOf(value: Variable): Operation | undefined {
    return this.#reads.get(value);
  }

  /** A name for what was read from memory stays if the function may read it again. */
  keepIfReadAgain(refined: Variable): void {
    this.#kept.add(refined);
  }

  write(key: Key, value: Operand): void {
    if (value.kind === "variable" && value.name === "") {
      value.name = key.name;
      if (!key.temporary) value.declared = true;
    }
    this.#state(this.current).values.set(key, value);
  }

  read(key: Key): Operand {
    return this.#readIn(this.current, key);
  }

  /** Ends construction: drops what nothing reaches and the parameters that the construction need not have made. */
  finish(): Graph {
    this.graph.blocks = tidyGraph(this.#placed, this.#pinned, this.#refinements, this.#kept);
    return this.graph;
  }

  #state(of: Block): BlockState {
    const state = this.#states.get(of);
    if (!state) throw new Error("a block of another graph");
    return state;
  }

  #exit(exit: Exit): void {
    const from = this.current;
    from.exit = exit;
    for (const one of linksOf(exit)) this.#addPredecessor(from, one);
  }

  /** Ends the current block; what follows is unreachable until `start`. */
  #leave(exit: Exit): void {
    this.#exit(exit);
    this.sealAndStart(this.block());
  }

  #addPredecessor(from: Block, through: Link): void {
    const state = this.#state(through.target);
    if (state.sealed) throw new Error("a sealed block gets a predecessor");
    state.predecessors.push({ from, link: through });
  }

  #readIn(from: Block, key: Key): Operand {
    // A long chain of single predecessors is walked without recursion: straight code in a `try` makes one.
    const passed: BlockState[] = [];
    let at = from;
    let found: Operand | undefined;
    for (;;) {
      const state = this.#state(at);
      found = state.values.get(key);
      if (found) break;
      passed.push(state);
      const only = state.predecessors[0];
      if (state.sealed && state.predecessors.length === 1 && only) {
        at = only.from;
        continue;
      }
      found = this.#readAtJoin(at, key);
      break;
    }
    for (const state of passed) state.values.set(key, found);
    return found;
  }

  #readAtJoin(at: Block, key: Key): Operand {
    const state = this.#state(at);
    if (state.sealed && state.predecessors.length === 0) return constants.undefined;
    const parameter = variable(key.name, "any");
    if (!key.temporary) parameter.declared = true;
    at.params.push(parameter);
    state.values.set(key, parameter);
    if (state.sealed) this.#fill(at, key);
    else state.incomplete.push({ key, parameter });
    return parameter;
  }

  #fill(at: Block, key: Key): void {
    for (const { from, link: through } of this.#state(at).predecessors) {
      through.args.push(this.#readIn(from, key));
    }
  }
}
