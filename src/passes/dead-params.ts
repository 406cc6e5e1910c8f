/**
 * Deletes block parameters that nobody reads, with their arguments on all links.
 *
 *   b1(i: int, sum: int):             b1(i: int):
 *     c = int_lt i, n           =>      c = int_lt i, n
 *     branch c, b2, b3                  branch c, b2, b3
 *   b2:                               b2:
 *     i2 = int_add i, 1                 i2 = int_add i, 1
 *     s2 = int_add sum, i               jump b1(i2)
 *     jump b1(i2, s2)
 *
 * A parameter is read if it comes, through links and operations without effect, to something that the outside sees:
 * `sum` above is read only to compute its own next value. Such operations go with it. The parameters of the entry are
 * the function's signature and stay. Operations that only computed arguments are left to `dead-code`.
 */
import {
  type Block,
  exitOperand,
  type Graph,
  isVariable,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import { ops } from "../graph/ops.ts";
import { graphPass } from "./pass.ts";

export const deadParams = graphPass("dead-params", (graph) => {
  const read = readVariables(graph);
  const dead = graph.blocks.slice(1).filter((block) => block.params.some((param) => !read.has(param)));
  removeArguments(graph, new Set(dead), read);
  for (const block of dead) block.params = block.params.filter((param) => read.has(param));
  if (dead.length === 0) return;
  for (const block of graph.blocks) {
    block.operations = block.operations.filter(
      ({ op, result }) => ops[op].effect !== "none" || !result || read.has(result),
    );
  }
});

/** The variables on which something depends that the outside sees. */
function readVariables(graph: Graph): Set<Variable> {
  const makers = new Map<Variable, Operation>();
  const passed = new Map<Variable, Operand[]>();
  const read = new Set<Variable>();
  const use = (operand: Operand): void => {
    if (isVariable(operand)) read.add(operand);
  };
  for (const block of graph.blocks) {
    for (const operation of block.operations) {
      if (ops[operation.op].effect !== "none") operation.args.forEach(use);
      else if (operation.result) makers.set(operation.result, operation);
    }
    const value = exitOperand(block.exit);
    if (value) use(value);
    for (const { target, args } of linksOf(block.exit)) {
      for (const [at, param] of target.params.entries()) {
        const list = passed.get(param) ?? [];
        list.push(args[at] as Operand);
        passed.set(param, list);
      }
    }
  }
  // A set grows while it is walked: what is added is visited too.
  for (const variable of read) {
    makers.get(variable)?.args.forEach(use);
    passed.get(variable)?.forEach(use);
  }
  return read;
}

function removeArguments(graph: Graph, dead: ReadonlySet<Block>, read: ReadonlySet<Variable>): void {
  for (const block of graph.blocks) {
    for (const link of linksOf(block.exit)) {
      if (!dead.has(link.target)) continue;
      link.args = link.args.filter((_, at) => read.has(link.target.params[at] as Variable));
    }
  }
}
