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
 * A string's length decides first, then a unit: what is left is mostly one comparison.
 *
 *   b0(s: ref):                       b0(s: ref):
 *     c = ref_eq s, "if"                length: int = get_field{struct=AnyString, field=length} s
 *     branch c, b9(1), b1               switch length, [2: b1, 4: b2, 5: b3], b8
 *   b1:                               b1:
 *     d = call{…equal} s, "if"    =>    …           long ropes are compared in turn, wide strings are none of these
 *     branch d, b9(1), b2               unit = get_unit{struct=String, width=1} s, 0
 *   b2:                                 switch unit, [105: b11, 111: b12], b8
 *     …                               b11:
 *                                       same = same_units{struct=String} s, 0, "if", 0, 2
 *                                       …
 *
 * The C compiler then chooses between tables and searches by halves. Chains need their value under one name, and nothing
 * between their tests: `same-arguments`, `known-conditions` and `merge-blocks` come before.
 */
import { type Chain, ChainFinder, type Test } from "../analysis/comparison-chains.ts";
import {
  type Block,
  block,
  constants,
  type Link,
  type Operand,
  type Operation,
  type Variable,
  variable,
} from "../graph/graph.ts";
import type { OpName } from "../graph/ops.ts";
import { anyStringStruct, longestWithoutRope, ropeStruct, stringStruct } from "../graph/well-known.ts";
import type { Span } from "../source/span.ts";
import { graphPass } from "./pass.ts";

/** Fewer comparisons are as fast as a switch. */
const fewestIntegers = 4;
const fewestStrings = 3;

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

/** The blocks that were made; undefined if the chain stays. */
function switchOnInteger(head: Block, { value, tests, otherwise }: Chain): Block[] | undefined {
  if (tests.length < fewestIntegers) return undefined;
  head.operations.pop();
  const cases = tests.map(({ constant, equal }) => ({ value: constant.value as number, link: equal }));
  head.exit = { kind: "switch", value, cases, otherwise };
  return [];
}

function switchOnLength(head: Block, chain: Chain): Block[] | undefined {
  const { value, tests } = chain;
  const byLength = new Map<number, Test[]>();
  for (const test of tests) {
    const { length } = test.constant.value as string;
    byLength.set(length, [...(byLength.get(length) ?? []), test]);
  }
  if (tests.length < fewestStrings || byLength.size < 2) return undefined;
  const span = head.operations.pop()?.span;
  const length = read("length", "get_field", [value], { struct: anyStringStruct, field: "length" }, span);
  head.operations.push(length);
  const made: Block[] = [];
  const cases = [...byLength].map(([of, same]) => {
    // There is only one empty string.
    if (of === 0) return { value: of, link: copyLink((same[0] as Test).equal) };
    const blocks = new TextChain(chain, of, same, span).blocks();
    made.push(...blocks);
    return { value: of, link: to(blocks[0] as Block) };
  });
  head.exit = { kind: "switch", value: length.result as Variable, cases, otherwise: chain.otherwise };
  return made;
}

/**
 * Tells a string from constants of its length. A flat string of bytes is told by the unit in which most of the constants
 * differ, then by all: that needs no call. Ropes, which are long, and wide constants are left to the run-time.
 */
class TextChain {
  readonly #chain: Chain;
  readonly #length: number;
  readonly #tests: readonly Test[];
  readonly #span: Span | undefined;

  constructor(chain: Chain, length: number, tests: readonly Test[], span: Span | undefined) {
    this.#chain = chain;
    this.#length = length;
    this.#tests = tests;
    this.#span = span;
  }

  /** The first is where to begin. */
  blocks(): Block[] {
    if (this.#tests.some(({ constant }) => !isNarrow(constant.value as string))) return this.#calls();
    const compared = this.#tests.length > 1 ? this.#byUnit() : this.#comparisons(this.#tests);
    const wide = this.#read("wide", "get_field", [this.#value], { struct: anyStringStruct, field: "wide" });
    const isWide = this.#test("int_ne", [wide.result as Variable, constants.int(0)]);
    const width = ending([wide, isWide], copyLink(this.#chain.otherwise), to(compared[0] as Block));
    if (this.#length <= longestWithoutRope) return [width, ...compared];
    const called = this.#calls();
    const type = this.#read("type", "ref_type", [this.#value], {});
    const isRope = this.#test("int_eq", [type.result as Variable, constants.typeid(ropeStruct)]);
    const first = ending([type, isRope], to(called[0] as Block), to(width));
    return [first, width, ...compared, ...called];
  }

  get #value(): Variable {
    return this.#chain.value;
  }

  #read(name: string, op: OpName, args: Operand[], attributes: Operation["attributes"]): Operation {
    return read(name, op, args, attributes, this.#span);
  }

  #test(op: OpName, args: Operand[]): Operation {
    return { op, args, result: variable("is", "bool"), attributes: {}, span: this.#span };
  }

  #calls(): Block[] {
    return inTurn(this.#tests, this.#chain.otherwise, ({ operations }) => [operations.at(-1) as Operation]);
  }

  #byUnit(): Block[] {
    const at = bestPlace(this.#tests, this.#length);
    const unit = this.#read("unit", "get_unit", [this.#value, constants.int(at)], {
      struct: stringStruct,
      width: 1,
    });
    const byUnit = new Map<number, Test[]>();
    for (const test of this.#tests) {
      const value = (test.constant.value as string).charCodeAt(at);
      byUnit.set(value, [...(byUnit.get(value) ?? []), test]);
    }
    const made: Block[] = [];
    const cases = [...byUnit].map(([value, tests]) => {
      if (this.#length === 1) return { value, link: copyLink((tests[0] as Test).equal) };
      const blocks = this.#comparisons(tests);
      made.push(...blocks);
      return { value, link: to(blocks[0] as Block) };
    });
    const first = block();
    first.operations = [unit];
    const otherwise = copyLink(this.#chain.otherwise);
    first.exit = { kind: "switch", value: unit.result as Variable, cases, otherwise };
    return [first, ...made];
  }

  #comparisons(tests: readonly Test[]): Block[] {
    const zero = constants.int(0);
    const length = constants.int(this.#length);
    return inTurn(tests, this.#chain.otherwise, ({ constant }) => {
      const same = this.#read("same", "same_units", [this.#value, zero, constant, zero, length], {
        struct: stringStruct,
      });
      return [same, this.#test("int_eq", [same.result as Variable, length])];
    });
  }
}

function read(
  name: string,
  op: OpName,
  args: Operand[],
  attributes: Operation["attributes"],
  span: Span | undefined,
): Operation {
  return { op, args, result: variable(name, "int"), attributes, span };
}

/** A block for each test, the last operation of which tells whether it holds. */
function inTurn(tests: readonly Test[], otherwise: Link, operationsOf: (test: Test) => Operation[]): Block[] {
  const blocks: Block[] = [];
  for (const test of [...tests].reverse()) {
    const next = blocks[0] ? to(blocks[0]) : copyLink(otherwise);
    blocks.unshift(ending(operationsOf(test), copyLink(test.equal), next));
  }
  return blocks;
}

/** A block that branches on its last operation. */
function ending(operations: Operation[], then: Link, otherwise: Link): Block {
  const made = block();
  made.operations = operations;
  const condition = operations.at(-1)?.result as Variable;
  made.exit = { kind: "branch", condition, then, else: otherwise };
  return made;
}

/** Where the constants have most different units. */
function bestPlace(tests: readonly Test[], length: number): number {
  const places = Array.from({ length }, (_, at) => at);
  const kinds = places.map(
    (at) => new Set(tests.map(({ constant }) => (constant.value as string).charCodeAt(at))).size,
  );
  return kinds.indexOf(Math.max(...kinds));
}

function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) return false;
  return true;
}

function to(target: Block): Link {
  return { target, args: [] };
}

function copyLink({ target, args }: Link): Link {
  return { target, args: [...args] };
}
