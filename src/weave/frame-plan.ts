/**
 * What a function writes into its frame of the shadow stack, where, and what it reads from there.
 *
 * A slot holds a root from its first save on, also through collections, which bring it up to date: at the next place it need
 * not be saved again, and behind a place it is only loaded if something needs it before the next one. What is forward
 * (which root does each slot hold?) and what is backward (which roots does the code still need in variables?) are two
 * data flow problems, solved over blocks to a fixpoint.
 *
 * At a place each slot holds a root that lives on, or nil: the collector reads them all, and what a dead root leads to is
 * not kept alive; but where it collects only when it raises, the function mostly ends and nothing is cleared for that.
 * Roots from outside of a loop are saved before it.
 */
import { reversePostorder } from "../graph/flow.ts";
import {
  type Block,
  exitOperand,
  type Graph,
  isVariable,
  type Link,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import { FrameRegion } from "./frame-region.ts";
import type { LocalObjects } from "./locals.ts";
import { type RootSite, type SitePlan, sitesByBlock } from "./root-sites.ts";
import { rootSlots } from "./root-slots.ts";

/** What a slot holds: a root, nil, a root of before, or whatever the last frame left. */
type Held = Variable | "nil" | "stale" | "unset";

/** What is to be done on a link, in this order. */
export interface LinkPlan {
  readonly enters: boolean;
  readonly saves: SitePlan["saves"];
  readonly leaves: boolean;
}

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

/** A place with what it does to the frame; which loads it needs is known later. */
interface Step {
  readonly site: RootSite;
  readonly saves: SitePlan["saves"];
  /** Where each root is found; undefined: in the place's own frame. */
  readonly places: ReadonlyMap<Variable, number | undefined>;
}

class Planner {
  readonly #graph: Graph;
  readonly #locals: LocalObjects;
  readonly #order: readonly Block[];
  readonly #sites: ReadonlyMap<Block, readonly RootSite[]>;
  readonly #slots: ReadonlyMap<Variable, number>;
  readonly #size: number;
  readonly #region: FrameRegion | undefined;
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
    return { slots, marked, sites: this.#withLoads(steps, links), links, enter, leaves };
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
    for (let changed = true; changed; ) {
      changed = false;
      for (const block of this.#order) {
        const held = this.#walk(block);
        if (!held) continue;
        for (const link of linksOf(block.exit)) {
          if (!this.#region.atStart(link.target)) continue;
          const arriving = this.#across(block, link, held).held;
          const known = this.#atStart.get(link.target);
          const met = known ? known.map((one, slot) => meet(one, arriving[slot] as Held)) : arriving;
          if (known?.every((one, slot) => one === met[slot])) continue;
          this.#atStart.set(link.target, met);
          changed = true;
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
    const sites = this.#sites.get(block) ?? [];
    const byOperation = new Map(sites.map((site) => [site.operation, site]));
    const lastUser = region?.atEnd(block) ? undefined : sites.findLast((site) => isUser(site));
    const isHead = block === region?.head;
    let held = this.#atStart.get(block)?.slice();
    const define = (variable: Variable | undefined): void => {
      const slot = variable && this.#slots.get(variable);
      if (held && slot !== undefined && held[slot] === variable) held[slot] = "stale";
    };
    for (const operation of block.operations) {
      const site = byOperation.get(operation);
      if (site) {
        if (isHead && !held && isUser(site)) held = this.#entered();
        const step = held ? this.#step(site, held) : outside(site);
        visit(step, held);
        if (held) held = this.#behind(step, held);
        if (site === lastUser) held = undefined;
      }
      define(operation.result);
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

  /** The backward problem: which roots the code needs in variables; behind a place those are loaded. */
  #withLoads(
    steps: ReadonlyMap<Operation, Step>,
    links: ReadonlyMap<Link, LinkPlan>,
  ): Map<Operation, SitePlan> {
    const tracked = new Set([...steps.values()].flatMap(({ site }) => site.roots));
    const neededAtStart = new Map<Block, ReadonlySet<Variable>>();
    const plans = new Map<Operation, SitePlan>();
    const order = reversePostorder(this.#graph).reverse();
    for (let changed = true; changed; ) {
      changed = false;
      for (const block of order) {
        const needed = this.#neededAtEnd(block, tracked, neededAtStart, links);
        for (const operation of block.operations.toReversed()) {
          if (operation.result) needed.delete(operation.result);
          const step = steps.get(operation);
          if (step) plans.set(operation, this.#passSite(step, needed));
          for (const arg of operation.args) if (isVariable(arg) && tracked.has(arg)) needed.add(arg);
        }
        for (const param of block.params) needed.delete(param);
        if (neededAtStart.get(block)?.size === needed.size) continue;
        neededAtStart.set(block, needed);
        changed = true;
      }
    }
    return plans;
  }

  #neededAtEnd(
    { exit }: Block,
    tracked: ReadonlySet<Variable>,
    neededAtStart: ReadonlyMap<Block, ReadonlySet<Variable>>,
    links: ReadonlyMap<Link, LinkPlan>,
  ): Set<Variable> {
    const needed = new Set<Variable>();
    const use = (operand: Operand | undefined): void => {
      if (operand && isVariable(operand) && tracked.has(operand)) needed.add(operand);
    };
    for (const link of linksOf(exit)) {
      for (const one of neededAtStart.get(link.target) ?? []) needed.add(one);
      for (const arg of link.args) use(arg);
      for (const { root } of links.get(link)?.saves ?? []) use(root);
    }
    use(exitOperand(exit));
    return needed;
  }

  /** The plan of a place behind which those are needed; changes them into what is needed before it. */
  #passSite({ site, saves, places }: Step, needed: Set<Variable>): SitePlan {
    const loads = [...places]
      .filter(([root]) => needed.has(root) && !this.#locals.has(root))
      .map(([root, slot]) => ({ root, slot }));
    if (!site.beside) for (const { root } of loads) needed.delete(root);
    const own = [...places].filter(([, slot]) => slot === undefined).map(([root]) => root);
    for (const root of own) needed.add(root);
    for (const { root } of saves) if (root) needed.add(root);
    return { saves, own, loads };
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
