/**
 * Takes away checks of an index, and of a sum, that cannot fail.
 *
 *   b0(p: ref):                               b0(p: ref):
 *     n = get_length{struct=Items} p            n = get_length{struct=Items} p
 *     jump b1(0)                                jump b1(0)
 *   b1(i: int):                               b1(i: int):
 *     c = int_lt i, n                           c = int_lt i, n
 *     branch c, b2, b5                   =>     branch c, b2, b5
 *   b2:                                       b2:
 *     d = int_below i, n                        branch true, b3, b4
 *     branch d, b3, b4                        b3:
 *   b3:                                         x: int = get_item{struct=Items} p, i
 *     x: int = get_item{struct=Items} p, i      j = int_add i, 1
 *     j = int_add_checked i, 1                  …
 *     …
 *
 * What is known of integers is `analysis/inequalities`. It needs the length to be one variable in the loop's test and in the
 * check: `redundant-loads` and `common-subexpressions` come before. `constant-folding` takes the branches.
 */
import { Inequalities } from "../analysis/inequalities.ts";
import { type Block, constants, type Graph, type Operand, type Operation } from "../graph/graph.ts";
import { Replacements } from "../graph/replace.ts";
import { graphPass } from "./pass.ts";

/** The greatest integer is 2^53-1: so much is left for what is added. */
const half = constants.int(2 ** 52);
const minusHalf = constants.int(-(2 ** 52));

export const boundsChecks = graphPass("bounds-checks", (graph, program, remarks) => {
  if (!graph.blocks.some(({ operations }) => operations.some(isCheck))) return;
  const known = new Inequalities(program, graph);
  const replacements = new Replacements();
  for (const block of graph.blocks) {
    for (const operation of block.operations) {
      if (operation.op === "int_below") {
        const [index, length] = operation.args as [Operand, Operand];
        const inside = known.isNotNegative(index, block) && known.holds(index, length, -1, block);
        if (inside && operation.result) {
          replacements.set(operation.result, constants.bool(true));
          remarks.add("bounds-checks", operation.span, "the index is always within bounds");
        }
      } else if (isSum(operation) && staysInRange(operation, known, block)) {
        operation.op = operation.op === "int_add_checked" ? "int_add" : "int_sub";
        remarks.add("bounds-checks", operation.span, "the sum is always an exact integer");
      }
    }
  }
  replacements.apply(graph);
  forgetReplaced(graph, replacements);
});

function isSum({ op }: Operation): boolean {
  return op === "int_add_checked" || op === "int_sub_checked";
}

function isCheck(operation: Operation): boolean {
  return operation.op === "int_below" || isSum(operation);
}

/** A constant is added to what is known to be bounded on that side. */
function staysInRange({ op, args }: Operation, known: Inequalities, at: Block): boolean {
  const [a, b] = args as [Operand, Operand];
  if (b.kind !== "int" || Math.abs(b.value) > 2 ** 32) return false;
  const grows = (op === "int_add_checked") === b.value >= 0;
  if (!grows) return known.holds(minusHalf, a, 0, at);
  return (Math.abs(b.value) === 1 && known.hasGreater(a, at)) || known.holds(a, half, 0, at);
}

function forgetReplaced(graph: Graph, replacements: Replacements): void {
  if (replacements.size === 0) return;
  for (const block of graph.blocks) {
    block.operations = block.operations.filter(
      ({ op, result }) => op !== "int_below" || !result || replacements.of(result) === result,
    );
  }
}
