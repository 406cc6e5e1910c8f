/**
 * Where a branch has been taken, its condition is known: what tests it again need not.
 *
 *   b0(p: ref):                         b0(p: ref):
 *     c = ref_eq p, nil                   c = ref_eq p, nil
 *     branch c, b1, b2                    branch c, b1, b2
 *   b2:                            =>   b2:
 *     x: int = get_field{…} p             x: int = get_field{…} p
 *     branch c, b3, b4                    branch false, b3, b4
 *
 * In all that a block dominates to which only one link of a branch leads. With a condition what it was made of is known:
 * what it negates, both parts of an `and` that holds. That the same test is one variable is `common-subexpressions`' work;
 * `constant-folding` takes the branches that are decided.
 */
import { Dominators } from "../graph/dominators.ts";
import { predecessors, removeUnreachable } from "../graph/flow.ts";
import {
  type Block,
  constants,
  type Exit,
  type Graph,
  isVariable,
  linksOf,
  mapOperands,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import { graphPass } from "./pass.ts";

export const knownConditions = graphPass("known-conditions", (graph) => {
  const decisions = findDecisions(graph);
  const dominators = new Dominators(graph);
  const known = decisions.size > 0 ? replaceKnown(dominators, decisions) : new Map<Block, Facts>();
  leadPastTests(graph, dominators, known);
});

type Facts = ReadonlyMap<Operand, Operand>;

function replaceKnown(
  dominators: Dominators,
  decisions: ReadonlyMap<Block, readonly Decision[]>,
): Map<Block, Facts> {
  // Blocks come after their dominator: each starts with what is known there.
  const known = new Map<Block, Facts>();
  for (const block of dominators.order) {
    const parent = dominators.parent(block);
    let facts = (parent && known.get(parent)) ?? new Map<Operand, Operand>();
    const decided = decisions.get(block);
    if (decided) {
      const more = new Map(facts);
      for (const { condition, value } of decided) more.set(condition, constants.bool(value));
      facts = more;
    }
    known.set(block, facts);
    if (facts.size > 0) mapOperands(block, (operand) => facts.get(operand) ?? operand);
  }
  return known;
}

/**
 * Leads links past blocks that only test what is known on the way there, though not on all ways:
 *
 *   b0(p: ref):                           b0(p: ref):
 *     c = ref_eq p, nil                     c = ref_eq p, nil
 *     branch c, b2, b1                      branch c, b3, b1
 *   b1:                            =>     b1:
 *     …                                     …
 *     jump b2                               jump b4
 *   b2:
 *     branch c, b3, b4
 *
 * The heads of loops stay: who leads past them makes a second way into the loop.
 */
function leadPastTests(graph: Graph, dominators: Dominators, known: ReadonlyMap<Block, Facts>): void {
  const passable = blocksOfTests(graph, dominators);
  if (passable.size === 0) return;
  for (const block of dominators.order) {
    const facts = known.get(block);
    const { exit } = block;
    for (const link of linksOf(exit)) {
      const taken = exit.kind !== "branch" || exit.then.target === exit.else.target ? undefined : exit;
      // A block passed on the way is not passed again: each step leads to one that the last dominated or joined.
      for (let steps = passable.size; steps > 0; steps--) {
        const test = passable.get(link.target);
        if (!test) break;
        const value = facts?.get(test.condition);
        const decided =
          value?.kind === "bool"
            ? value.value
            : taken?.condition === test.condition
              ? link === taken.then
              : undefined;
        if (decided === undefined) break;
        const next = decided ? test.then : test.else;
        link.target = next.target;
        link.args = [...next.args];
      }
    }
  }
  removeUnreachable(graph);
}

type Branch = Extract<Exit, { kind: "branch" }>;

/** Blocks that do nothing but branch, and make no variables. */
function blocksOfTests(graph: Graph, dominators: Dominators): Map<Block, Branch> {
  const found = new Map<Block, Branch>();
  const from = predecessors(graph);
  for (const block of graph.blocks.slice(1)) {
    const { exit, params, operations } = block;
    if (exit.kind !== "branch" || params.length > 0 || operations.length > 0) continue;
    if (!isVariable(exit.condition) || !dominators.has(block)) continue;
    const isHead = from.get(block)?.some((one) => dominators.has(one) && dominators.dominates(block, one));
    if (!isHead) found.set(block, exit);
  }
  return found;
}

interface Decision {
  readonly condition: Variable;
  readonly value: boolean;
}

/** What is known in blocks to which only one link of a branch leads. */
function findDecisions(graph: Graph): Map<Block, Decision[]> {
  const from = predecessors(graph);
  const testedAgain = conditionsUsedTwice(graph);
  const makers = new Map<Variable, Operation>();
  for (const { operations } of graph.blocks) {
    for (const one of operations) if (one.result?.type === "bool") makers.set(one.result, one);
  }
  const decisions = new Map<Block, Decision[]>();
  for (const { exit } of graph.blocks) {
    if (exit.kind !== "branch") continue;
    for (const [link, value] of [
      [exit.then, true],
      [exit.else, false],
    ] as const) {
      if (from.get(link.target)?.length !== 1) continue;
      const known = consequences(exit.condition, value, makers).filter((one) =>
        testedAgain.has(one.condition),
      );
      if (known.length > 0) decisions.set(link.target, known);
    }
  }
  return decisions;
}

/** A condition and what it was made of, as far as its value tells of them. */
function consequences(
  condition: Operand,
  value: boolean,
  makers: ReadonlyMap<Variable, Operation>,
): Decision[] {
  if (!isVariable(condition)) return [];
  const maker = makers.get(condition);
  const parts = maker?.args ?? [];
  const own = { condition, value };
  if (maker?.op === "bool_not") return [own, ...consequences(parts[0] as Operand, !value, makers)];
  if ((maker?.op === "bool_and" && value) || (maker?.op === "bool_or" && !value))
    return [own, ...parts.flatMap((part) => consequences(part, value, makers))];
  return [own];
}

/** Most conditions are used by their branch alone: nothing is to be known of them. */
function conditionsUsedTwice(graph: Graph): Set<Operand> {
  const once = new Set<Operand>();
  const twice = new Set<Operand>();
  const use = (operand: Operand): void => {
    if (isVariable(operand) && operand.type === "bool") (once.has(operand) ? twice : once).add(operand);
  };
  for (const { operations, exit } of graph.blocks) {
    for (const { args } of operations) args.forEach(use);
    if (exit.kind === "branch") use(exit.condition);
    else if (exit.kind === "return" && exit.value) use(exit.value);
    for (const { args } of linksOf(exit)) args.forEach(use);
  }
  return twice;
}
