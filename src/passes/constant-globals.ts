/**
 * Reads of a global that only ever holds one constant become the constant.
 *
 *   global @LIMIT: int                          …
 *   func @init:                          =>     func @init:
 *     set_global{name=LIMIT} 4                    …
 *   func @f:                                    func @f:
 *     n: int = get_global{name=LIMIT}             c = int_lt x, 4
 *     c = int_lt x, n
 *
 * One constant: all writes write it, and it is what the global starts with, if it starts with anything. Where reading too
 * early is possible a module variable starts with a mark of its own, so that it has two. Module constants are of this
 * kind, and tables of operations by name. The global goes with its last reader, in `dead-functions`.
 */
import { type Constant, constants, isVariable, type Operand } from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { Replacements, sameOperand } from "../graph/replace.ts";
import type { Pass } from "./pass.ts";

export const constantGlobals: Pass = {
  name: "constant-globals",
  run(program) {
    const known = findConstants(program);
    if (known.size === 0) return;
    for (const graph of program.functions.values()) {
      const replacements = new Replacements();
      for (const block of graph.blocks) {
        block.operations = block.operations.filter(({ op, attributes, result }) => {
          const constant = op.endsWith("_global") ? known.get(String(attributes.name)) : undefined;
          if (!constant) return true;
          if (result) replacements.set(result, constant);
          return false;
        });
      }
      replacements.apply(graph);
    }
  },
};

function findConstants(program: Program): Map<string, Constant> {
  const found = new Map<string, Constant | undefined>();
  const see = (name: string, value: Operand): void => {
    const before = found.get(name);
    const same = !isVariable(value) && (!found.has(name) || (before && sameOperand(before, value)));
    found.set(name, same ? value : undefined);
  };
  for (const { name, initial, type } of program.globals.values()) {
    if (initial) see(name, initial);
    // What is a number before it is first written nothing reads; a reference is nil, which means undefined.
    else if (type === "ref" || type === "value") see(name, constants.nil);
  }
  for (const graph of program.functions.values()) {
    for (const { operations } of graph.blocks) {
      for (const { op, args, attributes } of operations) {
        if (op === "set_global") see(String(attributes.name), args[0] as Operand);
      }
    }
  }
  const known = new Map<string, Constant>();
  for (const [name, constant] of found) if (constant && constant.kind !== "nil") known.set(name, constant);
  return known;
}
