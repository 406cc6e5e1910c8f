import {
  exitOperand,
  type Graph,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../../graph/graph.ts";

const definitionMaps = new WeakMap<Graph, ReadonlyMap<Variable, Operation>>();

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

const argumentLists = new WeakMap<Graph, ReadonlyMap<Variable, readonly Operand[]>>();

/** What the links into its block give each block parameter; the entry's parameters are not among them. */
export function argumentsOf(graph: Graph): ReadonlyMap<Variable, readonly Operand[]> {
  const known = argumentLists.get(graph);
  if (known) return known;
  const lists = new Map<Variable, Operand[]>();
  for (const { exit } of graph.blocks) {
    for (const { target, args } of linksOf(exit)) {
      for (const [i, parameter] of target.params.entries()) {
        if (target === graph.blocks[0]) continue;
        const list = lists.get(parameter);
        if (list) list.push(args[i] as Operand);
        else lists.set(parameter, [args[i] as Operand]);
      }
    }
  }
  argumentLists.set(graph, lists);
  return lists;
}

/** The operations that use each variable of a graph, with the operand's place; -1 for uses by exits. */
export interface Use {
  readonly operation: Operation | undefined;
  readonly place: number;
}

const useLists = new WeakMap<Graph, ReadonlyMap<Variable, readonly Use[]>>();

export function useListsOf(graph: Graph): ReadonlyMap<Variable, readonly Use[]> {
  const known = useLists.get(graph);
  if (known) return known;
  const lists = new Map<Variable, Use[]>();
  const use = (operand: Operand | undefined, one: Use): void => {
    if (operand?.kind !== "variable") return;
    const list = lists.get(operand);
    if (list) list.push(one);
    else lists.set(operand, [one]);
  };
  const byExit: Use = { operation: undefined, place: -1 };
  for (const block of graph.blocks) {
    for (const operation of block.operations) {
      for (const [place, arg] of operation.args.entries()) use(arg, { operation, place });
    }
    use(exitOperand(block.exit), byExit);
    for (const link of linksOf(block.exit)) for (const arg of link.args) use(arg, byExit);
  }
  useLists.set(graph, lists);
  return lists;
}
