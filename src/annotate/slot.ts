import type { ClassClone } from "./class-clones.ts";
import type { FlowNode } from "./flow-node.ts";
import { anyUndefined, isUnion } from "./kinds.ts";
import type { NumberSet } from "./number-set.ts";

const noNodes: ReadonlySet<FlowNode> = new Set();

/** A place that values flow into: a variable of a clone, a field, elements, a global, a parameter, a result. */
export class Slot {
  bits = 0;
  /** Classes of the objects that reach it. */
  objects: Set<ClassClone> = new Set();
  /**
   * Undefined from an out-of-range read may stay undefined here: a test looks at it, or the slot holds undefined or
   * a union anyway. It is asked backwards, from uses to reads.
   */
  wanted = false;
  readers: ReadonlySet<FlowNode> = noNodes;
  wantReaders: ReadonlySet<FlowNode> = noNodes;
  /** Slots that must have one representation form a tree of `sameAs` (union-find). */
  sameAs: Slot | undefined = undefined;
  /** Constants never change and are read by everybody. */
  readonly constant: boolean;
  /** Second fixpoint: the numbers among the values. */
  numbers: NumberSet | undefined = undefined;

  constructor(constant = false) {
    this.constant = constant;
  }

  get isEmpty(): boolean {
    return this.bits === 0 && this.objects.size === 0;
  }

  has(bits: number): boolean {
    return (this.bits & bits) !== 0;
  }

  addReader(node: FlowNode): void {
    if (this.constant) return;
    if (this.readers === noNodes) this.readers = new Set();
    (this.readers as Set<FlowNode>).add(node);
  }

  addWantReader(node: FlowNode): void {
    if (this.wantReaders === noNodes) this.wantReaders = new Set();
    (this.wantReaders as Set<FlowNode>).add(node);
  }

  /** True if what is here already makes undefined possible, or needs a `value`. */
  get holdsUndefinedAnyway(): boolean {
    return (this.bits & anyUndefined) !== 0 || isUnion(this.bits, this.objects.size > 0);
  }
}

export function constantSlot(bits: number, object?: ClassClone): Slot {
  const slot = new Slot(true);
  slot.bits = bits;
  if (object) slot.objects.add(object);
  slot.wanted = slot.holdsUndefinedAnyway;
  return slot;
}
