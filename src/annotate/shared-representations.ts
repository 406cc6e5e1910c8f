/**
 * Slots that machine code reads without knowing which of them it reads must have one representation: the same-named
 * fields of classes that meet at an access, the elements of arrays that meet, parameters and results of functions that
 * meet at a call. They form groups (union-find); a member that lacks a kind of its group gets it.
 */

import { restIndex } from "../graph/graph.ts";
import { isTaggedClass } from "../graph/tagged.ts";
import type { ClassClone } from "./clones/class-clones.ts";
import type { FunctionClone } from "./clones/function-clones.ts";
import type { Flow } from "./flow/flow.ts";
import { anyBoolean, anyReference, anyUndefined, bit } from "./flow/kinds.ts";
import { Slot } from "./flow/slot.ts";
import { takesAbsent } from "./missing-arguments.ts";

interface Joinable<T> {
  sameAs: T | undefined;
}

function root<T extends Joinable<T>>(one: T): T {
  let top = one;
  while (top.sameAs) top = top.sameAs;
  for (let next = one; next !== top; ) {
    const above = next.sameAs!;
    next.sameAs = top;
    next = above;
  }
  return top;
}

/** Groups of things that must agree. */
class Groups<T extends Joinable<T>> {
  readonly members = new Map<T, T[]>();

  unite(a: T, b: T): void {
    const x = root(a);
    const y = root(b);
    if (x === y) return;
    const joined = [...(this.members.get(x) ?? [x]), ...(this.members.get(y) ?? [y])];
    this.members.delete(y);
    this.members.set(x, joined);
    y.sameAs = x;
  }

  groupOf(one: T): readonly T[] {
    return this.members.get(root(one)) ?? [one];
  }
}

export class SharedRepresentations {
  readonly slots = new Groups<Slot>();
  readonly arrays = new Groups<ClassClone>();
  readonly functions = new Groups<FunctionClone>();

  /** Fields of one name of classes that meet. */
  uniteSlots(slots: Iterable<Slot>): void {
    let first: Slot | undefined;
    for (const one of slots) {
      if (first) this.slots.unite(first, one);
      else first = one;
    }
  }

  /** Arrays of several creation sites that meet. */
  uniteArrays(classes: Iterable<ClassClone>): void {
    let first: ClassClone | undefined;
    for (const one of classes) {
      if (one.kind !== "array") continue;
      if (first) {
        this.arrays.unite(first, one);
        this.slots.unite(first.element, one.element);
      } else {
        first = one;
      }
    }
  }

  /** Functions that one call may reach. Those that take their arguments in another way are told apart by the call. */
  uniteFunctions(clones: Iterable<FunctionClone>): void {
    const firsts = new Map<number, FunctionClone>();
    for (const one of clones) {
      const shape = restIndex(one.graph) ?? -1;
      const first = firsts.get(shape);
      if (first) this.functions.unite(first, one);
      else firsts.set(shape, one);
    }
  }

  /** Gives the members of every group what their group has. Returns whether anything changed. */
  spread(flow: Flow): boolean {
    for (const group of this.functions.members.values()) this.#alignSignatures(group);
    for (const extra of this.#extraParams()) if (takesAbsent(extra)) flow.join(extra, bit.absent);
    let changed = flow.hasTaggedClasses && this.#spreadTagged(flow);
    for (const group of this.slots.members.values()) changed = spreadKinds(flow, group) || changed;
    return changed;
  }

  /** What may live in its word is stored unlike references: a parameter or result that may get it says so in all. */
  #spreadTagged(flow: Flow): boolean {
    let changed = false;
    for (const group of this.functions.members.values()) {
      const arity = group[0]?.arity ?? 0;
      for (let i = 0; i < arity; i++)
        changed =
          spreadClasses(
            flow,
            group.map((one) => one.parameter(i)!),
          ) || changed;
      changed =
        spreadClasses(
          flow,
          group.map((one) => one.result),
        ) || changed;
    }
    return changed;
  }

  *#extraParams(): Generator<Slot> {
    for (const group of this.functions.members.values()) for (const one of group) yield* one.extraParams;
  }

  #alignSignatures(group: readonly FunctionClone[]): void {
    const arity = Math.max(...group.map((one) => one.arity));
    const hasThis = group.some((one) => one.thisSlot !== undefined);
    for (const one of group) {
      while (one.arity < arity) one.extraParams.push(new Slot());
      if (hasThis && !one.thisSlot) one.extraThis = new Slot();
    }
    for (let i = 0; i < arity; i++) this.uniteSlots(group.map((one) => one.parameter(i)!));
    if (hasThis) this.uniteSlots(group.map((one) => one.thisSlot!));
    this.uniteSlots(group.map((one) => one.result));
  }
}

/**
 * Kinds are joined; the classes of objects only where a member would otherwise have no reference at all, since
 * references of any classes are stored alike. An undefined that only the representation needs is `absent`.
 */
function spreadKinds(flow: Flow, group: readonly Slot[]): boolean {
  let bits = 0;
  const classes = new Set<ClassClone>();
  for (const one of group) {
    bits |= one.bits;
    for (const object of one.objects) classes.add(object);
  }
  let changed = false;
  for (const one of group) {
    let missing = bits & ~one.bits & (bit.null | bit.number);
    if (bits & anyUndefined && !one.has(anyUndefined)) missing |= bit.absent;
    if (bits & anyBoolean && !one.has(anyBoolean)) missing |= bits & anyBoolean;
    const bare = one.objects.size === 0 && !one.has(anyReference);
    if (bare) missing |= bits & anyReference;
    const objects = bare && !(bits & anyReference) ? classes : undefined;
    if (missing === 0 && !objects?.size) continue;
    changed = true;
    flow.join(one, missing, objects);
  }
  return changed;
}

function spreadClasses(flow: Flow, slots: readonly Slot[]): boolean {
  const tagged = new Set(slots.flatMap((one) => [...one.objects]).filter((one) => isTaggedClass(one.name)));
  let changed = false;
  for (const slot of slots) {
    if ([...tagged].every((one) => slot.objects.has(one))) continue;
    changed = true;
    flow.join(slot, 0, tagged);
  }
  return changed;
}
