import type { ClassClone } from "../clones/class-clones.ts";
import type { NumberSet } from "../numbers/number-set.ts";
import type { FlowNode } from "./flow-node.ts";
import { anyUndefined, bit, isUnion } from "./kinds.ts";
import { type Literals, noLiterals } from "./literals.ts";

// Most slots have no objects and few readers: sets are made when something goes into them.
const noNodes: ReadonlySet<FlowNode> = new Set();
const noClasses: ReadonlySet<ClassClone> = new Set();

/** A place that values flow into: a variable of a clone, a field, elements, a global, a parameter, a result. */
export class Slot {
  bits = 0;
  /** Classes of the objects that reach it. */
  objects: ReadonlySet<ClassClone> = noClasses;
  /** Its strings and numbers, where all are constants. */
  literals: Literals = noLiterals;
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
  /** Some use tells -0 from 0. Asked backwards. */
  seesMinusZero = false;
  /** Some use can do something with NaN. Asked backwards. */
  seesNaN = false;
  /** Some use takes undefined for something else than 0. Asked backwards. */
  seesAbsence = false;

  // The second fixpoint keeps these in the first slot of a group that shares its representation.

  /** The numbers among the values. */
  numbers: NumberSet | undefined = undefined;
  /** Numbers that come from outside. */
  seed: NumberSet | undefined = undefined;
  /** What an earlier round has proved: growing ranges do not jump over it. */
  cap: NumberSet | undefined = undefined;
  /** What the current round of narrowing has found. */
  fresh: NumberSet | undefined = undefined;
  /** Lies on a cycle of flow: its range must not grow step by step. */
  widens = false;
  grown = 0;

  constructor(constant = false) {
    this.constant = constant;
  }

  /** The slot that stands for all that share this one's representation. */
  get shared(): Slot {
    let top: Slot = this;
    while (top.sameAs) top = top.sameAs;
    return top;
  }

  get isEmpty(): boolean {
    return this.bits === 0 && this.objects.size === 0;
  }

  addObject(one: ClassClone): void {
    if (this.objects === noClasses) this.objects = new Set();
    (this.objects as Set<ClassClone>).add(one);
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

/** Of kinds alone it is not known which strings and numbers they are. */
export function unknownLiterals(bits: number): Literals {
  return bits & (bit.string | bit.number) ? "any" : noLiterals;
}

export function constantSlot(bits: number, object?: ClassClone): Slot {
  const slot = new Slot(true);
  slot.bits = bits;
  slot.literals = unknownLiterals(bits);
  if (object) slot.addObject(object);
  slot.wanted = slot.holdsUndefinedAnyway;
  return slot;
}
