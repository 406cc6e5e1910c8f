/** Chains of comparisons of one value with constants: ways through blocks that have one comparison each and nothing else. */
import { incomingLinks } from "../graph/flow.ts";
import {
  type Block,
  type Constant,
  exitOperand,
  type Graph,
  isVariable,
  type Link,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import { sameOperand } from "../graph/replace.ts";
import { equalShortStrings, equalStrings } from "../graph/well-known.ts";

const stringComparisons: ReadonlySet<unknown> = new Set([equalStrings, equalShortStrings]);

/** Other passes leave calls of the function for chains to be found. */
export function isComparison(functionName: string): boolean {
  return stringComparisons.has(functionName);
}

/** One comparison of a value with a constant; strings are compared by two operations, each with a block of its own. */
export interface Test {
  readonly kind: "int" | "string";
  readonly value: Variable;
  readonly constant: Constant & { readonly kind: "int" | "string" };
  readonly operations: readonly Operation[];
  readonly blocks: readonly Block[];
  readonly equal: Link;
  readonly other: Link;
}

export interface Chain {
  readonly kind: "int" | "string";
  readonly value: Variable;
  /** Of different constants. */
  readonly tests: readonly Test[];
  /** All blocks of the chain but the first test's. */
  readonly blocks: readonly Block[];
  readonly otherwise: Link;
}

export class ChainFinder {
  readonly gone = new Set<Block>();
  readonly #incoming: ReadonlyMap<Block, readonly Link[]>;
  readonly #uses: ReadonlyMap<Variable, number>;

  constructor(graph: Graph) {
    this.#incoming = incomingLinks(graph);
    this.#uses = countUses(graph);
  }

  from(head: Block): Chain | undefined {
    if (this.gone.has(head)) return undefined;
    const first = this.#testIn(head);
    if (!first) return undefined;
    const tests = [first];
    const blocks = first.blocks.slice(1);
    let { other } = first;
    for (let next = this.#follower(other, first); next; next = this.#follower(other, first)) {
      // A constant that was compared before never comes this far.
      if (!tests.some((one) => sameOperand(one.constant, (next as Test).constant))) tests.push(next);
      blocks.push(...next.blocks);
      other = next.other;
    }
    return { kind: first.kind, value: first.value, tests, blocks, otherwise: other };
  }

  /** The blocks of a chain that became a switch are reached no more. */
  forget(chain: Chain): void {
    for (const one of chain.blocks) this.gone.add(one);
  }

  #follower({ target, args }: Link, first: Test): Test | undefined {
    if (args.length > 0 || this.#incoming.get(target)?.length !== 1) return undefined;
    const test = this.#testIn(target);
    const fits = test?.kind === first.kind && test.value === first.value && target.operations.length === 1;
    return fits ? test : undefined;
  }

  /** The test with which a block ends. */
  #testIn(given: Block): Test | undefined {
    const one = this.#comparison(given, "int_eq", "int_ne") ?? this.#comparison(given, "ref_eq");
    if (!one || one.kind === "int") return one;
    // The same string need not be the same object: the characters are compared next.
    const { target, args } = one.other;
    if (args.length > 0 || target.operations.length !== 1 || this.#incoming.get(target)?.length !== 1)
      return undefined;
    const again = this.#comparison(target, "call");
    const fits =
      again?.value === one.value &&
      sameOperand(again.constant, one.constant) &&
      again.equal.target === one.equal.target &&
      again.equal.args.every((arg, at) => sameOperand(arg, one.equal.args[at] as Operand));
    if (!again || !fits) return undefined;
    return {
      ...one,
      operations: [...one.operations, ...again.operations],
      blocks: [given, target],
      other: again.other,
    };
  }

  #comparison(given: Block, ...names: readonly Operation["op"][]): Test | undefined {
    const { exit } = given;
    const operation = given.operations.at(-1);
    if (exit.kind !== "branch" || !operation || !names.includes(operation.op)) return undefined;
    const { op, args, attributes, result } = operation;
    if (op === "call" && !stringComparisons.has(attributes.function)) return undefined;
    if (!result || result !== exit.condition || this.#uses.get(result) !== 1) return undefined;
    const [a, b] = args as [Operand, Operand];
    const [value, constant] = isVariable(a) ? [a, b] : [b, a];
    const kind = op === "int_eq" || op === "int_ne" ? "int" : "string";
    if (!isVariable(value) || constant.kind !== kind) return undefined;
    const [equal, other] = op === "int_ne" ? [exit.else, exit.then] : [exit.then, exit.else];
    return { kind, value, constant, operations: [operation], blocks: [given], equal, other } as Test;
  }
}

function countUses(graph: Graph): Map<Variable, number> {
  const uses = new Map<Variable, number>();
  const use = (operand: Operand | undefined): void => {
    if (operand && isVariable(operand)) uses.set(operand, (uses.get(operand) ?? 0) + 1);
  };
  for (const { operations, exit } of graph.blocks) {
    for (const { args } of operations) args.forEach(use);
    use(exitOperand(exit));
    for (const { args } of linksOf(exit)) args.forEach(use);
  }
  return uses;
}
