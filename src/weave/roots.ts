/**
 * Weaves allocations and roots in.
 *
 * At each operation that may collect, the references and values that live on afterwards are saved on the shadow stack
 * and loaded again under new names, since a moving collector changes them. For an allocation all that happens on the
 * slow path only:
 *
 *   b0: …                              b0: free, next, over = …
 *     o = allocate{struct=P}      =>     branch over, slow(), fast()
 *     use p, o                         slow: roots_enter{slots=1}; root_save{index=0} p
 *                                        a = call{function=…allocateSlow} 16, typeid:P
 *                                        p1 = root_load{index=0}; roots_leave{slots=1}; jump join(a)
 *                                      fast: set_state{field=freePointer} next; jump join(free)
 *                                      join(a2): o = object_at a2, typeid:P; use p', o
 *
 * An operation that collects only when it raises saves what is needed there: nothing where nobody catches that.
 *
 * The single names p and p1 become one again by SSA reconstruction (graph/rename.ts). Collectors that find roots by
 * themselves (`none`, a conservative one) get no saves.
 */
import { liveness } from "../analysis/liveness.ts";
import {
  type Block,
  block,
  constants,
  type Graph,
  link,
  type Operation,
  type Variable,
  variable,
} from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { renameVersions } from "../graph/rename.ts";
import { newFrame } from "../graph/root-words.ts";
import type { WordSize } from "../graph/struct-layout.ts";
import type { LowType } from "../graph/types.ts";
import {
  type Allocation,
  type AllocationPlan,
  isAllocation,
  planAllocation,
  Sequence,
  writtenFields,
} from "./allocation.ts";
import { type Folding, isFollower, type Member, type Share } from "./folding.ts";
import type { LocalObjects } from "./locals.ts";
import { type RootSite, shareFramesInLoops } from "./loop-frames.ts";

export interface RootOptions {
  readonly wordSize: WordSize;
  /** Save live references around operations that may collect. */
  readonly shadowStack: boolean;
  /** The collector allocates at `freePointer`; otherwise by calls only. */
  readonly bumpAllocates: boolean;
  /** Which allocations take their memory together. */
  readonly folding: Folding;
  /** Objects that never move: they are saved, for what they lead to, but not loaded again. */
  readonly locals: LocalObjects;
  /** Appends the call that gets memory, that of a group if it has `members`; gives the address. */
  readonly allocateCall: (sequence: Sequence, plan: AllocationPlan, members: readonly Member[]) => Variable;
  /** True if an operation other than an allocation may collect. */
  readonly canCollect: (operation: Operation) => boolean;
  /** True if it may have collected when it comes back without an exception; unknown: if it can collect. */
  readonly collectsAndReturns?: (operation: Operation) => boolean;
  /** Operations over which a frame is kept that a collection may stop at. */
  readonly recurs?: (operation: Operation) => boolean;
}

/** Replaces the allocations of a graph and keeps its live references findable. */
export function weaveRoots(program: Program, graph: Graph, options: RootOptions): void {
  new RootWeaver(program, graph, options).run();
}

class RootWeaver {
  readonly #program: Program;
  readonly #graph: Graph;
  readonly #options: RootOptions;
  readonly #versions = new Map<Variable, Variable[]>();
  /** Where the memory of a group begins, by its leader. */
  readonly #memory = new Map<Operation, Variable>();
  /** The places that may collect. */
  readonly #sites: RootSite[] = [];
  #blocks: Block[] = [];

  constructor(program: Program, graph: Graph, options: RootOptions) {
    this.#program = program;
    this.#graph = graph;
    this.#options = options;
  }

  run(): void {
    const { locals } = this.#options;
    const collects = (one: Operation): boolean => isAllocation(one) || this.#options.canCollect(one);
    if (!this.#graph.blocks.some((one) => one.operations.some(collects))) return;
    const live = this.#options.shadowStack ? liveness(this.#graph, isRoot) : undefined;
    for (const one of this.#graph.blocks) {
      const roots = new Map<Operation, readonly Variable[]>();
      live?.walk(one, (operation, index, across) => {
        if (!collects(operation) || isFollower(this.#options.folding, operation)) return;
        const raised = this.#collectsAndReturns(operation) ? undefined : whereRaised(one, index);
        const needed = raised && live.atStart(raised);
        roots.set(
          operation,
          [...across].filter((root) => locals.get(root) !== false && needed?.has(root) !== false),
        );
      });
      this.#block(one, roots);
    }
    this.#graph.blocks = this.#blocks;
    renameVersions(this.#graph, this.#versions);
    if (this.#options.shadowStack) shareFramesInLoops(this.#graph, this.#sites);
  }

  #collectsAndReturns(operation: Operation): boolean {
    return isAllocation(operation) || this.#options.collectsAndReturns?.(operation) !== false;
  }

  #block(first: Block, rootsOf: ReadonlyMap<Operation, readonly Variable[]>): void {
    const { operations, exit } = first;
    first.operations = [];
    this.#blocks.push(first);
    let current = first;
    for (const [index, operation] of operations.entries()) {
      const roots = rootsOf.get(operation) ?? [];
      if (isAllocation(operation)) {
        const plan = this.#plan(current, operation, operations.slice(index + 1));
        if (isFollower(this.#options.folding, operation)) this.#take(current, operation, plan);
        else current = this.#allocation(current, operation, plan, roots);
      } else if (roots.length > 0) this.#around(current, operation, roots);
      else {
        current.operations.push(operation);
        if (this.#options.canCollect(operation)) this.#site(current, [operation], 0, false);
      }
    }
    current.exit = exit;
  }

  /** Saves before an operation, loads after it. */
  #around(current: Block, operation: Operation, roots: readonly Variable[]): void {
    const before = new Sequence(operation.span);
    const after = new Sequence(operation.span);
    const marks = this.#options.recurs?.(operation) === true ? 1 : 0;
    this.#save(before, roots, marks);
    this.#load(after, roots, marks);
    const all = [...before.operations, operation, ...after.operations];
    current.operations.push(...all);
    this.#site(current, all, roots.length + marks, false);
  }

  #site(one: Block, operations: readonly Operation[], slots: number, seldom: boolean): void {
    const leave = slots > 0 ? operations.at(-1) : undefined;
    this.#sites.push({ block: one, first: operations[0] as Operation, slots, leave, seldom });
  }

  /** The frame's lowest slot tells a collection that it is new where that is asked for. */
  #save(sequence: Sequence, roots: readonly Variable[], marks: 0 | 1 = 0): void {
    const slots = roots.length + marks;
    sequence.effect("roots_enter", [], { slots });
    for (const [index, root] of roots.entries()) sequence.effect("root_save", [root], { index });
    if (marks > 0) sequence.effect("root_save", [constants.int(newFrame)], { index: slots - 1 });
  }

  #load(sequence: Sequence, roots: readonly Variable[], marks: 0 | 1 = 0): void {
    for (const [index, root] of roots.entries()) {
      if (this.#options.locals.has(root)) continue;
      const made = sequence.value(root.name, root.type as LowType, "root_load", [], { index });
      if (root.declared) made.declared = true;
      this.#define(root, made);
    }
    sequence.effect("roots_leave", [], { slots: roots.length + marks });
  }

  #define(root: Variable, version: Variable): void {
    const list = this.#versions.get(root) ?? [];
    list.push(version);
    this.#versions.set(root, list);
  }

  #plan(current: Block, allocation: Allocation, following: readonly Operation[]): AllocationPlan {
    const before = new Sequence(allocation.span);
    const { wordSize, folding } = this.#options;
    const written = writtenFields(allocation, following, (one) => this.#mayCollect(one));
    const plan = planAllocation(this.#program, wordSize, allocation, before, new Set(written.keys()));
    current.operations.push(...before.operations);
    const total = folding.totals.get(allocation);
    return total === undefined ? plan : { ...plan, size: constants.int(total) };
  }

  #mayCollect(operation: Operation): boolean {
    if (!isAllocation(operation)) return this.#options.canCollect(operation);
    return !isFollower(this.#options.folding, operation);
  }

  /** An object of a group whose memory was taken before. */
  #take(current: Block, allocation: Allocation, plan: AllocationPlan): void {
    const share = this.#options.folding.shares.get(allocation) as Share;
    const sequence = new Sequence(allocation.span);
    const memory = this.#memory.get(share.leader) as Variable;
    const address = sequence.value("address", "int", "int_add", [memory, constants.int(share.offset)]);
    plan.finish(sequence, address, allocation.result as Variable);
    current.operations.push(...sequence.operations);
  }

  /** The pieces of an allocation; gives the block in which the code goes on. */
  #allocation(
    current: Block,
    allocation: Allocation,
    plan: AllocationPlan,
    roots: readonly Variable[],
  ): Block {
    const { bumpAllocates, allocateCall, folding } = this.#options;
    const members = folding.members.get(allocation) ?? [];
    const before = new Sequence(allocation.span);
    const result = allocation.result!;
    if (!bumpAllocates) {
      if (roots.length > 0) this.#save(before, roots);
      const address = allocateCall(before, plan, members);
      if (roots.length > 0) this.#load(before, roots);
      this.#site(current, [...before.operations], roots.length, false);
      plan.finish(before, address, result);
      current.operations.push(...before.operations);
      return current;
    }
    const free = before.value("free", "int", "get_state", [], { field: "freePointer" });
    const next = before.value("next", "int", "int_add", [free, plan.size]);
    const limit = before.value("limit", "int", "get_state", [], { field: "limit" });
    const over = before.value("over", "bool", "int_gt", [next, limit]);
    current.operations.push(...before.operations);

    const address = variable("address", "int");
    this.#memory.set(allocation, address);
    const [slow, fast, join] = [block(), block(), block([address])];
    current.exit = { kind: "branch", condition: over, then: link(slow), else: link(fast), likely: false };

    const taken = new Sequence(allocation.span);
    taken.effect("set_state", [next], { field: "freePointer" });
    fast.operations = taken.operations;
    fast.exit = { kind: "jump", link: link(join, free) };

    const called = new Sequence(allocation.span);
    if (roots.length > 0) this.#save(called, roots);
    const found = allocateCall(called, plan, members);
    if (roots.length > 0) this.#load(called, roots);
    this.#site(slow, called.operations, roots.length, true);
    slow.operations = called.operations;
    slow.exit = { kind: "jump", link: link(join, found) };

    const made = new Sequence(allocation.span);
    plan.finish(made, address, result);
    join.operations = made.operations;
    this.#blocks.push(fast, slow, join);
    return join;
  }
}

/** Where the program goes on if an operation has raised; undefined if that is not looked at. */
function whereRaised({ operations, exit }: Block, index: number): Block | undefined {
  const test = operations[index + 1];
  if (test?.op !== "exception_pending" || exit.kind !== "branch" || exit.condition !== test.result)
    return undefined;
  return exit.then.args.length === 0 ? exit.then.target : undefined;
}

function isRoot(one: Variable): boolean {
  return one.type === "ref" || one.type === "value";
}
