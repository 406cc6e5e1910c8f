/**
 * What is converted back is what it was, and a test of what was just converted is decided.
 *
 *   b0(x: int):                                b0(x: int):
 *     w = value_from_tagged{tag=0} x             w = value_from_tagged{tag=0} x
 *     y = value_to_tagged w                      return x
 *     return y                            =>
 *
 * Inlined code boxes what the next inlined code unboxes: numbers in tagged words, integers in floats, references in words.
 * What comes through block parameters is left to `same-arguments`, and tests of words to `devirtualize`.
 */
import {
  constants,
  type Graph,
  isVariable,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import { Replacements, sameOperand } from "../graph/replace.ts";
import { graphPass } from "./pass.ts";

/** By operation: the conversion whose operand it gives back. */
const inverse: Readonly<Record<string, string>> = {
  value_to_tagged: "value_from_tagged",
  value_to_ref: "value_from_ref",
  float_to_int: "int_to_float",
};

export const conversions = graphPass("conversions", (graph) => {
  // There an int may be one that no double is.
  if (graph.system) return;
  const definitions = definitionsOf(graph);
  const replacements = new Replacements();
  for (const block of graph.blocks) {
    block.operations = block.operations.filter((operation) => {
      const args = operation.args.map((one) => replacements.of(one));
      const known = operation.result ? fold(operation, args, definitions) : undefined;
      if (known && operation.result) replacements.set(operation.result, known);
      return !known;
    });
  }
  replacements.apply(graph);
});

function definitionsOf(graph: Graph): Map<Variable, Operation> {
  const definitions = new Map<Variable, Operation>();
  for (const { operations } of graph.blocks)
    for (const operation of operations) if (operation.result) definitions.set(operation.result, operation);
  return definitions;
}

function fold(
  { op }: Operation,
  [first, second]: readonly Operand[],
  definitions: ReadonlyMap<Variable, Operation>,
): Operand | undefined {
  if (!first) return undefined;
  // Also NaN is the same as itself.
  if (op === "float_same" && second && sameOperand(first, second)) return constants.bool(true);
  const made = isVariable(first) ? definitions.get(first) : undefined;
  if (op === "float_is_int" && made?.op === "int_to_float") return constants.bool(true);
  return inverse[op] !== undefined && inverse[op] === made?.op ? made.args[0] : undefined;
}
