import type { Block, Operation } from "../../graph/graph.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import type { Slot } from "./slot.ts";

/** How far flow has come in a block of a clone: operations after one that never completes are not reached. */
export interface BlockState {
  readonly block: Block;
  readonly clone: FunctionClone;
  reached: boolean;
  /** How many operations have completed. */
  done: number;
  readonly nodes: FlowNode[];
}

/** What the worklist holds: one operation of one clone, or the exit of a block. */
export interface FlowNode {
  readonly clone: FunctionClone;
  readonly state: BlockState;
  readonly index: number;
  /** Undefined for the exit. */
  readonly operation: Operation | undefined;
  readonly args: readonly Slot[];
  readonly result: Slot | undefined;
  /** Functions that the operation may call. */
  readonly targets: Set<FunctionClone>;
  /** `toString` methods that it calls on the way, and what bound functions call for it. */
  readonly conversions: Set<FunctionClone>;
  /** Slots that it moves values between. */
  moves: ReadonlyMap<Slot, Set<Slot>>;
  queued: boolean;
  /** Place in source order, for the second fixpoint. */
  order: number;
}
