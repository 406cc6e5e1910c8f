import { predecessors } from "../../graph/flow.ts";
import type { Block, Graph, Operand, Operation, Variable } from "../../graph/graph.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { definitionsOf } from "../flow/uses.ts";

const predecessorMaps = new WeakMap<Graph, ReadonlyMap<Block, readonly Block[]>>();

function isZero(operand: Operand | undefined): boolean {
  return (operand?.kind === "int" || operand?.kind === "float") && operand.value === 0;
}

/** Which truth of `condition` shows that `tested` is not zero. */
function showsNonZero(
  condition: Operand,
  tested: Operand,
  definitions: ReadonlyMap<Variable, Operation>,
): boolean | undefined {
  const definition = condition.kind === "variable" ? definitions.get(condition) : undefined;
  if (!definition) return undefined;
  const [left, right] = definition.args;
  const against = (left === tested && isZero(right)) || (right === tested && isZero(left));
  if (definition.op === "strict_not_equal" && against) return true;
  if (definition.op === "strict_equal" && against) return false;
  return undefined;
}

/**
 * True if every way to the operation comes through a branch that has shown its second operand, the divisor, not to be
 * zero: `while (b !== 0) { … a % b … }`. A range cannot say that zero is missing in its middle.
 */
export function isTestedNonZero(node: FlowNode): boolean {
  const { graph } = node.clone;
  const divisor = node.operation?.args[1];
  if (divisor?.kind !== "variable") return false;
  const definitions = definitionsOf(graph);
  let all = predecessorMaps.get(graph);
  if (!all) {
    all = predecessors(graph);
    predecessorMaps.set(graph, all);
  }
  const seen = new Set<Block>();
  for (let at = node.state.block; !seen.has(at); ) {
    seen.add(at);
    const [only, ...others] = all.get(at) ?? [];
    if (!only || others.length > 0) return false;
    if (only.exit.kind === "branch" && only.exit.then.target !== only.exit.else.target) {
      const truth = showsNonZero(only.exit.condition, divisor, definitions);
      if (truth !== undefined && (truth ? only.exit.then : only.exit.else).target === at) return true;
    }
    at = only;
  }
  return false;
}
