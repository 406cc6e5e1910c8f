/**
 * Replaces block parameters that get the same argument on every link.
 *
 *   b1:                            b1:
 *     jump b3(x, 1)                  jump b3(1)
 *   b2:                      =>    b2:
 *     jump b3(x, 2)                  jump b3(2)
 *   b3(y: int, z: int):            b3(z: int):
 *     a = int_add y, z               a = int_add x, z
 *
 * In loops a parameter that is passed to itself counts as well. This is copy propagation, since block parameters are
 * the only copies there are. An exception that a handler catches stays a parameter: it exists on the link alone.
 */
import { incomingLinks, removeUnreachable } from "../graph/flow.ts";
import {
  type Block,
  type Graph,
  isVariable,
  type Link,
  type Operand,
  type Variable,
} from "../graph/graph.ts";
import { Replacements, sameOperand } from "../graph/replace.ts";
import { graphPass } from "./pass.ts";

export const sameArguments = graphPass("same-arguments", removeSameArguments);

export function removeSameArguments(graph: Graph): void {
  removeUnreachable(graph);
  const replacements = findReplacements(graph);
  if (replacements.size === 0) return;
  replacements.apply(graph);
}

/** Finds the parameters, takes them out of their blocks and their arguments off the links. */
function findReplacements(graph: Graph): Replacements {
  const incoming = incomingLinks(graph);
  const caught = caughtVariables(graph);
  const replacements = new Replacements();
  const users = blocksByArgument(graph);
  const work = new Set(graph.blocks.slice(1));
  for (const block of work) {
    // A block may come back to the list: it is taken off before, so that adding it again visits it again.
    work.delete(block);
    const links = incoming.get(block) ?? [];
    for (let at = block.params.length - 1; at >= 0; at--) {
      const param = block.params[at] as Variable;
      const only = onlyArgument(links, at, param, replacements);
      if (!only || (isVariable(only) && caught.has(only))) continue;
      replacements.set(param, only);
      block.params.splice(at, 1);
      for (const link of links) link.args.splice(at, 1);
      for (const user of users.get(param) ?? []) work.add(user);
    }
  }
  return replacements;
}

/** The argument that all links pass, other than the parameter itself. */
function onlyArgument(
  links: readonly Link[],
  at: number,
  param: Variable,
  replacements: Replacements,
): Operand | undefined {
  let only: Operand | undefined;
  for (const link of links) {
    const arg = replacements.of(link.args[at] as Operand);
    if (arg === param) continue;
    if (only && !sameOperand(only, arg)) return undefined;
    only = arg;
  }
  return only;
}

function caughtVariables(graph: Graph): Set<Variable> {
  return new Set(graph.blocks.flatMap(({ exit }) => (exit.kind === "except" ? [exit.caught] : [])));
}

/** To which blocks each variable is passed. */
function blocksByArgument(graph: Graph): Map<Variable, Block[]> {
  const blocks = new Map<Variable, Block[]>();
  for (const [target, links] of incomingLinks(graph)) {
    if (target === graph.blocks[0]) continue;
    for (const { args } of links) {
      for (const arg of args) {
        if (isVariable(arg)) blocks.set(arg, [...(blocks.get(arg) ?? []), target]);
      }
    }
  }
  return blocks;
}
