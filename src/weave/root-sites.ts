/** The places of a graph at which a collector may look for roots. */
import { reversePostorder } from "../graph/flow.ts";
import { type Block, type Graph, linksOf, type Operation, type Variable } from "../graph/graph.ts";

export interface RootSite {
  readonly block: Block;
  readonly operation: Operation;
  /** What lives on behind the place and must be found. */
  readonly roots: readonly Variable[];
  /** Collects on a way of its own only, the slow path of an allocation: what comes behind it cannot rely on that. */
  readonly beside: boolean;
  /** Is seldom reached: a frame for the whole function is not made for it. */
  readonly seldom: boolean;
  /** The function may be called again before it goes on: a collection may stop at its frame. */
  readonly recurs: boolean;
  /** Collects only if it raises: the roots are those of the handler, all others stay what they are. */
  readonly onlyRaised: boolean;
}

/** How a place keeps its roots. */
export interface SitePlan {
  /** What is written into the function's frame; no root: nil. */
  readonly saves: readonly { readonly root: Variable | undefined; readonly slot: number }[];
  /** What is kept in a frame of the place's own. */
  readonly own: readonly Variable[];
  /** What is needed behind it under the new address; no slot: from its own frame. */
  readonly loads: readonly { readonly root: Variable; readonly slot: number | undefined }[];
}

/** What is to be done on a link, in this order. */
export interface LinkPlan {
  readonly enters: boolean;
  readonly saves: SitePlan["saves"];
  readonly leaves: boolean;
}

/** A place with what it does to the frame; which loads it needs is known later. */
export interface Step {
  readonly site: RootSite;
  readonly saves: SitePlan["saves"];
  /** Where each root is found; undefined: in the place's own frame. */
  readonly places: ReadonlyMap<Variable, number | undefined>;
}

/** The blocks that are reached without a way that is marked as unlikely. */
export function likelyBlocks(graph: Graph): ReadonlySet<Block> {
  const entry = graph.blocks[0];
  const found = new Set<Block>(entry ? [entry] : []);
  for (const { exit } of found) {
    const seldom =
      exit.kind === "branch" && exit.likely !== undefined ? (exit.likely ? exit.else : exit.then) : undefined;
    for (const link of linksOf(exit)) if (link !== seldom) found.add(link.target);
  }
  return found;
}

/** The sites of each block in their order, from the entry on. */
export function sitesByBlock(graph: Graph, sites: readonly RootSite[]): ReadonlyMap<Block, RootSite[]> {
  const all = new Map<Block, RootSite[]>(reversePostorder(graph).map((one) => [one, []]));
  for (const site of sites) all.get(site.block)?.push(site);
  return all;
}
