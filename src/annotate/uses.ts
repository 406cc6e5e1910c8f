import {
  exitOperand,
  type Graph,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";

const useCounts = new WeakMap<Graph, ReadonlyMap<Variable, number>>();
const definitionMaps = new WeakMap<Graph, ReadonlyMap<Variable, Operation>>();

/** How often each variable of a graph is used. */
export function usesOf(graph: Graph): ReadonlyMap<Variable, number> {
  const known = useCounts.get(graph);
  if (known) return known;
  const counts = new Map<Variable, number>();
  const use = (operand: Operand | undefined): void => {
    if (operand?.kind === "variable") counts.set(operand, (counts.get(operand) ?? 0) + 1);
  };
  for (const block of graph.blocks) {
    for (const operation of block.operations) operation.args.forEach(use);
    use(exitOperand(block.exit));
    for (const link of linksOf(block.exit)) link.args.forEach(use);
  }
  useCounts.set(graph, counts);
  return counts;
}

/** The operation that makes each variable of a graph; block parameters have none. */
export function definitionsOf(graph: Graph): ReadonlyMap<Variable, Operation> {
  const known = definitionMaps.get(graph);
  if (known) return known;
  const definitions = new Map<Variable, Operation>();
  for (const block of graph.blocks) {
    for (const operation of block.operations)
      if (operation.result) definitions.set(operation.result, operation);
  }
  definitionMaps.set(graph, definitions);
  return definitions;
}
