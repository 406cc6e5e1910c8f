/**
 * Which slot of a function's frame each root has: roots that live across the same place have different ones (colouring of
 * the interference graph, Chaitin 1982, greedily in the order in which the roots are met). What flows from one root into
 * another as a parameter of a block gets the same slot where it can: then it need not be saved again.
 */
import { type Graph, isVariable, linksOf, type Variable } from "../graph/graph.ts";
import type { RootSite } from "./root-sites.ts";

/** A slot for each root that lives across one of the counted places; none for others. */
export function rootSlots(graph: Graph, sites: readonly RootSite[]): ReadonlyMap<Variable, number> {
  const neighbours = new Map<Variable, Set<Variable>>();
  for (const { roots, seldom } of sites) {
    if (!seldom) for (const root of roots) if (!neighbours.has(root)) neighbours.set(root, new Set());
  }
  for (const { roots } of sites) {
    const slotted = roots.filter((root) => neighbours.has(root));
    for (const root of slotted) for (const other of slotted) neighbours.get(root)?.add(other);
  }
  const flows = flowsBetween(graph, neighbours);
  const slots = new Map<Variable, number>();
  for (const [root, others] of neighbours) {
    const taken = new Set([...others].map((other) => slots.get(other)));
    let free = 0;
    while (taken.has(free)) free++;
    const wished = (flows.get(root) ?? []).map((other) => slots.get(other));
    slots.set(root, wished.find((slot) => slot !== undefined && !taken.has(slot)) ?? free);
  }
  return slots;
}

/** For each of the roots those that become it, or that it becomes, at a link. */
function flowsBetween(
  graph: Graph,
  wanted: { has(root: Variable): boolean },
): ReadonlyMap<Variable, readonly Variable[]> {
  const flows = new Map<Variable, Variable[]>();
  const add = (from: Variable, to: Variable): void => {
    flows.set(from, [...(flows.get(from) ?? []), to]);
  };
  for (const { exit } of graph.blocks) {
    for (const { target, args } of linksOf(exit)) {
      for (const [index, arg] of args.entries()) {
        const param = target.params[index] as Variable;
        if (!isVariable(arg) || !wanted.has(arg) || !wanted.has(param)) continue;
        add(arg, param);
        add(param, arg);
      }
    }
  }
  return flows;
}
