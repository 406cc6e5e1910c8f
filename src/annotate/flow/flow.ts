/**
 * The first fixpoint: what kinds of values and which classes reach every slot of the program.
 *
 * A function is looked at when a call reaches it, a block when a branch can take it, an operation when those before it
 * complete. What is known only grows, each rule is monotone, and so the result does not depend on the order in which
 * the worklist is served. (Subset-based flow as in Andersen 1994, over 0-CFA clones of generic code.)
 */
import { type Constant, type Link, linksOf, type Operand } from "../../graph/graph.ts";
import type { HighOpName } from "../../graph/ops.ts";
import type { Program } from "../../graph/program.ts";
import { isTaggedClass } from "../../graph/tagged.ts";
import type { ClassClone } from "../clones/class-clones.ts";
import { Clones } from "../clones/clones.ts";
import { type Environment, emptyEnvironment } from "../clones/environment.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import { constantNumber } from "../numbers/number-set.ts";
import { Reflected } from "../reflected.ts";
import { operationRules } from "../rules/operation-rules.ts";
import { SharedRepresentations } from "../shared-representations.ts";
import type { BlockState, FlowNode } from "./flow-node.ts";
import { bit } from "./kinds.ts";
import { comparedLiterals, joinLiterals, type Literal, type Literals, literalOf } from "./literals.ts";
import { constantSlot, Slot, unknownLiterals } from "./slot.ts";

const constantBits: Record<Constant["kind"], number> = {
  int: bit.number,
  float: bit.number,
  bool: 0,
  undefined: bit.undefined,
  null: bit.null,
  nil: bit.null,
  string: bit.string,
  bigint: bit.bigint,
  function: 0,
  static: 0,
  typeid: bit.number,
  special: 0,
};

const noMoves: FlowNode["moves"] = new Map();

/** Chooses the next of `length` waiting nodes; tests shuffle with it. */
export type Pick = (length: number) => number;

export class Flow extends Clones {
  readonly globals = new Map<string, Slot>();
  /** Everything that is thrown anywhere. */
  readonly thrown = new Slot();
  readonly shared = new SharedRepresentations();
  readonly reflected = new Reflected();
  readonly hasTaggedClasses: boolean;
  readonly #pick: Pick | undefined;
  readonly #queue: FlowNode[] = [];
  #head = 0;
  readonly #constants = new Map<string, Slot>();
  readonly #compared: ReadonlySet<Literal>;

  constructor(source: Program, pick?: Pick) {
    super(source);
    this.#pick = pick;
    this.hasTaggedClasses = [...source.classes.keys()].some(isTaggedClass);
    this.#compared = comparedLiterals(source);
    for (const global of source.globals.values()) {
      const slot = new Slot();
      this.globals.set(global.name, slot);
      if (global.initial) {
        const initial = this.constant(global.initial, emptyEnvironment);
        slot.bits = initial.bits;
        slot.literals = initial.literals;
        for (const one of initial.objects) slot.addObject(one);
        slot.wanted = slot.holdsUndefinedAnyway;
        slot.seed = initial.numbers;
      }
    }
  }

  // Slots.

  /** Adds kinds and classes to a slot. */
  join(
    slot: Slot,
    bits: number,
    objects: Iterable<ClassClone> = [],
    literals: Literals = unknownLiterals(bits),
  ): void {
    if (slot.constant) return;
    let changed = (slot.bits | bits) !== slot.bits;
    slot.bits |= bits;
    const joined = joinLiterals(slot.literals, literals);
    if (joined !== slot.literals) {
      slot.literals = joined;
      changed = true;
    }
    for (const one of objects) {
      if (slot.objects.has(one)) continue;
      slot.addObject(one);
      changed = true;
    }
    if (!changed) return;
    for (const node of slot.readers) this.enqueue(node);
    if (!slot.wanted && slot.holdsUndefinedAnyway) this.want(slot);
  }

  /** `node` moves whatever is in `from` to `to`, of objects those of `classes`. The wish for undefined goes the other way. */
  pass(from: Slot, to: Slot, node: FlowNode, classes?: (one: ClassClone) => boolean): void {
    this.copy(from, to, node, classes);
    if (to.wanted) this.want(from);
    else to.addWantReader(node);
  }

  /** Like `pass` through memory, behind which nobody asks whether undefined is wanted. */
  copy(from: Slot, to: Slot, node: FlowNode, classes?: (one: ClassClone) => boolean): void {
    from.addReader(node);
    this.move(node, from, to);
    this.join(to, from.bits, classes ? [...from.objects].filter(classes) : from.objects, from.literals);
  }

  /**
   * What is read from memory. Where a string may be undefined it costs as much as one that is always there, so memory
   * for strings keeps the undefined that its readers want; other memory would need a `value`, or a test at each use.
   */
  load(memory: Slot, result: Slot, node: FlowNode): void {
    if (memory.has(bit.string)) this.pass(memory, result, node);
    else this.copy(memory, result, node);
  }

  /** Remembers for the second fixpoint that the numbers in `from` reach `to`. */
  move(node: FlowNode, from: Slot, to: Slot): void {
    if (node.moves === noMoves) node.moves = new Map();
    const known = node.moves.get(from);
    if (known) known.add(to);
    else (node.moves as Map<Slot, Set<Slot>>).set(from, new Set([to]));
  }

  /** Undefined from an out-of-range read makes sense in this slot. */
  want(slot: Slot): void {
    if (slot.wanted || slot.constant) return;
    slot.wanted = true;
    for (const node of slot.wantReaders) this.enqueue(node);
  }

  operandSlot(clone: FunctionClone, operand: Operand): Slot {
    return operand.kind === "variable" ? clone.slotOf(operand) : this.constant(operand, clone.environment);
  }

  constant(operand: Constant, environment: Environment): Slot {
    if (operand.kind === "function") return this.functionValue(operand.name, environment);
    const bits =
      operand.kind === "bool" ? (operand.value ? bit.true : bit.false) : constantBits[operand.kind];
    const isNumber = operand.kind === "int" || operand.kind === "float";
    const isCompared = operand.kind === "string" && this.#compared.has(operand.value);
    const key =
      isNumber || isCompared
        ? `${operand.kind} ${Object.is(operand.value, -0) ? "-0" : operand.value}`
        : String(bits);
    let slot = this.#constants.get(key);
    if (!slot) {
      slot = constantSlot(bits);
      slot.literals = literalOf(operand, this.#compared);
      if (isNumber) slot.numbers = constantNumber(operand.kind, operand.value);
      this.#constants.set(key, slot);
    }
    return slot;
  }

  /** The slot of a function that captures nothing, as a value. */
  functionValue(name: string, environment: Environment): Slot {
    const closure = this.closureClass(name, environment);
    const key = closure ? `@${closure.name}` : "never";
    let slot = this.#constants.get(key);
    if (!slot) {
      slot = constantSlot(0, closure);
      this.#constants.set(key, slot);
    }
    return slot;
  }

  // Calls.

  /**
   * `node` calls `target`. Missing arguments are undefined, those in excess are dropped. Returns whether some call
   * comes back.
   */
  call(node: FlowNode, target: FunctionClone, args: readonly Slot[], result: Slot | undefined): boolean {
    node.targets.add(target);
    return this.passArguments(node, target, args, result);
  }

  /** A call that the operation's targets do not tell of. */
  passArguments(
    node: FlowNode,
    target: FunctionClone,
    args: readonly Slot[],
    result: Slot | undefined,
  ): boolean {
    this.reach(target);
    for (let i = target.firstParameter; i < target.params.length; i++) {
      const param = target.params[i]!;
      const arg = args[i - target.firstParameter];
      if (arg) this.pass(arg, param, node);
      else this.join(param, bit.undefined);
    }
    if (!target.returns) {
      target.returnReaders.add(node);
      return false;
    }
    if (result) this.pass(target.result, result, node);
    return true;
  }

  reach(clone: FunctionClone): void {
    if (clone.reached) return;
    clone.reached = true;
    this.#reachBlock(this.blockState(clone, clone.graph.blocks[0]!));
  }

  blockState(clone: FunctionClone, block: FunctionClone["graph"]["blocks"][number]): BlockState {
    let state = clone.blocks.get(block);
    if (!state) {
      state = { block, clone, reached: false, done: 0, nodes: [] };
      clone.blocks.set(block, state);
    }
    return state;
  }

  #reachBlock(state: BlockState): void {
    if (state.reached) return;
    state.reached = true;
    this.#activate(state, 0);
  }

  #activate(state: BlockState, index: number): void {
    const known = state.nodes[index];
    if (known) {
      this.enqueue(known);
      return;
    }
    const { clone, block } = state;
    const operation = block.operations[index];
    const operands = operation ? operation.args : exitOperands(state);
    const args = operands.map((one) => this.operandSlot(clone, one));
    const result = operation?.result ? clone.slotOf(operation.result) : undefined;
    const node: FlowNode = {
      clone,
      state,
      index,
      operation,
      args,
      result,
      targets: new Set(),
      conversions: new Set(),
      moves: noMoves,
      queued: false,
      order: 0,
    };
    state.nodes[index] = node;
    for (const arg of args) arg.addReader(node);
    this.enqueue(node);
  }

  // The worklist.

  enqueue(node: FlowNode): void {
    if (node.queued) return;
    node.queued = true;
    this.#queue.push(node);
  }

  /** Works until nothing changes. */
  run(): void {
    do {
      for (let node = this.#next(); node; node = this.#next()) this.#evaluate(node);
    } while (this.shared.spread(this));
  }

  #next(): FlowNode | undefined {
    const waiting = this.#queue.length - this.#head;
    if (waiting === 0) {
      this.#queue.length = 0;
      this.#head = 0;
      return undefined;
    }
    if (this.#pick) {
      const chosen = this.#head + this.#pick(waiting);
      const other = this.#queue[this.#head]!;
      this.#queue[this.#head] = this.#queue[chosen]!;
      this.#queue[chosen] = other;
    }
    const node = this.#queue[this.#head++]!;
    node.queued = false;
    return node;
  }

  #evaluate(node: FlowNode): void {
    const { state, operation } = node;
    if (!operation) {
      this.#evaluateExit(node);
      return;
    }
    const completes = operationRules[operation.op as HighOpName](this, node);
    const { operations, exit } = state.block;
    if (node.index === operations.length - 1 && exit.kind === "except")
      this.#activate(state, operations.length);
    if (completes && node.index === state.done) {
      state.done++;
      this.#activate(state, state.done);
    }
  }

  #evaluateExit(node: FlowNode): void {
    const { clone, state } = node;
    const exit = state.block.exit;
    switch (exit.kind) {
      case "jump":
        this.#follow(node, exit.link);
        break;
      case "branch": {
        const condition = this.operandSlot(clone, exit.condition);
        if (condition.has(bit.true)) this.#follow(node, exit.then);
        if (condition.has(bit.false)) this.#follow(node, exit.else);
        break;
      }
      case "switch":
        if (!this.operandSlot(clone, exit.value).isEmpty)
          for (const one of linksOf(exit)) this.#follow(node, one);
        break;
      case "return":
        if (!clone.returns) {
          clone.returns = true;
          for (const reader of clone.returnReaders) this.enqueue(reader);
        }
        if (exit.value) this.pass(this.operandSlot(clone, exit.value), clone.result, node);
        else this.join(clone.result, bit.undefined);
        break;
      case "raise":
        this.copy(this.operandSlot(clone, exit.value), this.thrown, node);
        break;
      case "except":
        if (state.done === state.block.operations.length) this.#follow(node, exit.normal);
        this.copy(this.thrown, clone.slotOf(exit.caught), node);
        if (!this.thrown.isEmpty) this.#follow(node, exit.handler);
        break;
      case "stop":
      case "unreachable":
        break;
    }
  }

  #follow(node: FlowNode, link: Link): void {
    const { clone } = node;
    link.args.forEach((arg, i) => {
      const param = link.target.params[i];
      if (param) this.pass(this.operandSlot(clone, arg), clone.slotOf(param), node);
    });
    this.#reachBlock(this.blockState(clone, link.target));
  }
}

function exitOperands(state: BlockState): Operand[] {
  const exit = state.block.exit;
  const operands = linksOf(exit).flatMap((one) => one.args);
  if (exit.kind === "branch") operands.push(exit.condition);
  if (exit.kind === "switch" || exit.kind === "raise") operands.push(exit.value);
  if (exit.kind === "return" && exit.value) operands.push(exit.value);
  return operands;
}
