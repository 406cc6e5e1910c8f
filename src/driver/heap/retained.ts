/**
 * What each object keeps alive: a node dominates another if every path from the root to that one leads through it, and
 * what a node retains is its own size and that of all it dominates.
 *
 * Dominators by Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm", 2001, over the strong edges.
 */
import type { Snapshot } from "./read-snapshot.ts";

export const unreached = 0xffffffff;

export interface Retained {
  /** Nodes that the root leads to, each after some path to it: reverse postorder. */
  readonly order: Uint32Array;
  /** The immediate dominator; of the root itself, `unreached` of what nothing leads to. */
  readonly dominator: Uint32Array;
  readonly bytes: Float64Array;
}

export function retained(snapshot: Snapshot): Retained {
  const order = reversePostorder(snapshot);
  const dominator = dominators(snapshot, order);
  const bytes = Float64Array.from(snapshot.sizes);
  for (let i = order.length - 1; i > 0; i--) {
    const node = order[i] as number;
    const above = dominator[node] as number;
    bytes[above] = (bytes[above] as number) + (bytes[node] as number);
  }
  return { order, dominator, bytes };
}

function reversePostorder({ count, firstEdge, targets, isWeak }: Snapshot): Uint32Array {
  const seen = new Uint8Array(count);
  const next = Uint32Array.from(firstEdge);
  const order: number[] = [];
  const stack = [0];
  seen[0] = 1;
  while (stack.length > 0) {
    const node = stack[stack.length - 1] as number;
    const edge = next[node] as number;
    if (edge === firstEdge[node + 1]) {
      order.push(node);
      stack.pop();
      continue;
    }
    next[node] = edge + 1;
    const target = targets[edge] as number;
    if (isWeak[edge] === 1 || seen[target] === 1) continue;
    seen[target] = 1;
    stack.push(target);
  }
  return Uint32Array.from(order.reverse());
}

/** Edges backwards: those into node n come from `sources[first[n]]` up to `sources[first[n + 1]]`. */
function reversed({ count, firstEdge, targets, isWeak }: Snapshot): {
  first: Uint32Array;
  sources: Uint32Array;
} {
  const first = new Uint32Array(count + 1);
  targets.forEach((target, edge) => {
    if (isWeak[edge] === 0) first[target + 1] = (first[target + 1] as number) + 1;
  });
  for (let node = 0; node < count; node++)
    first[node + 1] = (first[node + 1] as number) + (first[node] as number);
  const place = Uint32Array.from(first);
  const sources = new Uint32Array(first[count] as number);
  for (let node = 0; node < count; node++)
    for (let edge = firstEdge[node] as number; edge < (firstEdge[node + 1] as number); edge++) {
      if (isWeak[edge] === 1) continue;
      const target = targets[edge] as number;
      const at = place[target] as number;
      sources[at] = node;
      place[target] = at + 1;
    }
  return { first, sources };
}

function dominators(snapshot: Snapshot, order: Uint32Array): Uint32Array {
  const { first, sources } = reversed(snapshot);
  const position = new Uint32Array(snapshot.count).fill(unreached);
  order.forEach((node, i) => {
    position[node] = i;
  });
  const dominator = new Uint32Array(snapshot.count).fill(unreached);
  dominator[0] = 0;
  const common = (one: number, other: number): number => {
    let [a, b] = [one, other];
    while (a !== b) {
      if ((position[a] as number) > (position[b] as number)) a = dominator[a] as number;
      else b = dominator[b] as number;
    }
    return a;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 1; i < order.length; i++) {
      const node = order[i] as number;
      let found = unreached;
      for (let at = first[node] as number; at < (first[node + 1] as number); at++) {
        const source = sources[at] as number;
        if (dominator[source] === unreached) continue;
        found = found === unreached ? source : common(source, found);
      }
      if (dominator[node] === found) continue;
      dominator[node] = found;
      changed = true;
    }
  }
  return dominator;
}
