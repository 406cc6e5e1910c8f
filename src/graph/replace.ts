/** Replaces variables by operands all over a graph, many at once. */
import { type Graph, isVariable, mapOperands, type Operand, type Variable } from "./graph.ts";

/** What takes the place of variables; a replacement may itself be replaced, in any order. */
export class Replacements {
  readonly #operands = new Map<Variable, Operand>();

  get size(): number {
    return this.#operands.size;
  }

  set(variable: Variable, by: Operand): void {
    this.#operands.set(variable, by);
  }

  /** What an operand has become. */
  of(operand: Operand): Operand {
    if (!isVariable(operand)) return operand;
    let last: Operand = operand;
    for (
      let next = this.#operands.get(operand);
      next;
      next = isVariable(next) ? this.#operands.get(next) : undefined
    ) {
      last = next;
    }
    // Long chains are shortened, or each use would walk them again.
    if (last !== operand) this.#operands.set(operand, last);
    return last;
  }

  apply(graph: Graph): void {
    if (this.#operands.size === 0) return;
    for (const block of graph.blocks) mapOperands(block, (operand) => this.of(operand));
  }
}

/** The same variable or the same constant. */
export function sameOperand(a: Operand, b: Operand): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || isVariable(a) || isVariable(b)) return false;
  if ("value" in a && "value" in b) return Object.is(a.value, b.value);
  if ("name" in a && "name" in b) return a.name === b.name;
  if ("which" in a && "which" in b) return a.type === b.type && a.which === b.which;
  return true;
}
