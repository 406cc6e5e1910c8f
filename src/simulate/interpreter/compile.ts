/** From a graph to code: registers, segments, links. What operations do is the level's own, see `Meaning`. */
import {
  type Block,
  type Constant,
  type Exit,
  type Graph,
  isVariable,
  type Link,
  type Operand,
  type Operation,
  type Variable,
} from "../../graph/graph.ts";
import { InternalFault } from "../../source/messages.ts";
import { printSpan } from "../../source/span.ts";
import type { StopName } from "../../source/stops.ts";
import type { Code, Compiled, End, Registers, Segment, Step } from "./code.ts";
import { segment } from "./code.ts";
import { StopSignal, Thrown } from "./signals.ts";

/** What a level gives to its operations and constants. */
export interface Meaning {
  constant(constant: Constant): unknown;
  operation(operation: Operation, places: Places): Compiled;
}

/** The registers of an operation. */
export interface Places {
  readonly args: readonly number[];
  /** A register that nobody reads if the operation gives no result. */
  readonly result: number;
  readonly graph: Graph;
}

/** Compiles a function. */
export function compile(code: Code, meaning: Meaning): { template: Registers; entry: Segment } {
  return new Compiler(code.graph, meaning).compile();
}

class Compiler {
  readonly #graph: Graph;
  readonly #meaning: Meaning;
  readonly #variables = new Map<Variable, number>();
  readonly #constants = new Map<unknown, number>();
  readonly #template: Registers = [];
  readonly #segments = new Map<Block, Segment>();

  constructor(graph: Graph, meaning: Meaning) {
    this.#graph = graph;
    this.#meaning = meaning;
  }

  compile(): { template: Registers; entry: Segment } {
    const entry = this.#graph.blocks[0];
    if (!entry) throw new InternalFault(`${this.#graph.name} has no blocks`);
    for (const param of entry.params) this.#variable(param);
    for (const block of this.#graph.blocks) this.#segments.set(block, segment());
    for (const block of this.#graph.blocks) this.#block(block);
    return { template: this.#template, entry: this.#segmentOf(entry) };
  }

  #segmentOf(block: Block): Segment {
    const found = this.#segments.get(block);
    if (!found) throw new InternalFault(`${this.#graph.name} goes to a block that it does not have`);
    return found;
  }

  #variable(one: Variable): number {
    let place = this.#variables.get(one);
    if (place === undefined) {
      place = this.#template.push(undefined) - 1;
      this.#variables.set(one, place);
    }
    return place;
  }

  #place(operand: Operand): number {
    if (isVariable(operand)) return this.#variable(operand);
    const value = this.#meaning.constant(operand);
    // Map takes 0 for -0.
    const key = Object.is(value, -0) ? this.#constants : value;
    let place = this.#constants.get(key);
    if (place === undefined) {
      place = this.#template.push(value) - 1;
      this.#constants.set(key, place);
    }
    return place;
  }

  #block(block: Block): void {
    let current = this.#segmentOf(block);
    const { exit, operations } = block;
    const last = operations.at(-1);
    for (const operation of operations) {
      const places: Places = {
        args: operation.args.map((one) => this.#place(one)),
        result: operation.result ? this.#variable(operation.result) : this.#template.push(undefined) - 1,
        graph: this.#graph,
      };
      const compiled = this.#meaning.operation(operation, places);
      current.operations.push(operation);
      if (exit.kind === "except" && operation === last) this.#handle(current, exit);
      if (typeof compiled === "function") current.steps.push(compiled);
      else {
        const next = segment();
        current.end = compiled.transfer(next, current);
        current = next;
      }
    }
    current.end = this.#end(exit, current);
  }

  #handle(site: Segment, exit: Exit & { kind: "except" }): void {
    const caught = this.#variable(exit.caught);
    const { moves, target } = this.#link(exit.handler);
    site.handler = { caught, moves, target };
  }

  #end(exit: Exit, current: Segment): End {
    switch (exit.kind) {
      case "jump":
        return this.#jump(exit.link, current);
      case "except":
        return this.#jump(exit.normal, current);
      case "branch":
        return this.#branch(exit);
      case "switch":
        return this.#switch(exit);
      case "return": {
        if (!exit.value) return (machine) => machine.leave(undefined);
        const value = this.#place(exit.value);
        return (machine, r) => machine.leave(r[value]);
      }
      case "raise": {
        const value = this.#place(exit.value);
        return (_machine, r) => {
          throw new Thrown(r[value]);
        };
      }
      case "stop": {
        const place = exit.span ? printSpan(exit.span) : this.#graph.displayName;
        return () => {
          throw new StopSignal(exit.code as StopName, exit.message, place);
        };
      }
      case "unreachable":
        return () => {
          throw new InternalFault("the interpreter reached what was proved unreachable");
        };
    }
  }

  #jump(link: Link, current: Segment): End {
    const { moves, target } = this.#link(link);
    if (moves) current.steps.push(moves);
    return () => target;
  }

  #branch(exit: Exit & { kind: "branch" }): End {
    const condition = this.#place(exit.condition);
    const then = this.#link(exit.then);
    const otherwise = this.#link(exit.else);
    return (_machine, r) => {
      const taken = r[condition] ? then : otherwise;
      taken.moves?.(r);
      return taken.target;
    };
  }

  #switch(exit: Exit & { kind: "switch" }): End {
    const value = this.#place(exit.value);
    const cases = new Map(exit.cases.map((one) => [one.value, this.#link(one.link)]));
    const otherwise = this.#link(exit.otherwise);
    return (_machine, r) => {
      const taken = cases.get(r[value] as number) ?? otherwise;
      taken.moves?.(r);
      return taken.target;
    };
  }

  #link(link: Link): { moves: Step | undefined; target: Segment } {
    const from: number[] = [];
    const to: number[] = [];
    link.target.params.forEach((param, i) => {
      const arg = link.args[i];
      if (!arg) throw new InternalFault(`a link of ${this.#graph.name} passes too few arguments`);
      const source = this.#place(arg);
      const place = this.#variable(param);
      if (source === place) return;
      from.push(source);
      to.push(place);
    });
    return { moves: parallelMoves(from, to), target: this.#segmentOf(link.target) };
  }
}

/** Assigns registers to registers, all at once. */
function parallelMoves(from: readonly number[], to: readonly number[]): Step | undefined {
  const [a, b, c] = from as [number, number, number];
  const [x, y, z] = to as [number, number, number];
  switch (from.length) {
    case 0:
      return undefined;
    case 1:
      return (r) => {
        r[x] = r[a];
      };
    case 2:
      return (r) => {
        const first = r[a];
        r[y] = r[b];
        r[x] = first;
      };
    case 3:
      return (r) => {
        const first = r[a];
        const second = r[b];
        r[z] = r[c];
        r[x] = first;
        r[y] = second;
      };
    default: {
      const held: unknown[] = new Array(from.length).fill(undefined);
      return (r) => {
        for (let i = 0; i < from.length; i++) held[i] = r[from[i]!];
        for (let i = 0; i < to.length; i++) r[to[i]!] = held[i];
      };
    }
  }
}
