/**
 * Weaves allocations and roots in.
 *
 * At each operation that may collect, the references and values that live on afterwards stand on the shadow stack, and
 * are loaded again under new names where they are needed, since a moving collector changes them. A function has one frame
 * there (frame-plan.ts). Places that are seldom reached have their own; for an allocation all happens on the slow path:
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
import { coldBlocks } from "../analysis/cold-blocks.ts";
import { liveness } from "../analysis/liveness.ts";
import {
  type Block,
  block,
  constants,
  type Graph,
  link,
  linksOf,
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
import { type FramePlan, planFrame } from "./frame-plan.ts";
import type { LocalObjects } from "./locals.ts";
import { type LinkPlan, likelyBlocks, type RootSite, type SitePlan } from "./root-sites.ts";

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
  #frame: FramePlan | undefined;
  #blocks: Block[] = [];

  constructor(program: Program, graph: Graph, options: RootOptions) {
    this.#program = program;
    this.#graph = graph;
    this.#options = options;
  }

  run(): void {
    const collects = (one: Operation): boolean => isAllocation(one) || this.#options.canCollect(one);
    if (!this.#graph.blocks.some((one) => one.operations.some(collects))) return;
    if (this.#options.shadowStack) this.#frame = planFrame(this.#graph, this.#sites(), this.#options.locals);
    for (const one of this.#graph.blocks) this.#block(one);
    this.#graph.blocks = this.#blocks;
    this.#links();
    renameVersions(this.#graph, this.#versions);
  }

  /** The places that may collect, with the roots that live on behind them. */
  #sites(): RootSite[] {
    const { locals, bumpAllocates, canCollect, recurs, folding } = this.#options;
    const live = liveness(this.#graph, isRoot);
    const likely = likelyBlocks(this.#graph);
    const cold = coldBlocks(this.#graph);
    return this.#graph.blocks.flatMap((one) => {
      const sites: RootSite[] = [];
      live.walk(one, (operation, index, across) => {
        const allocates = isAllocation(operation);
        if (allocates ? isFollower(folding, operation) : !canCollect(operation)) return;
        const raised = this.#collectsAndReturns(operation) ? undefined : whereRaised(one, index);
        const needed = raised && live.atStart(raised);
        const roots = [...across].filter((root) => locals.get(root) !== false && needed?.has(root) !== false);
        const beside = allocates && bumpAllocates;
        const isRecursive = recurs?.(operation) === true;
        const seldom = beside || (!isRecursive && (cold.has(one) || !likely.has(one)));
        sites.push({
          block: one,
          operation,
          roots,
          beside,
          seldom,
          recurs: isRecursive,
          onlyRaised: raised !== undefined,
        });
      });
      return sites.reverse();
    });
  }

  #collectsAndReturns(operation: Operation): boolean {
    return isAllocation(operation) || this.#options.collectsAndReturns?.(operation) !== false;
  }

  #block(first: Block): void {
    const { operations, exit } = first;
    first.operations = [];
    this.#blocks.push(first);
    let current = first;
    for (const [index, operation] of operations.entries()) {
      const { enter, leaves } = this.#frame ?? {};
      if (enter?.before === operation) current.operations.push(...this.#enter(enter.saves));
      if (isAllocation(operation)) {
        const plan = this.#plan(current, operation, operations.slice(index + 1));
        if (isFollower(this.#options.folding, operation)) this.#take(current, operation, plan);
        else current = this.#allocation(current, operation, plan);
      } else this.#around(current, operation);
      if (leaves?.has(operation)) current.operations.push(this.#leave());
    }
    current.exit = exit;
  }

  /** Saves before an operation, loads after it. */
  #around(current: Block, operation: Operation): void {
    const site = this.#frame?.sites.get(operation);
    const sequence = new Sequence(operation.span);
    if (site) this.#save(sequence, site);
    sequence.operations.push(operation);
    if (site) this.#load(sequence, site);
    current.operations.push(...sequence.operations);
  }

  #save(sequence: Sequence, { own, saves }: SitePlan): void {
    if (own.length > 0) sequence.effect("roots_enter", [], { slots: own.length });
    for (const [index, root] of own.entries()) sequence.effect("root_save", [root], { index });
    saveAll(sequence, saves, own.length);
  }

  #load(sequence: Sequence, { own, loads }: SitePlan): void {
    for (const { root, slot } of loads) {
      const index = slot === undefined ? own.indexOf(root) : slot + own.length;
      const made = sequence.value(root.name, root.type as LowType, "root_load", [], { index });
      if (root.declared) made.declared = true;
      this.#define(root, made);
    }
    if (own.length > 0) sequence.effect("roots_leave", [], { slots: own.length });
  }

  /** Enters the function's frame, whose lowest slot may tell a collection that it is new. */
  #enter(saves: SitePlan["saves"]): Operation[] {
    const { slots = 0, marked = false } = this.#frame ?? {};
    const sequence = new Sequence(undefined);
    sequence.effect("roots_enter", [], { slots });
    if (marked) sequence.effect("root_save", [constants.int(newFrame)], { index: slots - 1 });
    saveAll(sequence, saves, 0);
    return sequence.operations;
  }

  #leave(): Operation {
    const sequence = new Sequence(undefined);
    sequence.effect("roots_leave", [], { slots: this.#frame?.slots ?? 0 });
    return sequence.operations[0] as Operation;
  }

  /** What the plan has for links stands in blocks between, or in the block of which it is the only way out. */
  #links(): void {
    const plans = this.#frame?.links;
    if (!plans || plans.size === 0) return;
    const leaving = new Map<Block, Block>();
    this.#graph.blocks = this.#graph.blocks.flatMap((one) => {
      const links = linksOf(one.exit);
      const made = links.flatMap((way) => {
        const plan = plans.get(way);
        if (!plan) return [];
        if (links.length === 1 && !plan.leaves) {
          one.operations.push(...this.#onLink(plan));
          return [];
        }
        const { target } = way;
        const shared = leaving.get(target);
        way.target = shared ?? blockBefore(target, this.#onLink(plan));
        if (shared) return [];
        if (plan.leaves) leaving.set(target, way.target);
        return [way.target];
      });
      return [one, ...made];
    });
  }

  #onLink({ enters, saves, leaves }: LinkPlan): Operation[] {
    if (enters) return this.#enter(saves);
    if (leaves) return [this.#leave()];
    const sequence = new Sequence(undefined);
    saveAll(sequence, saves, 0);
    return sequence.operations;
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
  #allocation(current: Block, allocation: Allocation, plan: AllocationPlan): Block {
    const { bumpAllocates, allocateCall, folding } = this.#options;
    const members = folding.members.get(allocation) ?? [];
    const site = this.#frame?.sites.get(allocation);
    const before = new Sequence(allocation.span);
    const result = allocation.result!;
    const call = (sequence: Sequence): Variable => {
      if (site) this.#save(sequence, site);
      const address = allocateCall(sequence, plan, members);
      if (site) this.#load(sequence, site);
      return address;
    };
    if (!bumpAllocates) {
      plan.finish(before, call(before), result);
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
    const found = call(called);
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

/** Writes into the function's frame, above which there may be one of a place's own. */
function saveAll(sequence: Sequence, saves: SitePlan["saves"], above: number): void {
  for (const { root, slot } of saves)
    sequence.effect("root_save", [root ?? constants.nil], { index: slot + above });
}

/** A block that does this and goes on to another, which may still be reached without it. */
function blockBefore(target: Block, operations: Operation[]): Block {
  const made = block(target.params.map((param) => variable(param.name, param.type)));
  made.operations = operations;
  made.exit = { kind: "jump", link: link(target, ...made.params) };
  return made;
}
