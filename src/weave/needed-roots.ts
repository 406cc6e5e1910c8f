/**
 * Which roots the code needs in variables, asked backwards from their uses: behind a place only those are loaded. One that
 * is not used before the next place stays in its slot.
 */
import { predecessors, reversePostorder } from "../graph/flow.ts";
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
import type { LocalObjects } from "./locals.ts";
import type { LinkPlan, SitePlan, Step } from "./root-sites.ts";

/** The plans of all places, with what is to be loaded behind each. */
export function withLoads(
  graph: Graph,
  steps: ReadonlyMap<Operation, Step>,
  links: ReadonlyMap<Link, LinkPlan>,
  locals: LocalObjects,
): Map<Operation, SitePlan> {
  const tracked = new Set([...steps.values()].flatMap(({ site }) => site.roots));
  const neededAtStart = new Map<Block, ReadonlySet<Variable>>();
  const plans = new Map<Operation, SitePlan>();
  const from = predecessors(graph);
  const order = reversePostorder(graph).reverse();
  const reached = new Set(order);
  const changed = new Set(order);
  while (changed.size > 0) {
    for (const block of order) {
      if (!changed.delete(block)) continue;
      const needed = neededAtEnd(block, tracked, neededAtStart, links);
      for (let index = block.operations.length - 1; index >= 0; index--) {
        const operation = block.operations[index] as Operation;
        if (operation.result) needed.delete(operation.result);
        const step = steps.get(operation);
        if (step) plans.set(operation, passSite(step, needed, locals));
        for (const arg of operation.args) if (isVariable(arg) && tracked.has(arg)) needed.add(arg);
      }
      for (const param of block.params) needed.delete(param);
      if ((neededAtStart.get(block)?.size ?? 0) === needed.size) continue;
      neededAtStart.set(block, needed);
      for (const before of from.get(block) ?? []) if (reached.has(before)) changed.add(before);
    }
  }
  return plans;
}

function neededAtEnd(
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
function passSite({ site, saves, places }: Step, needed: Set<Variable>, locals: LocalObjects): SitePlan {
  const loads = [...places]
    .filter(([root]) => needed.has(root) && !locals.has(root))
    .map(([root, slot]) => ({ root, slot }));
  if (!site.beside) for (const { root } of loads) needed.delete(root);
  const own = [...places].filter(([, slot]) => slot === undefined).map(([root]) => root);
  for (const root of own) needed.add(root);
  for (const { root } of saves) if (root) needed.add(root);
  return { saves, own, loads };
}
