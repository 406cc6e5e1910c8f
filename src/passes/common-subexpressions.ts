/**
 * Computes what is computed twice only once.
 *
 *   b0(p: ref):                             b0(p: ref):
 *     n = get_length{struct=Items} p          n = get_length{struct=Items} p
 *     c = int_below 3, n                      c = int_below 3, n
 *     branch c, b1, b2                  =>    branch c, b1, b2
 *   b1:                                     b1:
 *     m = get_length{struct=Items} p          x: int = get_item{struct=Items} p, 3
 *     x: int = get_item{struct=Items} p, 3    d = int_below 4, n
 *     d = int_below 4, m                      …
 *
 * One walk of the dominator tree with a table of what is known there (Cooper and Torczon, "Engineering a Compiler",
 * 8.4). Only operations without effect: lengths, type ids and methods of an object never change. Reads are left alone,
 * since writes may stand between. What an address was may not be what it is: such operations are left alone too.
 */
import { Dominators } from "../graph/dominators.ts";
import { type Block, isVariable, type Operand, type Operation, type Variable } from "../graph/graph.ts";
import { ops } from "../graph/ops.ts";
import { Replacements } from "../graph/replace.ts";
import { printAttributes, printConstant } from "../graph/text-forms.ts";
import { graphPass } from "./pass.ts";

export const commonSubexpressions = graphPass("common-subexpressions", (graph) => {
  const dominators = new Dominators(graph);
  const replacements = new Replacements();
  const numbers = new Map<Variable, number>();
  const known = new Map<string, Variable>();
  const entry = dominators.order[0];
  if (!entry) return;
  const enter = (block: Block): Visit => ({
    added: visit(block, known, replacements, numbers),
    children: dominators.children(block),
    next: 0,
  });
  const path = [enter(entry)];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const child = top.children[top.next++];
    if (child) path.push(enter(child));
    else {
      for (const key of top.added) known.delete(key);
      path.pop();
    }
  }
  replacements.apply(graph);
});

/** A block of the walk with the keys that count only below it. */
interface Visit {
  readonly added: readonly string[];
  readonly children: readonly Block[];
  next: number;
}

/** Takes away what is known; gives the keys of what is new. */
function visit(
  block: Block,
  known: Map<string, Variable>,
  replacements: Replacements,
  numbers: Map<Variable, number>,
): string[] {
  const added: string[] = [];
  block.operations = block.operations.filter((operation) => {
    const { result } = operation;
    if (!result || !isRepeatable(operation)) return true;
    const key = keyOf(operation, replacements, numbers);
    const before = known.get(key);
    if (before) {
      replacements.set(result, before);
      return false;
    }
    known.set(key, result);
    added.push(key);
    return true;
  });
  return added;
}

function isRepeatable({ op }: Operation): boolean {
  const { effect, address } = ops[op];
  return effect === "none" && address !== true;
}

/** Equal for two operations that compute the same. */
function keyOf(
  { op, attributes, args }: Operation,
  replacements: Replacements,
  numbers: Map<Variable, number>,
): string {
  const operand = (arg: Operand): string => {
    const one = replacements.of(arg);
    if (!isVariable(one)) return printConstant(one);
    let number = numbers.get(one);
    if (number === undefined) numbers.set(one, (number = numbers.size));
    return `$${number}`;
  };
  return `${op}${printAttributes(attributes)} ${args.map(operand).join(" ")}`;
}
