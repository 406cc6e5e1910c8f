import type { Operand, Operation, Variable } from "../../graph/graph.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { argumentsOf, definitionsOf } from "../flow/uses.ts";

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

/** Likewise, through reads that give again what is known. */
export function originOf(clone: FunctionClone, operand: Operand | undefined): Operand | undefined {
  const definitions = definitionsOf(clone.graph);
  let result = unrefined(operand, definitions);
  while (result?.kind === "variable") {
    const definition = definitions.get(result);
    const known = definition && clone.knownReads.get(definition);
    if (!known) break;
    result = unrefined(known.value, definitions);
  }
  return result;
}

/**
 * True if the index of a read is below the length of the very same string or array, as far as the length does not get
 * less: it has passed a test against it, or comes down from there.
 *
 *   for (let i = a.length - 1; i >= 0; i--) a[i]
 */
export function isTestedWithin(node: FlowNode): boolean {
  const [from, index] = node.operation?.args ?? [];
  return new BelowLength(node.clone, originOf(node.clone, from)).holds(index);
}

class BelowLength {
  readonly #clone: FunctionClone;
  readonly #owner: Operand | undefined;
  /** What is being asked: a loop may assume what it has to show. */
  readonly #asked = new Set<Operand>();

  constructor(clone: FunctionClone, owner: Operand | undefined) {
    this.#clone = clone;
    this.#owner = owner;
  }

  holds(operand: Operand | undefined): boolean {
    if (operand?.kind !== "variable") return false;
    if (this.#asked.has(operand)) return true;
    this.#asked.add(operand);
    const definition = definitionsOf(this.#clone.graph).get(operand);
    const [a, b] = definition?.args ?? [];
    switch (definition?.op) {
      case undefined:
        return this.#joins(operand);
      case "refine":
        return (definition.attributes.test === "less" && this.#isLength(b)) || this.holds(a);
      case "sub":
        return b?.kind === "int" && ((b.value >= 1 && this.#isLength(a)) || (b.value >= 0 && this.holds(a)));
      case "add":
        return b?.kind === "int" && ((b.value <= -1 && this.#isLength(a)) || (b.value <= 0 && this.holds(a)));
      case "to_number":
        return this.holds(a);
      case "get_property":
      case "get_global": {
        const known = this.#clone.knownReads.get(definition);
        return known !== undefined && this.holds(known.value);
      }
      default:
        return false;
    }
  }

  /** A parameter of a block other than the entry is below if all that reaches it is. */
  #joins(parameter: Variable): boolean {
    const args = argumentsOf(this.#clone.graph).get(parameter);
    return args?.every((one) => this.holds(one)) ?? false;
  }

  #isLength(operand: Operand | undefined): boolean {
    return isLengthOf(this.#clone, operand, this.#owner);
  }
}

/** Likewise, and it is not negative. */
export function isWithinLength(node: FlowNode): boolean {
  const numbers = node.args[1]?.shared.numbers;
  return (
    numbers !== undefined && numbers.low >= 0 && numbers.integral && !numbers.nan && isTestedWithin(node)
  );
}

export function isLengthOf(
  clone: FunctionClone,
  operand: Operand | undefined,
  owner: Operand | undefined,
): boolean {
  const length = originOf(clone, operand);
  if (length?.kind !== "variable" || owner?.kind !== "variable") return false;
  const definition = definitionsOf(clone.graph).get(length);
  if (definition?.op !== "get_property" || definition.attributes.name !== "length") return false;
  return originOf(clone, definition.args[0]) === owner;
}
