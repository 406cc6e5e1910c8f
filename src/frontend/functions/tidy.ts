/**
 * Tidies a graph after its construction: blocks that nothing reaches, parameters that always stand for one value,
 * names given by tests that nobody uses, and chains of blocks that only jump go away.
 */
import {
  type Block,
  isVariable,
  type Link,
  linksOf,
  mapOperands,
  type Operand,
  type Variable,
} from "../../graph/graph.ts";

/** A name that a variable got because a test held or did not hold. */
export interface Refinement {
  readonly base: Variable;
  readonly test: object;
  readonly holds: boolean;
}

export function tidyGraph(
  placed: readonly Block[],
  pinned: ReadonlySet<Variable>,
  refinements: ReadonlyMap<Variable, Refinement>,
  ofMemory: ReadonlySet<Variable>,
): Block[] {
  let blocks = reachable(placed);
  removeTrivialParameters(blocks, pinned, refinements);
  removeUnused(blocks, pinned, readAgain(blocks, ofMemory));
  skipEmptyBlocks(blocks);
  blocks = reachable(blocks);
  return mergeChains(blocks);
}

function reachable(placed: readonly Block[]): Block[] {
  const entry = placed[0];
  if (!entry) return [];
  const seen = new Set<Block>([entry]);
  const pending = [entry];
  for (let one = pending.pop(); one; one = pending.pop()) {
    for (const { target } of linksOf(one.exit)) {
      if (seen.has(target)) continue;
      seen.add(target);
      pending.push(target);
    }
  }
  return placed.filter((one) => seen.has(one));
}

function linksTo(blocks: readonly Block[]): Map<Block, Link[]> {
  const result = new Map<Block, Link[]>(blocks.map((one) => [one, []]));
  for (const one of blocks)
    for (const through of linksOf(one.exit)) result.get(through.target)?.push(through);
  return result;
}

/**
 * A parameter whose arguments are all one value is that value. The two names which the branches of one test gave to
 * a value count as the value itself: after the join nothing is known any more.
 */
function removeTrivialParameters(
  blocks: readonly Block[],
  pinned: ReadonlySet<Variable>,
  refinements: ReadonlyMap<Variable, Refinement>,
): void {
  const incoming = linksTo(blocks);
  const replaced = new Map<Variable, Operand>();
  const resolve = (operand: Operand): Operand => {
    let result = operand;
    while (isVariable(result)) {
      const next = replaced.get(result);
      if (!next) break;
      result = next;
    }
    return result;
  };
  const only = (parameter: Variable, values: Operand[]): Operand | undefined =>
    singleValue(parameter, values, resolve, refinements);

  for (let changed = true; changed; ) {
    changed = false;
    for (const one of blocks) {
      const links = incoming.get(one) ?? [];
      for (let i = one.params.length - 1; i >= 0; i--) {
        const parameter = one.params[i];
        if (!parameter || pinned.has(parameter)) continue;
        const value = only(
          parameter,
          links.map((through) => through.args[i] as Operand),
        );
        if (!value) continue;
        replaced.set(parameter, value);
        one.params.splice(i, 1);
        for (const through of links) through.args.splice(i, 1);
        changed = true;
      }
    }
  }
  for (const one of blocks) mapOperands(one, resolve);
}

function singleValue(
  parameter: Variable,
  values: readonly Operand[],
  resolve: (operand: Operand) => Operand,
  refinements: ReadonlyMap<Variable, Refinement>,
): Operand | undefined {
  const refinementOf = (operand: Operand): { base: Operand; test: object; holds: boolean } | undefined => {
    const found = isVariable(operand) ? refinements.get(operand) : undefined;
    return found && { ...found, base: resolve(found.base) };
  };
  /** The parameter itself, or a narrower view of it, adds nothing. */
  const isItself = (operand: Operand): boolean => {
    let at: Operand = operand;
    while (at !== parameter) {
      const refined = refinementOf(at);
      if (!refined) return false;
      at = refined.base;
    }
    return true;
  };
  let distinct: Operand[] = [];
  const add = (operand: Operand): void => {
    if (!isItself(operand) && !distinct.some((one) => sameOperand(one, operand))) distinct.push(operand);
  };
  for (const value of values) add(resolve(value));

  for (let joined = true; joined && distinct.length > 1; ) {
    joined = false;
    for (const one of distinct) {
      const refined = refinementOf(one);
      if (!refined) continue;
      const other = distinct.find((candidate) => {
        const opposite = refinementOf(candidate);
        return (
          opposite?.test === refined.test &&
          opposite.holds !== refined.holds &&
          opposite.base === refined.base
        );
      });
      const widened = other ?? (distinct.includes(refined.base) ? one : undefined);
      if (!widened) continue;
      distinct = distinct.filter((candidate) => candidate !== one && candidate !== other);
      add(refined.base);
      joined = true;
      break;
    }
  }
  return distinct.length === 1 ? distinct[0] : undefined;
}

function sameOperand(a: Operand, b: Operand): boolean {
  if (a === b) return true;
  if (a.kind === "variable" || b.kind === "variable" || a.kind !== b.kind) return false;
  if ("value" in a && "value" in b) return Object.is(a.value, b.value);
  if ("name" in a && "name" in b) return a.name === b.name;
  return a.kind === "undefined" || a.kind === "null";
}

/** Of the names that tests gave to what was read from memory, those of which there may be another read. */
function readAgain(blocks: readonly Block[], ofMemory: ReadonlySet<Variable>): ReadonlySet<Variable> {
  if (ofMemory.size === 0) return ofMemory;
  const places = new Map<Variable, string>();
  const counts = new Map<string, number>();
  const bases = new Map<Variable, Operand>();
  for (const { operations } of blocks) {
    for (const { op, args, result, attributes } of operations) {
      if (result && op === "refine" && args[0]) bases.set(result, args[0]);
      if (!result || !op.startsWith("get_")) continue;
      const place = `${op} ${attributes.name}`;
      places.set(result, place);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  const placeOf = (refined: Variable): string => {
    let at: Operand | undefined = refined;
    while (at && isVariable(at) && bases.has(at)) at = bases.get(at);
    return (at && isVariable(at) && places.get(at)) || "";
  };
  return new Set([...ofMemory].filter((one) => (counts.get(placeOf(one)) ?? 0) > 1));
}

/** Deletes block parameters and refinements that no other operation needs. */
function removeUnused(
  blocks: readonly Block[],
  pinned: ReadonlySet<Variable>,
  kept: ReadonlySet<Variable>,
): void {
  const needs = new Map<Variable, Operand[]>();
  const pending: Operand[] = [];
  for (const one of blocks) {
    for (const operation of one.operations) {
      if (operation.op === "refine" && operation.result) needs.set(operation.result, operation.args);
      else pending.push(...operation.args);
    }
    const { exit } = one;
    if (exit.kind === "branch") pending.push(exit.condition);
    if ((exit.kind === "return" || exit.kind === "raise" || exit.kind === "switch") && exit.value)
      pending.push(exit.value);
    for (const through of linksOf(exit)) {
      through.target.params.forEach((parameter, i) => {
        const argument = through.args[i] as Operand;
        if (pinned.has(parameter)) pending.push(argument);
        else needs.set(parameter, [...(needs.get(parameter) ?? []), argument]);
      });
    }
  }
  pending.push(...kept);
  const used = new Set<Variable>();
  for (let operand = pending.pop(); operand; operand = pending.pop()) {
    if (!isVariable(operand) || used.has(operand)) continue;
    used.add(operand);
    pending.push(...(needs.get(operand) ?? []));
  }
  for (const one of blocks) {
    one.operations = one.operations.filter(
      ({ op, result }) => op !== "refine" || (result && used.has(result)),
    );
    for (const through of linksOf(one.exit)) {
      const { params } = through.target;
      through.args = through.args.filter((_, i) => {
        const parameter = params[i] as Variable;
        return pinned.has(parameter) || used.has(parameter);
      });
    }
  }
  for (const one of blocks) one.params = one.params.filter((each) => pinned.has(each) || used.has(each));
}

/** Links to a block that only jumps go where it jumps. */
function skipEmptyBlocks(blocks: readonly Block[]): void {
  for (const one of blocks) {
    for (const through of linksOf(one.exit)) {
      for (let steps = 0; steps < blocks.length; steps++) {
        const { target } = through;
        if (target.operations.length > 0 || target.params.length > 0 || target.exit.kind !== "jump") break;
        if (target.exit.link.target === target) break;
        through.args = [...target.exit.link.args];
        through.target = target.exit.link.target;
      }
    }
  }
}

/** A block and its only successor become one if that has no other predecessor. */
function mergeChains(blocks: readonly Block[]): Block[] {
  const incoming = linksTo(blocks);
  const merged = new Set<Block>();
  const replaced = new Map<Variable, Operand>();
  for (const one of blocks) {
    if (merged.has(one)) continue;
    while (one.exit.kind === "jump") {
      const { target, args } = one.exit.link;
      if (target === one || target === blocks[0] || incoming.get(target)?.length !== 1) break;
      target.params.forEach((parameter, i) => {
        const argument = args[i] as Operand;
        if (isVariable(argument) && argument.name === "") argument.name = parameter.name;
        replaced.set(parameter, argument);
      });
      one.operations.push(...target.operations);
      one.exit = target.exit;
      merged.add(target);
    }
  }
  const result = blocks.filter((one) => !merged.has(one));
  const resolve = (operand: Operand): Operand => {
    let at = operand;
    for (
      let next = isVariable(at) ? replaced.get(at) : undefined;
      next;
      next = isVariable(at) ? replaced.get(at) : undefined
    ) {
      at = next;
    }
    return at;
  };
  if (replaced.size > 0) for (const one of result) mapOperands(one, resolve);
  return result;
}
