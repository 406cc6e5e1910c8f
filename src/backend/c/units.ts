/**
 * Divides the functions of a large program among translation units, which the C compiler takes at once on as many
 * processors as there are.
 *
 * Neighbours of the program stay together, a function that is called from one other stays with that one, and those that
 * are smaller than a call is worth stand in every unit that calls them, so that the C compiler can still inline what it
 * would have inlined. What only one unit names is static there, as everything is in a program of one unit. How many
 * there are depends on the program alone: the same program always makes the same text.
 */
import { callGraph } from "../../analysis/call-graph.ts";
import { type Constant, exitOperand, type Graph, linksOf, type Operand } from "../../graph/graph.ts";
import type { Program } from "../../graph/program.ts";

export interface Unit {
  /** In the order of the program; a function that is copied stands in several units. */
  readonly functions: readonly Graph[];
}

export interface Units {
  /** The first has the program's data and native part. */
  readonly units: readonly Unit[];
  /** Functions that another unit names than the one that defines them. */
  readonly shared: ReadonlySet<string>;
}

interface UnitSizes {
  /** Smaller programs are not divided. */
  readonly least: number;
  readonly size: number;
}

/** What the C compiler has done in a few seconds stays whole: it optimizes better what it sees at once. */
const leastDivided = 30_000;
/** About what it takes a second for. */
const unitSize = 8000;
const mostUnits = 16;
/** Larger ones the C compiler inlines only where they are called once. */
const copiedOperations = 14;
const copiedBlocks = 5;

/** One unit with everything. */
export function oneUnit(program: Program): Units {
  return { units: [{ functions: [...program.functions.values()] }], shared: new Set() };
}

/**
 * Divides a woven program. `first` are the functions that the native part names, and `needsFirst` tells those that call
 * it: it stands in the first unit.
 */
export function divide(
  program: Program,
  first: readonly string[],
  needsFirst: (graph: Graph) => boolean,
  { least, size }: UnitSizes = { least: leastDivided, size: unitSize },
): Units {
  const graphs = [...program.functions.values()];
  const sizes = new Map(graphs.map((one) => [one.name, sizeOf(one)] as const));
  const total = [...sizes.values()].reduce((a, b) => a + b, 0);
  if (total < least) return oneUnit(program);
  const count = Math.min(mostUnits, Math.max(1, Math.round(total / size)));

  const calls = callGraph(program);
  // The data name functions too, and stand in the first unit.
  const outside = new Set([...first, ...calls.addressTaken]);
  const pinned = new Set(graphs.filter(needsFirst).map((one) => one.name));
  const copied = new Set(
    graphs
      .filter((one) => !outside.has(one.name) && !pinned.has(one.name) && isCopied(one))
      .map((one) => one.name),
  );

  const leaders = new Map<string, string>();
  const leader = (name: string): string => {
    const known = leaders.get(name);
    if (known !== undefined) return known;
    // A cycle of functions that call but each other ends where it is entered.
    leaders.set(name, name);
    const callers = new Set(calls.callsOf(name).map((site) => site.caller));
    const [only] = callers;
    const follows = callers.size === 1 && !outside.has(name) && !pinned.has(name);
    const found = follows && only !== undefined ? leader(only) : name;
    leaders.set(name, found);
    return found;
  };
  const groups = new Map<string, Graph[]>();
  for (const one of graphs) {
    if (copied.has(one.name)) continue;
    const name = leader(one.name);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  const homes = assign(groups, sizes, pinned, total, count);
  return settle(graphs, homes, copied, outside, count);
}

/** The unit of each function that has one: groups fill them in order, those of the native part the first. */
function assign(
  groups: ReadonlyMap<string, readonly Graph[]>,
  sizes: ReadonlyMap<string, number>,
  pinned: ReadonlySet<string>,
  total: number,
  count: number,
): Map<string, number> {
  const homes = new Map<string, number>();
  const filled = new Array<number>(count).fill(0);
  const sizeOfGroup = (group: readonly Graph[]): number =>
    group.reduce((sum, { name }) => sum + (sizes.get(name) as number), 0);
  const put = (group: readonly Graph[], unit: number): void => {
    for (const { name } of group) homes.set(name, unit);
    filled[unit] = (filled[unit] as number) + sizeOfGroup(group);
  };
  const free: (readonly Graph[])[] = [];
  for (const [name, group] of groups) {
    if (pinned.has(name)) put(group, 0);
    else free.push(group);
  }
  let unit = 0;
  for (const group of free) {
    const half = sizeOfGroup(group) / 2;
    // A group that is larger than a unit fills one of its own.
    const isFull = (used: number): boolean => used > 0 && used + half > total / count;
    while (unit < count - 1 && isFull(filled[unit] as number)) unit++;
    put(group, unit);
  }
  return homes;
}

/** Copies functions to where they are named, and finds those that units share. */
function settle(
  graphs: readonly Graph[],
  homes: ReadonlyMap<string, number>,
  copied: ReadonlySet<string>,
  outside: ReadonlySet<string>,
  count: number,
): Units {
  const byName = new Map(graphs.map((one) => [one.name, one] as const));
  const shared = new Set<string>();
  const units: Unit[] = [];
  for (let unit = 0; unit < count; unit++) {
    const here = new Set(graphs.filter((one) => homes.get(one.name) === unit).map((one) => one.name));
    const see = (name: string): void => {
      if (copied.has(name)) here.add(name);
      else if (homes.get(name) !== unit) shared.add(name);
    };
    if (unit === 0) for (const name of outside) see(name);
    // Copies name further functions: the set grows while we walk it.
    for (const name of here) for (const one of namedBy(byName.get(name))) see(one);
    units.push({ functions: graphs.filter((one) => here.has(one.name)) });
  }
  return { units: units.filter(({ functions }, index) => index === 0 || functions.length > 0), shared };
}

/** Operations count, and what links assign. */
function sizeOf(graph: Graph): number {
  let size = 0;
  for (const { operations, exit } of graph.blocks) {
    size += operations.length + 1;
    for (const { args } of linksOf(exit)) size += args.length / 2;
  }
  return size;
}

function isCopied(graph: Graph): boolean {
  const { notes, blocks } = graph;
  if (notes.inline === "always") return true;
  if (notes.inline === "never" || notes.cold === "yes") return false;
  if (blocks.length > copiedBlocks) return false;
  return blocks.reduce((sum, one) => sum + one.operations.length, 0) <= copiedOperations;
}

/** The functions that a graph calls or whose address it takes. */
function namedBy(graph: Graph | undefined): Set<string> {
  const names = new Set<string>();
  const see = (constant: Operand | Constant | undefined): void => {
    if (constant?.kind === "function") names.add(constant.name);
  };
  for (const { operations, exit } of graph?.blocks ?? []) {
    for (const { op, args, attributes } of operations) {
      if (op === "call") names.add(String(attributes.function));
      for (const arg of args) see(arg);
    }
    see(exitOperand(exit));
    for (const { args } of linksOf(exit)) for (const arg of args) see(arg);
  }
  return names;
}
