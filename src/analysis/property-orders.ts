/**
 * In which order objects have their properties, where it is the same for all objects of a class, and which properties
 * come in an order that only each object knows.
 *
 *   const o = {};                       fixed: b       no object has anything before b
 *   o.b = 1;                            free: x, y     added in either order
 *   if (c) { o.x = 1; o.y = 2 }
 *   else { o.y = 1; o.x = 2 }
 *
 * A class's making (construction.ts) and the writes of all other code tell which properties may be there when another
 * one is added: `before`. A property with none before it but those already chosen is the next of the fixed ones. What is
 * left is free if it goes round in a circle, or if an object may have `undefined` as such under a name that others of its
 * class lack: then the object itself must know what it has.
 */
import { isHiddenName } from "../graph/frames.ts";
import type { Operation } from "../graph/graph.ts";
import { ancestors, type ClassInfo, type Program } from "../graph/program.ts";
import { type Change, Construction, changeBy, type Making, makingsOf } from "./construction.ts";

export interface PropertyOrder {
  /** Properties that come first, in this order. */
  readonly fixed: readonly string[];
  /** Properties that come after those as they were added. */
  readonly free: readonly string[];
  /** Properties that an object has when other code first sees it. */
  readonly settled: ReadonlySet<string>;
  /** Writes that may add a property to an object of the class. */
  readonly adds: ReadonlySet<Operation>;
}

/** What the library's own classes have, such as an error's message, cannot be enumerated. */
function isLibrary(className: string): boolean {
  return className.startsWith("prelude.");
}

/** The names under which objects of a class may show something; names with `#` are the program's or ours. */
export function propertyNames(program: Program, info: ClassInfo): string[] {
  const names = new Set<string>(info.kind === "literal" ? info.order : []);
  for (const owner of [...ancestors(program, info.name)].reverse())
    if (!isLibrary(owner.name)) for (const { name } of owner.fields) if (!isHiddenName(name)) names.add(name);
  if (info.kind === "literal")
    for (const name of [...info.getters.keys(), ...info.setters.keys()]) names.add(name);
  return [...names];
}

/** The order of properties of each of these classes that can have more than one. */
export function propertyOrders(program: Program, classes: ReadonlySet<string>): Map<string, PropertyOrder> {
  const chosen = [...program.classes.values()].filter((one) => classes.has(one.name) && isOrdered(one));
  const makings = makingsOf(program, new Set(chosen.map((one) => one.name)));
  const orders = new Map<string, PropertyOrder>();
  // What is copied from an object without fixed order has none: this only grows.
  for (let changed = chosen.length > 0; changed; ) {
    changed = false;
    for (const info of chosen) {
      const making = makings.get(info.name);
      if (!making) continue;
      const before = orders.get(info.name);
      const order = orderOf(program, info, making, orders);
      orders.set(info.name, order);
      changed ||= before?.free.length !== order.free.length;
    }
  }
  return orders;
}

function isOrdered(info: ClassInfo): boolean {
  if (info.kind !== "class" && info.kind !== "literal") return false;
  return info.dictionary === undefined && !isLibrary(info.name);
}

function orderOf(
  program: Program,
  info: ClassInfo,
  making: Making,
  orders: ReadonlyMap<string, PropertyOrder>,
): PropertyOrder {
  const names = propertyNames(program, info);
  const changeOf = changeBy(program, names, orders);
  const first = new Construction(program, info, making, names, changeOf, 0n);
  const settled = first.settled;
  const all = (1n << BigInt(names.length)) - 1n;
  const before = names.map(() => 0n);
  const adds = new Set<Operation>();
  let outside = 0n;
  const outer: Change[] = [];
  for (const operation of making.outside) {
    for (const change of changeOf(operation)) {
      if (settled & (1n << BigInt(change.name))) continue;
      outside |= 1n << BigInt(change.name);
      adds.add(operation);
      outer.push(change);
    }
  }
  for (const { name } of outer) before[name] = all & ~(1n << BigInt(name));
  const second = new Construction(program, info, making, names, changeOf, outside);
  for (const [i, mask] of second.before.entries()) before[i] = (before[i] ?? 0n) | mask;
  for (const operation of second.adds) adds.add(operation);
  let unsure = second.unsure & ~settled;
  for (const { name, unsure: maybe } of outer) if (maybe) unsure |= 1n << BigInt(name);
  const fixed = chooseFixed(names, before, unsure);
  const given = names.filter((_, i) => settled & (1n << BigInt(i)));
  return { fixed, free: names.filter((name) => !fixed.includes(name)), settled: new Set(given), adds };
}

/** As many as have nothing before them but those that are chosen. */
function chooseFixed(names: readonly string[], before: readonly bigint[], unsure: bigint): string[] {
  const fixed: string[] = [];
  let chosen = 0n;
  for (let i = 0; i < names.length; ) {
    const mask = 1n << BigInt(i);
    const fits = (chosen & mask) === 0n && (unsure & mask) === 0n && ((before[i] ?? 0n) & ~chosen) === 0n;
    if (fits) {
      fixed.push(names[i] as string);
      chosen |= mask;
    }
    i = fits ? 0 : i + 1;
  }
  return fixed;
}

/** Where the hidden field of a class's objects belongs: with the first class of the program in its chain. */
export function rootOf(program: Program, className: string): string {
  let root = className;
  for (const one of ancestors(program, className)) if (!isLibrary(one.name)) root = one.name;
  return root;
}
