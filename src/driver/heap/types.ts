/** A snapshot's objects by their types. */
import type { Snapshot } from "./read-snapshot.ts";
import { type Retained, unreached } from "./retained.ts";

export interface TypeTotal {
  readonly type: string;
  count: number;
  bytes: number;
  /** What its objects keep alive together: nothing is counted twice. */
  retained: number;
  /** The object of this type that keeps most alive. */
  largest: number;
}

/** The three nodes that stand for roots are no objects. */
export function isRoot({ types }: Snapshot, node: number): boolean {
  return node === 0 || /^\(.*\)$/.test(types[node] as string);
}

export function typeTotals(snapshot: Snapshot, { order, dominator, bytes }: Retained): TypeTotal[] {
  const totals = new Map<string, TypeTotal>();
  for (const node of order) {
    if (isRoot(snapshot, node)) continue;
    const type = snapshot.types[node] as string;
    let total = totals.get(type);
    if (!total) totals.set(type, (total = { type, count: 0, bytes: 0, retained: 0, largest: node }));
    total.count += 1;
    total.bytes += snapshot.sizes[node] as number;
    if ((bytes[node] as number) > (bytes[total.largest] as number)) total.largest = node;
  }
  addRetained(snapshot, dominator, bytes, totals);
  return [...totals.values()].sort((a, b) => b.bytes - a.bytes || (a.type < b.type ? -1 : 1));
}

/** Walks down the tree of dominators: an object below one of its own type is counted with that one. */
function addRetained(
  { count, types }: Snapshot,
  dominator: Uint32Array,
  bytes: Float64Array,
  totals: ReadonlyMap<string, TypeTotal>,
): void {
  const child = new Uint32Array(count).fill(unreached);
  const sibling = new Uint32Array(count).fill(unreached);
  for (let node = count - 1; node > 0; node--) {
    const above = dominator[node] as number;
    if (above === unreached) continue;
    sibling[node] = child[above] as number;
    child[above] = node;
  }
  const above = new Map<string, number>();
  let node = 0;
  const enter = (): void => {
    const type = types[node] as string;
    const depth = above.get(type) ?? 0;
    const total = totals.get(type);
    if (depth === 0 && total) total.retained += bytes[node] as number;
    above.set(type, depth + 1);
  };
  const leave = (): void => {
    const type = types[node] as string;
    above.set(type, (above.get(type) ?? 1) - 1);
  };
  enter();
  for (;;) {
    if (child[node] !== unreached) {
      node = child[node] as number;
      enter();
      continue;
    }
    while (node !== 0 && sibling[node] === unreached) {
      leave();
      node = dominator[node] as number;
    }
    if (node === 0) return;
    leave();
    node = sibling[node] as number;
    enter();
  }
}
