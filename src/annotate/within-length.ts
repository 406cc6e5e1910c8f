import type { Operand, Operation, Variable } from "../graph/graph.ts";
import type { FlowNode } from "./flow-node.ts";
import { definitionsOf } from "./uses.ts";

/** The variable that was there before tests gave it new names. */
export function unrefined(
  operand: Operand | undefined,
  definitions: ReadonlyMap<Variable, Operation>,
): Operand | undefined {
  let result = operand;
  while (result?.kind === "variable") {
    const definition = definitions.get(result);
    if (definition?.op !== "refine" && definition?.op !== "iter_open") break;
    result = definition.args[0];
  }
  return result;
}

/** True if the index of a read has passed a test against the length of the very same string or array. */
export function isTestedWithin(node: FlowNode): boolean {
  const definitions = definitionsOf(node.clone.graph);
  const [from, index] = node.operation?.args ?? [];
  const owner = unrefined(from, definitions);
  let at = index;
  while (at?.kind === "variable") {
    const definition = definitions.get(at);
    if (definition?.op !== "refine") return false;
    if (definition.attributes.test === "less" && isLengthOf(definition.args[1], owner, definitions))
      return true;
    at = definition.args[0];
  }
  return false;
}

/** Likewise, and it is not negative. */
export function isWithinLength(node: FlowNode): boolean {
  const numbers = node.args[1]?.shared.numbers;
  return (
    numbers !== undefined && numbers.low >= 0 && numbers.integral && !numbers.nan && isTestedWithin(node)
  );
}

export function isLengthOf(
  operand: Operand | undefined,
  owner: Operand | undefined,
  definitions: ReadonlyMap<Variable, Operation>,
): boolean {
  const length = unrefined(operand, definitions);
  if (length?.kind !== "variable" || owner?.kind !== "variable") return false;
  const definition = definitions.get(length);
  if (definition?.op !== "get_property" || definition.attributes.name !== "length") return false;
  return unrefined(definition.args[0], definitions) === owner;
}
