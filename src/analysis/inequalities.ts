/**
 * Proves of two integers of a function that one is at most the other plus a constant.
 *
 * Demand-driven, after Bodík, Gupta and Sarkar, "ABCD: Eliminating Array Bounds Checks on Demand" (2000): from `a` back
 * through additions, through branches that were taken on the way here, and through all arguments of a parameter. Around
 * a loop the claim may assume itself, if it has not become harder on the way. Integers do not wrap: what could leave
 * their range is checked or proved elsewhere.
 */
import { Dominators } from "../graph/dominators.ts";
import { predecessors } from "../graph/flow.ts";
import {
  type Block,
  constants,
  type Graph,
  isVariable,
  type Link,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import type { Program } from "../graph/program.ts";
import { anyStringStruct, listStruct } from "../graph/well-known.ts";

/** Where a branch has been taken, `low <= high + offset`. */
interface Fact {
  readonly at: Block;
  readonly low: Operand;
  readonly high: Operand;
  readonly offset: number;
}

/** A claim that is being proved: about a parameter and something else. */
interface Claim {
  readonly low: Operand;
  readonly high: Operand;
  readonly offset: number;
}

/** Longer chains of reasons are not what loops over arrays need. */
const mostSteps = 60;
const zero = constants.int(0);

export class Inequalities {
  readonly #program: Program;
  readonly #dominators: Dominators;
  readonly #makers = new Map<Variable, Operation>();
  readonly #homes = new Map<Variable, Block>();
  readonly #incoming = new Map<Block, { from: Block; link: Link }[]>();
  readonly #entry: Block | undefined;
  /** Facts by the variable that is low in them, and by the one that is high. */
  readonly #above = new Map<Variable, Fact[]>();
  readonly #below = new Map<Variable, Fact[]>();
  #steps = 0;

  constructor(program: Program, graph: Graph) {
    this.#program = program;
    this.#entry = graph.blocks[0];
    this.#dominators = new Dominators(graph);
    for (const block of this.#dominators.order) {
      for (const param of block.params) this.#homes.set(param, block);
      for (const operation of block.operations) {
        if (!operation.result) continue;
        this.#makers.set(operation.result, operation);
        this.#homes.set(operation.result, block);
      }
      for (const link of linksOf(block.exit)) {
        const list = this.#incoming.get(link.target);
        if (list) list.push({ from: block, link });
        else this.#incoming.set(link.target, [{ from: block, link }]);
      }
    }
    const from = predecessors(graph);
    for (const { exit } of this.#dominators.order) {
      if (exit.kind !== "branch") continue;
      for (const [link, taken] of [
        [exit.then, true],
        [exit.else, false],
      ] as const) {
        if (from.get(link.target)?.length === 1) this.#learn(exit.condition, taken, link.target);
      }
    }
  }

  /** True if `low <= high + offset` whenever the block runs. */
  holds(low: Operand, high: Operand, offset: number, at: Block): boolean {
    this.#steps = mostSteps;
    return this.#prove(low, high, offset, at, []);
  }

  /** True if some integer is greater whenever the block runs: one more is an integer too. */
  hasGreater(operand: Operand, at: Block): boolean {
    const facts = isVariable(operand) ? (this.#above.get(operand) ?? []) : [];
    return facts.some((fact) => fact.offset < 0 && this.#dominators.dominates(fact.at, at));
  }

  isNotNegative(operand: Operand, at: Block): boolean {
    return this.holds(zero, operand, 0, at);
  }

  #learn(condition: Operand, taken: boolean, at: Block): void {
    const maker = isVariable(condition) ? this.#makers.get(condition) : undefined;
    const [a, b] = maker?.args ?? [];
    if (!maker || !a) return;
    if (maker.op === "bool_not") return this.#learn(a, !taken, at);
    if (!b) return;
    switch (maker.op) {
      case "bool_and":
      case "bool_or":
        if (taken !== (maker.op === "bool_and")) return;
        this.#learn(a, taken, at);
        return this.#learn(b, taken, at);
      case "int_lt":
        return taken ? this.#fact(at, a, b, -1) : this.#fact(at, b, a, 0);
      case "int_le":
        return taken ? this.#fact(at, a, b, 0) : this.#fact(at, b, a, -1);
      case "int_gt":
        return taken ? this.#fact(at, b, a, -1) : this.#fact(at, a, b, 0);
      case "int_ge":
        return taken ? this.#fact(at, b, a, 0) : this.#fact(at, a, b, -1);
      case "int_eq":
      case "int_ne":
        if (taken !== (maker.op === "int_eq")) return;
        this.#fact(at, a, b, 0);
        return this.#fact(at, b, a, 0);
      case "int_below":
        if (!taken) return;
        this.#fact(at, a, b, -1);
        return this.#fact(at, zero, a, 0);
      default:
        return;
    }
  }

  #fact(at: Block, low: Operand, high: Operand, offset: number): void {
    const fact = { at, low, high, offset };
    if (isVariable(low)) this.#above.set(low, [...(this.#above.get(low) ?? []), fact]);
    if (isVariable(high)) this.#below.set(high, [...(this.#below.get(high) ?? []), fact]);
  }

  #prove(low: Operand, high: Operand, offset: number, at: Block, open: readonly Claim[]): boolean {
    if (low === high) return offset >= 0;
    if (low.kind === "int" && high.kind === "int") return low.value <= high.value + offset;
    if (this.#steps-- <= 0) return false;
    if (low.kind === "int" && isVariable(high) && low.value <= offset && this.#countsFromZero(high))
      return true;
    return (
      this.#byFacts(low, high, offset, at, open) ||
      this.#byMaker(low, high, offset, at, open) ||
      this.#byParameter(low, high, offset, open)
    );
  }

  #byFacts(low: Operand, high: Operand, offset: number, at: Block, open: readonly Claim[]): boolean {
    const here = (fact: Fact): boolean => this.#dominators.dominates(fact.at, at);
    for (const fact of isVariable(low) ? (this.#above.get(low) ?? []) : []) {
      if (here(fact) && this.#prove(fact.high, high, offset - fact.offset, at, open)) return true;
    }
    for (const fact of isVariable(high) ? (this.#below.get(high) ?? []) : []) {
      if (here(fact) && this.#prove(low, fact.low, offset - fact.offset, at, open)) return true;
    }
    return false;
  }

  /** Through the operation that made one of the two. */
  #byMaker(low: Operand, high: Operand, offset: number, at: Block, open: readonly Claim[]): boolean {
    const lowMaker = isVariable(low) ? this.#makers.get(low) : undefined;
    const lowSum = sumOf(lowMaker);
    if (lowSum && this.#prove(lowSum.of, high, offset - lowSum.plus, at, open)) return true;
    const bound = lowMaker && this.#boundOf(lowMaker, at);
    if (bound && this.#prove(bound.of, high, offset - bound.plus, at, open)) return true;
    const highSum = sumOf(isVariable(high) ? this.#makers.get(high) : undefined);
    return highSum !== undefined && this.#prove(low, highSum.of, offset + highSum.plus, at, open);
  }

  /** Something that the result of an operation is at most. */
  #boundOf({ op, args }: Operation, at: Block): Sum | undefined {
    const [a, b] = args as [Operand, Operand];
    switch (op) {
      case "int_sub":
      case "int_sub_checked":
        return this.#lightlyNotNegative(b, at) ? { of: a, plus: 0 } : undefined;
      case "int_shr":
      case "int_shr_unsigned":
      case "int_div":
      case "int_floor_div":
        return b.kind === "int" && b.value > 0 && this.#lightlyNotNegative(a, at)
          ? { of: a, plus: 0 }
          : undefined;
      case "int_mod":
        return this.#lightlyNotNegative(b, at) ? { of: b, plus: -1 } : undefined;
      case "int_and":
        return b.kind === "int" && b.value >= 0 ? { of: b, plus: 0 } : undefined;
      default:
        return undefined;
    }
  }

  #lightlyNotNegative(operand: Operand, at: Block): boolean {
    return this.#prove(zero, operand, 0, at, []);
  }

  /** A parameter is at most something if all that it gets is; at the ends of the links that bring it. */
  #byParameter(low: Operand, high: Operand, offset: number, open: readonly Claim[]): boolean {
    return this.#isJoined(low, high)
      ? this.#forAllLinks(low, { low, high, offset }, open, (arg, from, more) =>
          this.#prove(arg, high, offset, from, more),
        )
      : this.#isJoined(high, low)
        ? this.#forAllLinks(high, { low, high, offset }, open, (arg, from, more) =>
            this.#prove(low, arg, offset, from, more),
          )
        : false;
  }

  #forAllLinks(
    param: Variable,
    claim: Claim,
    open: readonly Claim[],
    prove: (arg: Operand, from: Block, open: readonly Claim[]) => boolean,
  ): boolean {
    const before = open.find((one) => one.low === claim.low && one.high === claim.high);
    if (before) return claim.offset >= before.offset;
    const home = this.#homes.get(param) as Block;
    const index = home.params.indexOf(param);
    const more = [...open, claim];
    const links = this.#incoming.get(home) ?? [];
    return (
      links.length > 0 && links.every(({ from, link }) => prove(link.args[index] as Operand, from, more))
    );
  }

  /** True for a parameter of a join, if the other operand is the same on all ways around it. */
  #isJoined(operand: Operand, other: Operand): operand is Variable {
    if (!isVariable(operand) || this.#makers.has(operand)) return false;
    const home = this.#homes.get(operand);
    if (!home || home === this.#entry) return false;
    if (!isVariable(other)) return true;
    const otherHome = this.#homes.get(other);
    return otherHome !== undefined && otherHome !== home && this.#dominators.dominates(otherHome, home);
  }

  /** Made by an operation that never gives less than 0. */
  #countsFromZero(variable: Variable): boolean {
    const maker = this.#makers.get(variable);
    if (!maker) return false;
    const { op, args, attributes } = maker;
    switch (op) {
      case "get_length":
      case "bool_to_int":
      case "int_shr_unsigned":
      case "float_low_word":
      case "int_clz32":
      case "get_unit":
        return true;
      case "get_field":
        return (
          attributes.field === "length" &&
          (attributes.struct === listStruct || attributes.struct === anyStringStruct)
        );
      case "get_item": {
        const item = this.#program.structs.get(String(attributes.struct))?.item;
        return item === "u8" || item === "u16" || item === "u32";
      }
      case "int_and":
        return args.some((arg) => arg.kind === "int" && arg.value >= 0 && arg.value < 2 ** 31);
      default:
        return false;
    }
  }
}

interface Sum {
  readonly of: Operand;
  readonly plus: number;
}

/** An operation that adds a constant. */
function sumOf(maker: Operation | undefined): Sum | undefined {
  const [a, b] = maker?.args ?? [];
  if (!maker || !a || !b) return undefined;
  if (maker.op === "int_add" || maker.op === "int_add_checked") {
    if (b.kind === "int") return { of: a, plus: b.value };
    return a.kind === "int" ? { of: b, plus: a.value } : undefined;
  }
  if (maker.op !== "int_sub" && maker.op !== "int_sub_checked") return undefined;
  return b.kind === "int" ? { of: a, plus: -b.value } : undefined;
}
