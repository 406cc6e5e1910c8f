/**
 * Allocation folding (Clifford, Payer, Starzinger, Titzer 2014): allocations of a block with no collection between them
 * take their memory together, by one look at the limit.
 *
 *   o = allocate{struct=P}                     m = 40 bytes, or the collector's
 *   set_field o, x                     =>      o = object_at m, typeid:P
 *   q = allocate{struct=Q}                     set_field o, x
 *                                              q = object_at m + 24, typeid:Q
 *
 * The first one, the leader, is where a collection may happen: to it the others are fresh memory. Nothing is said of
 * memory that is taken and not yet an object, as nobody walks the heap before the next collection.
 */
import type { Graph, Operation } from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { structLayout, type WordSize } from "../graph/struct-layout.ts";
import type { Remarks } from "../source/remarks.ts";
import type { Span } from "../source/span.ts";
import { isAllocation } from "./allocation.ts";

/** What an allocation of a group gets of the group's memory. */
export interface Share {
  readonly leader: Operation;
  readonly offset: number;
}

/** The objects of a group that are made at one place: loops are unrolled. */
export interface Member {
  /** The name of their struct. */
  readonly type: string;
  /** The bytes of one. */
  readonly size: number;
  count: number;
  readonly span: Span | undefined;
}

export interface Folding {
  /** The shares of all allocations that are in a group, leaders included. */
  readonly shares: ReadonlyMap<Operation, Share>;
  /** The bytes of a leader's group. */
  readonly totals: ReadonlyMap<Operation, number>;
  /** All objects of a leader's group, its own first. */
  readonly members: ReadonlyMap<Operation, readonly Member[]>;
}

/** A group takes no more: a collector has such objects in the nursery. */
export const largestGroup = 1024;

/** The bytes of an allocation if they are known here. */
export function knownSize(program: Program, wordSize: WordSize, operation: Operation): number | undefined {
  if (operation.op !== "allocate" && operation.op !== "allocate_items") return undefined;
  const struct = program.structs.get(String(operation.attributes.struct));
  if (!struct) return undefined;
  const layout = structLayout(program, struct, wordSize);
  if (operation.op === "allocate") return layout.fixedSize;
  const [length] = operation.args;
  if (length?.kind !== "int" || length.value > largestGroup) return undefined;
  return Math.ceil((layout.fixedSize + length.value * layout.itemSize) / 8) * 8;
}

/** Finds the groups of a graph. */
export function foldAllocations(
  program: Program,
  wordSize: WordSize,
  graph: Graph,
  canCollect: (operation: Operation) => boolean,
): Folding {
  const shares = new Map<Operation, Share>();
  const totals = new Map<Operation, number>();
  const members = new Map<Operation, Member[]>();
  for (const { operations } of graph.blocks) {
    let leader: Operation | undefined;
    for (const operation of operations) {
      if (!isAllocation(operation)) {
        if (canCollect(operation)) leader = undefined;
        continue;
      }
      const size = knownSize(program, wordSize, operation);
      const taken: number = leader ? (totals.get(leader) ?? 0) : 0;
      if (size === undefined || size > largestGroup) leader = undefined;
      else if (leader && taken + size <= largestGroup) {
        shares.set(operation, { leader, offset: taken });
        totals.set(leader, taken + size);
        addMember(members.get(leader) as Member[], operation, size);
      } else {
        leader = operation;
        shares.set(operation, { leader, offset: 0 });
        totals.set(operation, size);
        members.set(operation, []);
        addMember(members.get(operation) as Member[], operation, size);
      }
    }
  }
  return { shares, totals, members };
}

function addMember(members: Member[], { attributes, span }: Operation, size: number): void {
  const type = String(attributes.struct);
  const same = members.find((one) => one.type === type && one.size === size && one.span === span);
  if (same) same.count++;
  else members.push({ type, size, count: 1, span });
}

/** Tells of allocations whose memory others take. */
export function fileFoldingRemarks({ shares }: Folding, remarks: Remarks): void {
  for (const [operation, { leader }] of shares)
    if (leader !== operation)
      remarks.add(
        "folding",
        operation.span,
        "its memory is taken together with that of the object made",
        leader.span,
      );
}

export const noFolding: Folding = { shares: new Map(), totals: new Map(), members: new Map() };

/** An allocation whose memory was taken by another before it: it collects nothing. */
export function isFollower({ shares }: Folding, operation: Operation): boolean {
  return (shares.get(operation)?.leader ?? operation) !== operation;
}
