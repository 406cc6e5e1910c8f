/**
 * Gives variables new versions and repairs the static single assignment form: each use gets the version that reaches
 * it, and where different versions meet the block gets a parameter.
 *
 *   b0(p: ref):                        b0(p: ref):
 *     branch c, b1, b2                   branch c, b1, b2(p)
 *   b1:                                b1:
 *     call{function=f}                   call{function=f}
 *     q: ref = root_load{index=0}  =>    q: ref = root_load{index=0}
 *     jump b2                            jump b2(q)
 *   b2:                                b2(p.1: ref):
 *     return p                           return p.1
 *
 * Cytron et al. 1991, pruned by liveness: parameters only where the variable is still used.
 */
import { Dominators } from "./dominators.ts";
import { predecessors } from "./flow.ts";
import {
  type Block,
  block,
  exitOperand,
  type Graph,
  isVariable,
  linksOf,
  type Operand,
  type Variable,
  version,
} from "./graph.ts";

/**
 * For each original variable the variables that take its place: they already stand in the graph as results or
 * parameters, and from their definition on they are what uses of the original mean. Operands of the operation
 * that defines a version still mean the version before.
 */
export type Versions = ReadonlyMap<Variable, readonly Variable[]>;

/** Rewrites all uses of the originals, for all of them in one walk. Blocks that cannot be reached are left alone. */
export function renameVersions(graph: Graph, versions: Versions): void {
  const originals = new Map<Variable, Variable>();
  for (const [original, list] of versions) for (const version of list) originals.set(version, original);
  if (originals.size === 0) return;
  for (const one of [...graph.blocks]) isolateResult(graph, one, originals);
  const dominators = new Dominators(graph);
  const places = findPlaces(graph, dominators, versions, originals);
  addParams(graph, dominators, places, originals);
  new Renamer(dominators, originals).walk();
}

/** Where an original is defined, as itself or as a version, and where it is used before any version in the block. */
interface Places {
  readonly defined: Set<Block>;
  readonly usedFromOutside: Set<Block>;
}

/** The result of an excepted operation exists on the normal link only: it goes through a parameter of a new block. */
function isolateResult(graph: Graph, one: Block, originals: Map<Variable, Variable>): void {
  const last = one.operations.at(-1);
  if (one.exit.kind !== "except" || !last?.result) return;
  const original = originals.get(last.result);
  if (!original) return;
  const param = version(last.result);
  const between = block([param]);
  between.exit = { kind: "jump", link: one.exit.normal };
  originals.delete(last.result);
  originals.set(param, original);
  // As an argument the original would mean the version before.
  if (last.result === original) last.result = version(original);
  one.exit.normal = { target: between, args: [last.result] };
  graph.blocks.splice(graph.blocks.indexOf(one) + 1, 0, between);
}

function findPlaces(
  graph: Graph,
  dominators: Dominators,
  versions: Versions,
  originals: ReadonlyMap<Variable, Variable>,
): Map<Variable, Places> {
  const places = new Map<Variable, Places>();
  for (const original of versions.keys()) {
    places.set(original, { defined: new Set(), usedFromOutside: new Set() });
  }
  for (const one of graph.blocks) {
    if (!dominators.has(one)) continue;
    const define = (defined: Variable): void => {
      places.get(originals.get(defined) ?? defined)?.defined.add(one);
    };
    const use = (operand: Operand): void => {
      const place = isVariable(operand) ? places.get(operand) : undefined;
      if (place && !place.defined.has(one)) place.usedFromOutside.add(one);
    };
    for (const param of one.params) define(param);
    for (const operation of one.operations) {
      for (const arg of operation.args) use(arg);
      if (operation.result) define(operation.result);
    }
    const value = exitOperand(one.exit);
    if (value) use(value);
    if (one.exit.kind === "except") define(one.exit.caught);
    for (const link of linksOf(one.exit)) for (const arg of link.args) use(arg);
  }
  return places;
}

/** Adds a parameter for each original at the joins of its versions where it is live; it becomes a version too. */
function addParams(
  graph: Graph,
  dominators: Dominators,
  places: ReadonlyMap<Variable, Places>,
  originals: Map<Variable, Variable>,
): void {
  const from = predecessors(graph);
  const frontiers = dominators.frontiers();
  for (const [original, place] of places) {
    const live = liveAtStart(place, from);
    const work = [...place.defined];
    const done = new Set<Block>();
    for (let at = work.pop(); at; at = work.pop()) {
      for (const join of frontiers.get(at) ?? []) {
        if (done.has(join) || !live.has(join)) continue;
        done.add(join);
        const param = version(original);
        join.params.push(param);
        originals.set(param, original);
        // The renamer replaces each by what reaches the end of the block that the link leaves.
        for (const block of new Set(from.get(join))) {
          for (const link of linksOf(block.exit)) if (link.target === join) link.args.push(original);
        }
        work.push(join);
      }
    }
  }
}

function liveAtStart(place: Places, from: ReadonlyMap<Block, readonly Block[]>): Set<Block> {
  const live = new Set(place.usedFromOutside);
  const work = [...live];
  for (let at = work.pop(); at; at = work.pop()) {
    for (const before of from.get(at) ?? []) {
      if (place.defined.has(before) || live.has(before)) continue;
      live.add(before);
      work.push(before);
    }
  }
  return live;
}

/** Walks the dominator tree with the version of each original that is current. */
class Renamer {
  readonly #dominators: Dominators;
  readonly #originals: ReadonlyMap<Variable, Variable>;
  readonly #current = new Map<Variable, Variable>();
  /** What to restore when the walk leaves a block. */
  readonly #undo: { original: Variable; version: Variable | undefined }[] = [];

  constructor(dominators: Dominators, originals: ReadonlyMap<Variable, Variable>) {
    this.#dominators = dominators;
    this.#originals = originals;
  }

  walk(): void {
    const entry = this.#dominators.order[0];
    if (!entry) return;
    const path = [{ block: entry, children: this.#dominators.children(entry), next: 0, undo: 0 }];
    this.#rename(entry);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const child = top.children[top.next++];
      if (child) {
        path.push({
          block: child,
          children: this.#dominators.children(child),
          next: 0,
          undo: this.#undo.length,
        });
        this.#rename(child);
      } else {
        this.#restore(top.undo);
        path.pop();
      }
    }
  }

  #rename(one: Block): void {
    for (const param of one.params) this.#define(param);
    for (const operation of one.operations) {
      operation.args = operation.args.map((arg) => this.#use(arg));
      if (operation.result) this.#define(operation.result);
    }
    const exit = one.exit;
    if (exit.kind === "branch") exit.condition = this.#use(exit.condition);
    if (exit.kind === "switch" || exit.kind === "raise") exit.value = this.#use(exit.value);
    if (exit.kind === "return" && exit.value) exit.value = this.#use(exit.value);
    for (const link of linksOf(exit)) link.args = link.args.map((arg) => this.#use(arg));
  }

  #define(version: Variable): void {
    const original = this.#originals.get(version);
    if (!original) return;
    this.#undo.push({ original, version: this.#current.get(original) });
    this.#current.set(original, version);
  }

  #use(operand: Operand): Operand {
    return isVariable(operand) ? (this.#current.get(operand) ?? operand) : operand;
  }

  #restore(length: number): void {
    while (this.#undo.length > length) {
      const { original, version } = this.#undo.pop() as { original: Variable; version: Variable | undefined };
      if (version) this.#current.set(original, version);
      else this.#current.delete(original);
    }
  }
}
