/**
 * Joins blocks that follow each other, and leads links past blocks that do nothing.
 *
 *   b0(c: bool, x: int):              b0(c: bool, x: int):
 *     branch c, b1, b2                  branch c, b3(1), b3(x)
 *   b1:                               b3(y: int):
 *     jump b3(1)                        z = int_add y, 1
 *   b2:                        =>       return z
 *     jump b3(x)
 *   b3(y: int):
 *     jump b4
 *   b4:
 *     z = int_add y, 1
 *     return z
 *
 * A link that brings the condition of a block that only branches goes where that branch would go. A branch of which both
 * links are the same becomes a jump. Blocks that nothing leads to any more are taken away.
 */
import { incomingLinks, removeUnreachable } from "../graph/flow.ts";
import {
  type Block,
  type Exit,
  exitOperand,
  type Graph,
  isVariable,
  type Link,
  linksOf,
  type Operand,
  type Variable,
} from "../graph/graph.ts";
import { Replacements, sameOperand } from "../graph/replace.ts";
import { graphPass } from "./pass.ts";

export const mergeBlocks = graphPass("merge-blocks", (graph) => {
  threadLinks(graph);
  joinBranches(graph);
  removeUnreachable(graph);
  appendFollowers(graph);
});

/** Leads links past blocks that only jump or branch on. */
function threadLinks(graph: Graph): void {
  const busy = blocksWithUsedParams(graph);
  const isTrivial = (block: Block): boolean =>
    block.operations.length === 0 && !busy.has(block) && block !== graph.blocks[0];
  for (const block of graph.blocks) {
    for (const link of linksOf(block.exit)) {
      // Blocks that jump in a circle do nothing for ever: as many steps as there are blocks means that.
      for (let steps = graph.blocks.length; steps > 0 && isTrivial(link.target); steps--) {
        if (!follow(link)) break;
      }
    }
  }
}

/** Makes a link to a block without operations lead where that one leads; false if that is not known. */
function follow(link: Link): boolean {
  const passed = link.target;
  const values = new Map<Operand, Operand>(
    passed.params.map((param, at) => [param, link.args[at] as Operand]),
  );
  const arrives = (operand: Operand): Operand => values.get(operand) ?? operand;
  const next = linkTaken(passed.exit, arrives);
  if (!next) return false;
  link.target = next.target;
  link.args = next.args.map(arrives);
  return true;
}

/** The link of an exit that is taken whatever happens. */
function linkTaken(exit: Exit, arrives: (operand: Operand) => Operand): Link | undefined {
  if (exit.kind === "jump") return exit.link;
  if (exit.kind === "branch") {
    const condition = arrives(exit.condition);
    return condition.kind !== "bool" ? undefined : condition.value ? exit.then : exit.else;
  }
  if (exit.kind !== "switch") return undefined;
  const value = arrives(exit.value);
  if (value.kind !== "int") return undefined;
  return exit.cases.find((one) => one.value === value.value)?.link ?? exit.otherwise;
}

/** The blocks whose parameters are used anywhere but in their own exit and the arguments of its links. */
function blocksWithUsedParams(graph: Graph): Set<Block> {
  const homes = new Map<Variable, Block>();
  for (const block of graph.blocks) for (const param of block.params) homes.set(param, block);
  const busy = new Set<Block>();
  for (const block of graph.blocks) {
    const use = (operand: Operand, own: boolean): void => {
      const home = isVariable(operand) ? homes.get(operand) : undefined;
      if (home && !(own && home === block)) busy.add(home);
    };
    for (const operation of block.operations) for (const arg of operation.args) use(arg, false);
    const value = exitOperand(block.exit);
    if (value) use(value, true);
    for (const link of linksOf(block.exit)) for (const arg of link.args) use(arg, true);
  }
  return busy;
}

/** A branch or switch of which all links are the same decides nothing. */
function joinBranches(graph: Graph): void {
  for (const block of graph.blocks) {
    if (block.exit.kind !== "branch" && block.exit.kind !== "switch") continue;
    const [first, ...others] = linksOf(block.exit);
    if (first && others.every((other) => sameLink(first, other))) block.exit = { kind: "jump", link: first };
  }
}

function sameLink(a: Link, b: Link): boolean {
  return a.target === b.target && a.args.every((arg, at) => sameOperand(arg, b.args[at] as Operand));
}

/** Appends each block that only one jump leads to, to the block with that jump. */
function appendFollowers(graph: Graph): void {
  const incoming = incomingLinks(graph);
  const replacements = new Replacements();
  const appended = new Set<Block>();
  for (const block of graph.blocks) {
    if (appended.has(block)) continue;
    while (block.exit.kind === "jump") {
      const { target, args } = block.exit.link;
      if (target === block || target === graph.blocks[0] || incoming.get(target)?.length !== 1) break;
      for (const [at, param] of target.params.entries()) replacements.set(param, args[at] as Operand);
      block.operations.push(...target.operations);
      block.exit = target.exit;
      appended.add(target);
    }
  }
  if (appended.size === 0) return;
  graph.blocks = graph.blocks.filter((block) => !appended.has(block));
  replacements.apply(graph);
}
