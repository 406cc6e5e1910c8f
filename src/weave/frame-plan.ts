/**
 * What a function writes into its frame of the shadow stack, where, and what it reads from there.
 *
 * A slot holds a root from its first save on, also through collections, which bring it up to date: at the next place it need
 * not be saved again, and behind a place it is only loaded if something needs it before the next one. Which root each slot
 * holds is a data flow problem, solved over blocks to a fixpoint; which roots are needed is another (needed-roots.ts).
 *
 * At a place each slot holds a root that lives on, or nil: the collector reads them all, and what a dead root leads to is
 * not kept alive; but where it collects only when it raises, the function mostly ends and nothing is cleared for that.
 * Roots from outside of a loop are saved before it.
 */
import { type Block, type Graph, type Link, linksOf, type Operation, type Variable } from "../graph/graph.ts";
import { FrameRegion } from "./frame-region.ts";
import type { LocalObjects } from "./locals.ts";
import { withLoads } from "./needed-roots.ts";
import { type LinkPlan, type RootSite, type SitePlan, type Step, sitesByBlock } from "./root-sites.ts";
import { rootSlots } from "./root-slots.ts";

/** What a slot holds: a root, nil, a root of before, or whatever the last frame left. */
type Held = Variable | "nil" | "stale" | "unset";

export interface FramePlan {
  /** The slots of the function's frame; 0: there is none. */
  readonly slots: number;
  /** The lowest of them is for the word that tells whether a collection has seen the frame. */
  readonly marked: boolean;
  readonly sites: ReadonlyMap<Operation, SitePlan>;
  readonly links: ReadonlyMap<Link, LinkPlan>;
  /** The frame is entered before this place, with nil in some slots. */
  readonly enter: { readonly before: Operation; readonly saves: SitePlan["saves"] } | undefined;
  /** The frame is left behind these places. */
  readonly leaves: ReadonlySet<Operation>;
}

/** Plans the frame of a graph for all its places that may collect. */
export function planFrame(graph: Graph, sites: readonly RootSite[], locals: LocalObjects): FramePlan {
  return new Planner(graph, sites, locals).plan();
}

class Planner {
  readonly #graph: Graph;
  readonly #locals: LocalObjects;
  readonly #order: readonly Block[];
  readonly #sites: ReadonlyMap<Block, readonly RootSite[]>;
  readonly #slots: ReadonlyMap<Variable, number>;
  readonly #size: number;
  readonly #region: FrameRegion | undefined;
  /** By block what is of interest to the slots, in order: places, and definitions of what has a slot. */
  readonly #events = new Map<Block, readonly (RootSite | Variable)[]>();
  /** What each slot holds when a block starts; none where there is no frame. */
  readonly #atStart = new Map<Block, Held[]>();
  /** Roots that are saved on the ways into a loop, by its head. */
  readonly #early = new Map<Block, { readonly roots: Set<Variable>; readonly loop: ReadonlySet<Block> }>();
  /** Slots that get nil when the frame is entered. */
  #empty: ReadonlySet<number> = new Set();

  constructor(graph: Graph, sites: readonly RootSite[], locals: LocalObjects) {
    this.#graph = graph;
    this.#locals = locals;
    this.#sites = sitesByBlock(graph, sites);
    this.#order = [...this.#sites.keys()];
    const users = new Set(sites.filter((site) => isUser(site)).map(({ block }) => block));
    const reached = [...users].filter((block) => this.#sites.has(block));
    this.#region = reached.length > 0 ? new FrameRegion(graph, new Set(reached)) : undefined;
    this.#slots = this.#region ? rootSlots(graph, sites) : new Map();
    this.#size = Math.max(0, ...[...this.#slots.values()].map((slot) => slot + 1));
    if (this.#region) this.#findEarly(this.#region);
    for (const block of this.#order) this.#events.set(block, this.#eventsOf(block));
  }

  #eventsOf(block: Block): (RootSite | Variable)[] {
    const sites = this.#sites.get(block) ?? [];
    if (sites.length === 0 && !this.#region?.atStart(block)) return [];
    let next = 0;
    return block.operations.flatMap((operation) => {
      const site = sites[next]?.operation === operation ? sites[next++] : undefined;
      const { result } = operation;
      const defined = result && this.#slots.has(result) ? [result] : [];
      return site ? [site, ...defined] : defined;
    });
  }

  plan(): FramePlan {
    this.#flow();
    this.#empty = this.#unsetSlots();
    if (this.#empty.size > 0) this.#flow();
    const steps = new Map<Operation, Step>();
    const leaves = new Set<Operation>();
    let enter: FramePlan["enter"];
    for (const block of this.#order) {
      this.#walk(block, (step) => steps.set(step.site.operation, step));
      const users = this.#sites.get(block)?.filter((site) => isUser(site)) ?? [];
      if (!this.#region || users.length === 0) continue;
      if (block === this.#region.head)
        enter = { before: (users[0] as RootSite).operation, saves: this.#emptySaves() };
      if (!this.#region.atEnd(block)) leaves.add((users.at(-1) as RootSite).operation);
    }
    const links = this.#links();
    const marked = [...steps.values()].some(({ site }) => site.recurs && isUser(site));
    const slots = this.#size + (marked ? 1 : 0);
    return { slots, marked, sites: withLoads(this.#graph, steps, links, this.#locals), links, enter, leaves };
  }

  /** What is alive from before a loop to a place inside it is saved before the outermost such loop. */
  #findEarly({ loops }: FrameRegion): void {
    const homes = new Map<Variable, Block>();
    for (const block of this.#order) {
      for (const param of block.params) homes.set(param, block);
      for (const { result } of block.operations) if (result) homes.set(result, block);
    }
    for (const sites of this.#sites.values()) {
      for (const { block, roots } of sites.filter((site) => isUser(site))) {
        for (let loop = loops.of(block); loop; loop = loop.parent) {
          for (const root of roots) {
            const home = homes.get(root) as Block;
            if (loop.blocks.has(home) || (loop.parent && !loop.parent.blocks.has(home))) continue;
            const early = this.#early.get(loop.head) ?? { roots: new Set(), loop: loop.blocks };
            this.#early.set(loop.head, early);
            early.roots.add(root);
          }
        }
      }
    }
  }

  /** The forward problem: what the slots hold at the start of each block. */
  #flow(): void {
    this.#atStart.clear();
    if (!this.#region) return;
    const changed = new Set([this.#region.head]);
    while (changed.size > 0) {
      for (const block of this.#order) {
        const held = changed.delete(block) ? this.#walk(block) : undefined;
        if (!held) continue;
        for (const link of linksOf(block.exit)) {
          if (!this.#region.atStart(link.target)) continue;
          const arriving = this.#across(block, link, held).held;
          const known = this.#atStart.get(link.target);
          const met = known ? known.map((one, slot) => meet(one, arriving[slot] as Held)) : arriving;
          if (known?.every((one, slot) => one === met[slot])) continue;
          this.#atStart.set(link.target, met);
          changed.add(link.target);
        }
      }
    }
  }

  #emptySaves(): SitePlan["saves"] {
    return [...this.#empty].map((slot) => ({ root: undefined, slot }));
  }

  #entered(): Held[] {
    return Array.from({ length: this.#size }, (_, slot) => (this.#empty.has(slot) ? "nil" : "unset"));
  }

  /** Goes through a block; gives what the slots hold behind it if the frame is there. */
  #walk(
    block: Block,
    visit: (step: Step, held: readonly Held[] | undefined) => void = () => {},
  ): Held[] | undefined {
    const region = this.#region;
    const lastUser = region?.atEnd(block)
      ? undefined
      : this.#sites.get(block)?.findLast((site) => isUser(site));
    const isHead = block === region?.head;
    let held = this.#atStart.get(block)?.slice();
    for (const event of this.#events.get(block) ?? []) {
      if (!("roots" in event)) {
        const slot = this.#slots.get(event) as number;
        if (held?.[slot] === event) held[slot] = "stale";
        continue;
      }
      if (isHead && !held && isUser(event)) held = this.#entered();
      const step = held ? this.#step(event, held) : outside(event);
      visit(step, held);
      if (held) held = this.#behind(step, held);
      if (event === lastUser) held = undefined;
    }
    if (isHead && !held && region.atEnd(block)) held = this.#entered();
    return held;
  }

  /** What a place must write where the slots hold that. */
  #step(site: RootSite, held: readonly Held[]): Step {
    const holders = new Map<number, Variable>();
    for (const root of site.roots) {
      const slot = this.#slots.get(root);
      if (slot !== undefined && held[slot] === root) holders.set(slot, root);
    }
    const saves: { root: Variable | undefined; slot: number }[] = [];
    const places = new Map<Variable, number | undefined>();
    for (const root of site.roots) {
      const slot = this.#slots.get(root);
      const holder = slot === undefined ? undefined : holders.get(slot);
      places.set(root, holder === undefined || holder === root ? slot : undefined);
      if (slot === undefined || holder !== undefined) continue;
      holders.set(slot, root);
      saves.push({ root, slot });
    }
    for (const [slot, one] of held.entries()) {
      const isKept = one === "nil" || (site.onlyRaised && one !== "unset");
      if (!isKept && !holders.has(slot)) saves.push({ root: undefined, slot });
    }
    return { site, saves, places };
  }

  /** What the slots hold behind a place. */
  #behind({ site, places }: Step, held: readonly Held[]): Held[] {
    const after = held.map((one): Held => (site.onlyRaised && one !== "unset" ? one : "nil"));
    for (const [root, slot] of places) if (slot !== undefined) after[slot] = root;
    return site.beside ? held.map((one, slot) => meet(one, after[slot] as Held)) : after;
  }

  /** What the slots hold behind a link, and what is saved on it. */
  #across(from: Block, link: Link, before: readonly Held[]): { held: Held[]; saves: SitePlan["saves"] } {
    const { target } = link;
    const held = before.slice();
    const saves: { root: Variable; slot: number }[] = [];
    const early = this.#early.get(target);
    if (early && !early.loop.has(from)) {
      for (const root of early.roots) {
        const slot = this.#slots.get(root) as number;
        if (held[slot] === root) continue;
        held[slot] = root;
        saves.push({ root, slot });
      }
    }
    const behind = held.slice();
    for (const [index, param] of target.params.entries()) {
      const slot = this.#slots.get(param);
      if (slot === undefined) continue;
      if (held[slot] === param) behind[slot] = "stale";
      if (held[slot] === link.args[index]) behind[slot] = param;
    }
    return { held: behind, saves };
  }

  /** Slots that several places would have to make nil since nothing has been saved in them. */
  #unsetSlots(): Set<number> {
    const counts = new Map<number, number>();
    for (const block of this.#order) {
      this.#walk(block, ({ saves }, held) => {
        for (const { root, slot } of saves)
          if (!root && held?.[slot] === "unset") counts.set(slot, (counts.get(slot) ?? 0) + 1);
      });
    }
    return new Set([...counts].filter(([, count]) => count > 1).map(([slot]) => slot));
  }

  #links(): Map<Link, LinkPlan> {
    const plans = new Map<Link, LinkPlan>();
    const region = this.#region;
    if (!region) return plans;
    const entersAtEnd = !this.#sites.get(region.head)?.some((site) => isUser(site));
    for (const block of this.#order) {
      const held = this.#walk(block);
      if (!held) continue;
      const enters = block === region.head && entersAtEnd;
      for (const link of linksOf(block.exit)) {
        if (region.atStart(link.target)) {
          const { saves } = this.#across(block, link, held);
          const all = enters ? [...this.#emptySaves(), ...saves] : saves;
          if (enters || all.length > 0) plans.set(link, { enters, saves: all, leaves: false });
        } else if (!enters && link.target.exit.kind !== "stop")
          plans.set(link, { enters, saves: [], leaves: true });
      }
    }
    return plans;
  }
}

/** Places for which there is a frame. */
function isUser({ seldom, roots }: RootSite): boolean {
  return !seldom && roots.length > 0;
}

/** A place where the function has no frame. */
function outside(site: RootSite): Step {
  return { site, saves: [], places: new Map(site.roots.map((root) => [root, undefined])) };
}

function meet(a: Held, b: Held): Held {
  if (a === b) return a;
  return a === "unset" || b === "unset" ? "unset" : "stale";
}
