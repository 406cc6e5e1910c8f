/**
 * Makes one switch of a chain of comparisons of one value with constants.
 *
 *   b0(x: int):                       b0(x: int):
 *     c = int_eq x, 3                   switch x, [3: b9(1), 5: b9(2), 8: b2, 9: b3], b4
 *     branch c, b9(1), b1
 *   b1:
 *     d = int_eq x, 5           =>
 *     branch d, b9(2), …
 *
 * A string's length decides first: what is left is a chain for each length, mostly of one comparison.
 *
 *   b0(s: ref):                       b0(s: ref):
 *     c = ref_eq s, "if"                length: int = get_field{struct=AnyString, field=length} s
 *     branch c, b9(1), b1               switch length, [2: b1, 4: b2, 5: b3], b8
 *   b1:                               b1:
 *     d = call{…equal} s, "if"    =>    c = ref_eq s, "if"
 *     branch d, b9(1), b2               branch c, b9(1), b11
 *   b2:                               b11:
 *     …                                 d = call{…equal} s, "if"
 *                                       branch d, b9(1), b8
 *
 * The C compiler then chooses between tables and searches by halves. Chains need their value under one name, and nothing
 * between their tests: `same-arguments`, `known-conditions` and `merge-blocks` come before.
 */
import { incomingLinks } from "../graph/flow.ts";
import {
  type Block,
  block,
  type Constant,
  type Exit,
  exitOperand,
  type Graph,
  isVariable,
  type Link,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
  variable,
} from "../graph/graph.ts";
import { sameOperand } from "../graph/replace.ts";
import { anyStringStruct } from "../graph/well-known.ts";
import { graphPass } from "./pass.ts";

/** Fewer comparisons are as fast as a switch. */
const fewestIntegers = 4;
const fewestStrings = 3;

const equalStrings = "runtime.strings.compare.equal";

export const switchDetection = graphPass("switch-detection", (graph, _program, remarks) => {
  const finder = new ChainFinder(graph);
  for (const head of [...graph.blocks]) {
    const chain = finder.from(head);
    if (!chain) continue;
    const made = chain.kind === "int" ? switchOnInteger(head, chain) : switchOnLength(head, chain);
    if (!made) continue;
    graph.blocks.splice(graph.blocks.indexOf(head) + 1, 0, ...made);
    remarks.add(
      "switch-detection",
      chain.tests[0]?.operations[0]?.span,
      `${chain.tests.length} comparisons are one switch`,
    );
    finder.forget(chain);
  }
  const gone = finder.gone;
  if (gone.size > 0) graph.blocks = graph.blocks.filter((one) => !gone.has(one));
});

/** One comparison of a value with a constant; strings are compared by two operations, each with a block of its own. */
interface Test {
  readonly kind: "int" | "string";
  readonly value: Variable;
  readonly constant: Constant & { readonly kind: "int" | "string" };
  readonly operations: readonly Operation[];
  readonly blocks: readonly Block[];
  readonly equal: Link;
  readonly other: Link;
}

interface Chain {
  readonly kind: "int" | "string";
  readonly value: Variable;
  /** Of different constants. */
  readonly tests: readonly Test[];
  /** All blocks of the chain but the first test's. */
  readonly blocks: readonly Block[];
  readonly otherwise: Link;
}

class ChainFinder {
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
    if (op === "call" && attributes.function !== equalStrings) return undefined;
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

/** The blocks that were made; undefined if the chain stays. */
function switchOnInteger(head: Block, { value, tests, otherwise }: Chain): Block[] | undefined {
  if (tests.length < fewestIntegers) return undefined;
  head.operations.pop();
  const cases = tests.map(({ constant, equal }) => ({ value: constant.value as number, link: equal }));
  head.exit = { kind: "switch", value, cases, otherwise };
  return [];
}

function switchOnLength(head: Block, { value, tests, otherwise }: Chain): Block[] | undefined {
  const byLength = new Map<number, Test[]>();
  for (const test of tests) {
    const { length } = test.constant.value as string;
    byLength.set(length, [...(byLength.get(length) ?? []), test]);
  }
  if (tests.length < fewestStrings || byLength.size < 2) return undefined;
  const made: Block[] = [];
  const cases = [...byLength].map(([length, same]) => {
    const blocks = same.flatMap(({ operations }) =>
      operations.map((operation): Block => ({ ...block(), operations: [operation] })),
    );
    for (const [at, one] of blocks.entries()) {
      const next = blocks[at + 1];
      const test = same.find(({ operations }) => operations.includes(one.operations[0] as Operation)) as Test;
      one.exit = branchOn(one, test.equal, next ? { target: next, args: [] } : copyLink(otherwise));
    }
    made.push(...blocks);
    return { value: length, link: { target: blocks[0] as Block, args: [] } };
  });
  const test = head.operations.pop();
  const length = variable("length", "int");
  head.operations.push({
    op: "get_field",
    args: [value],
    result: length,
    attributes: { struct: anyStringStruct, field: "length" },
    span: test?.span,
  });
  head.exit = { kind: "switch", value: length, cases, otherwise };
  return made;
}

function branchOn({ operations }: Block, equal: Link, other: Link): Exit {
  const condition = operations[0]?.result as Variable;
  return { kind: "branch", condition, then: copyLink(equal), else: other };
}

function copyLink({ target, args }: Link): Link {
  return { target, args: [...args] };
}
