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
 * In all that a block dominates to which only one link of a branch leads. That the same test is one variable is
 * `common-subexpressions`' work; `constant-folding` takes the branches that are decided.
 */
import { Dominators } from "../graph/dominators.ts";
import { predecessors } from "../graph/flow.ts";
import {
  type Block,
  constants,
  type Graph,
  isVariable,
  linksOf,
  mapOperands,
  type Operand,
  type Variable,
} from "../graph/graph.ts";
import { graphPass } from "./pass.ts";

export const knownConditions = graphPass("known-conditions", (graph) => {
  const decisions = findDecisions(graph);
  if (decisions.size === 0) return;
  const dominators = new Dominators(graph);
  // Blocks come after their dominator: each starts with what is known there.
  const known = new Map<Block, ReadonlyMap<Operand, Operand>>();
  for (const block of dominators.order) {
    const parent = dominators.parent(block);
    let facts = (parent && known.get(parent)) ?? new Map<Operand, Operand>();
    const decision = decisions.get(block);
    if (decision) facts = new Map(facts).set(decision.condition, constants.bool(decision.value));
    known.set(block, facts);
    if (facts.size > 0) mapOperands(block, (operand) => facts.get(operand) ?? operand);
  }
});

interface Decision {
  readonly condition: Variable;
  readonly value: boolean;
}

/** What is known in blocks to which only one link of a branch leads. */
function findDecisions(graph: Graph): Map<Block, Decision> {
  const from = predecessors(graph);
  const testedAgain = conditionsUsedTwice(graph);
  const decisions = new Map<Block, Decision>();
  for (const { exit } of graph.blocks) {
    if (exit.kind !== "branch" || !isVariable(exit.condition) || !testedAgain.has(exit.condition)) continue;
    for (const [link, value] of [
      [exit.then, true],
      [exit.else, false],
    ] as const) {
      if (from.get(link.target)?.length === 1)
        decisions.set(link.target, { condition: exit.condition, value });
    }
  }
  return decisions;
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
