/**
 * Deletes operations that write nothing and whose result nobody uses.
 *
 *   b0(x: int):                     b0(x: int):
 *     y = int_add x, 1                return x
 *     z = int_mul y, y        =>
 *     return x
 *
 * Mark and sweep from the operations that must stay (Cytron et al. 1991, without the control dependence part). A call
 * goes too if its callee writes nothing and surely returns. Block parameters are left alone: that is `dead-params`,
 * whose work this one finishes.
 */
import { Effects } from "../analysis/effects.ts";
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
import { type Pass, unsettled } from "./pass.ts";

export const deadCode: Pass = {
  name: "dead-code",
  run(program) {
    const effects = new Effects(program);
    const mayGo = (operation: Operation): boolean => {
      const { effect, returns } = effects.operation(operation);
      return returns && (effect === "none" || effect === "reads" || effect === "allocates");
    };
    for (const graph of unsettled(program)) sweep(graph, markLive(graph, mayGo));
  },
};

type MayGo = (operation: Operation) => boolean;

function markLive(graph: Graph, mayGo: MayGo): Set<Operation> {
  const makers = new Map<Variable, Operation>();
  const live = new Set<Operation>();
  const use = (operand: Operand): void => {
    const maker = isVariable(operand) ? makers.get(operand) : undefined;
    if (maker) live.add(maker);
  };
  for (const { operations } of graph.blocks) {
    for (const operation of operations) {
      if (operation.result) makers.set(operation.result, operation);
      if (!mayGo(operation)) live.add(operation);
    }
  }
  for (const { exit } of graph.blocks) {
    const value = exitOperand(exit);
    if (value) use(value);
    for (const link of linksOf(exit)) link.args.forEach(use);
  }
  // A set grows while it is walked: what is added is visited too.
  for (const operation of live) operation.args.forEach(use);
  return live;
}

function sweep(graph: Graph, live: ReadonlySet<Operation>): void {
  for (const block of graph.blocks) {
    const last = block.operations.at(-1);
    if (last && !live.has(last)) neverRaises(block);
    if (block.operations.some((operation) => !live.has(operation))) {
      block.operations = block.operations.filter((operation) => live.has(operation));
    }
  }
}

/** The operation that an `except` exit watches goes: only the normal link stays. */
function neverRaises(block: Block): void {
  if (block.exit.kind === "except") block.exit = { kind: "jump", link: block.exit.normal };
}
