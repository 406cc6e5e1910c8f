/**
 * Computes before a loop what is the same each time round.
 *
 *   b0(p: ref, n: int):                          b0(p: ref, n: int):
 *     set_field{struct=A, field=y} p, 0            set_field{struct=A, field=y} p, 0
 *     jump b1(0)                                   x: int = get_field{struct=A, field=x} p
 *   b1(i: int):                                    jump b1(0)
 *     c = int_lt i, n                            b1(i: int):
 *     branch c, b2, b3                     =>      c = int_lt i, n
 *   b2:                                            branch c, b2, b3
 *     x: int = get_field{struct=A, field=x} p    b2:
 *     j = int_add i, x                             j = int_add i, x
 *     set_field{struct=A, field=y} p, j            set_field{struct=A, field=y} p, j
 *     jump b1(j)                                   jump b1(j)
 *
 * A C compiler cannot: to it any store may change any memory, and a read may fail. Here a write changes fields of its
 * name alone, and a read may be done early if the same object has been used as the same struct before the loop or at its
 * head. Cheap operations that a C compiler moves by itself are left to it, unless one moved here needs them. A reference
 * that is live around a loop that collects is a root to save: there only numbers are moved.
 */
import { callGraph } from "../analysis/call-graph.ts";
import { type CanCollect, canCollect } from "../analysis/can-collect.ts";
import { Effects } from "../analysis/effects.ts";
import { type Loop, Loops } from "../analysis/loops.ts";
import { allPlacesWritten, placeRead, type Written } from "../analysis/places.ts";
import { Dominators } from "../graph/dominators.ts";
import { predecessors } from "../graph/flow.ts";
import {
  type Block,
  block,
  type Graph,
  isVariable,
  linksOf,
  type Operation,
  type Variable,
  variable,
} from "../graph/graph.ts";
import { ops } from "../graph/ops.ts";
import type { Program } from "../graph/program.ts";
import { isInstance } from "../graph/struct-layout.ts";
import { Remarks } from "../source/remarks.ts";
import { type Pass, unsettled } from "./pass.ts";

export const loopInvariants: Pass = {
  name: "loop-invariants",
  run(program, remarks = new Remarks()) {
    const calls = callGraph(program);
    const effects = new Effects(program, calls);
    const collects = canCollect(program, [], calls);
    for (const graph of unsettled(program)) new Mover(program, graph, effects, collects, remarks).run();
  },
};

class Mover {
  readonly #program: Program;
  readonly #graph: Graph;
  readonly #dominators: Dominators;
  readonly #effects: Effects;
  readonly #collects: CanCollect;
  readonly #remarks: Remarks;
  readonly #homes = new Map<Variable, Block>();
  /** The order of blocks. */
  readonly #ranks = new Map<Block, number>();
  /** Where each object is used, and as what struct. */
  readonly #uses = new Map<Variable, { block: Block; struct: string }[]>();

  constructor(program: Program, graph: Graph, effects: Effects, collects: CanCollect, remarks: Remarks) {
    this.#program = program;
    this.#graph = graph;
    this.#dominators = new Dominators(graph);
    this.#effects = effects;
    this.#collects = collects;
    this.#remarks = remarks;
  }

  run(): void {
    const loops = new Loops(this.#graph, this.#dominators);
    if (loops.all.length === 0) return;
    for (const [at, one] of this.#dominators.order.entries()) {
      this.#ranks.set(one, at);
      for (const param of one.params) this.#homes.set(param, one);
      for (const operation of one.operations) this.#see(operation, one);
      if (one.exit.kind === "except") this.#homes.set(one.exit.caught, one);
    }
    // Inner loops first: what leaves them may leave the outer ones too.
    for (const loop of [...loops.all].reverse()) this.#loop(loop);
  }

  #see({ op, args, attributes, result }: Operation, at: Block): void {
    if (result) this.#homes.set(result, at);
    const struct = attributes.struct;
    if (typeof struct !== "string" || op === "ref_instance") return;
    const object = op.startsWith("allocate") ? result : args[0];
    if (!object || !isVariable(object)) return;
    const list = this.#uses.get(object);
    if (list) list.push({ block: at, struct });
    else this.#uses.set(object, [{ block: at, struct }]);
  }

  #loop(loop: Loop): void {
    const inside = [...loop.blocks];
    const operations = inside.flatMap((one) => one.operations);
    const written = allPlacesWritten(operations, this.#effects);
    const collects = operations.some((one) => this.#collects.operation(one));
    const before: Block = block();
    // In an order in which operands come before their users; blocks made here stand for those after them.
    for (const one of inside.sort((a, b) => this.#rank(a) - this.#rank(b))) {
      const last = one.exit.kind === "except" ? one.operations.at(-1) : undefined;
      one.operations = one.operations.filter((operation) => {
        if (operation === last || !this.#mayMove(operation, loop, written, collects)) return true;
        before.operations.push(operation);
        this.#homes.set(operation.result as Variable, before);
        if (placeRead(operation))
          this.#remarks.add("loop-invariants", operation.span, "it is read once, before the loop");
        return false;
      });
    }
    if (before.operations.length > 0) this.#insert(before, loop);
  }

  #rank(one: Block): number {
    return this.#ranks.get(one) ?? -1;
  }

  #mayMove(operation: Operation, loop: Loop, written: Written, collects: boolean): boolean {
    const { op, args, result } = operation;
    if (!result || !args.every((arg) => !isVariable(arg) || this.#isOutside(arg, loop))) return false;
    if (collects && (result.type === "ref" || result.type === "value")) return false;
    const place = placeRead(operation);
    if (place !== undefined) {
      if (written === "everything" || written.has(place)) return false;
      return op === "get_global" || (op === "get_field" && this.#isValid(operation, loop));
    }
    const { effect, address, level } = ops[op];
    if (effect !== "none" || address === true || level !== "low") return false;
    if (op === "get_length") return this.#isValid(operation, loop);
    // Division by zero is for the test before it, as is an object's header.
    return !afterTestsOnly.has(op);
  }

  #isOutside(one: Variable, loop: Loop): boolean {
    const home = this.#homes.get(one);
    return home === undefined || !loop.blocks.has(home);
  }

  /** The object has surely been used as that struct when the loop begins, or is at its head. */
  #isValid({ args, attributes }: Operation, { head }: Loop): boolean {
    const object = args[0];
    if (!object || !isVariable(object)) return false;
    return (this.#uses.get(object) ?? []).some(({ block: at, struct }) => {
      const known = this.#program.structs.get(struct);
      const fits = known !== undefined && isInstance(this.#program, known, String(attributes.struct));
      return fits && this.#dominators.dominates(at, head);
    });
  }

  /** Leads all ways into the loop through a block. */
  #insert(before: Block, loop: Loop): void {
    const { head } = loop;
    before.params = head.params.map(({ name, type }) => variable(name, type));
    for (const from of predecessors(this.#graph).get(head) ?? []) {
      if (loop.blocks.has(from)) continue;
      for (const link of linksOf(from.exit)) if (link.target === head) link.target = before;
    }
    before.exit = { kind: "jump", link: { target: head, args: [...before.params] } };
    this.#graph.blocks.splice(this.#graph.blocks.indexOf(head), 0, before);
    this.#ranks.set(before, this.#rank(head) - 0.5);
    for (let outer = loop.parent; outer; outer = outer.parent) (outer.blocks as Set<Block>).add(before);
  }
}

const afterTestsOnly: ReadonlySet<string> = new Set([
  "int_div",
  "int_mod",
  "int_floor_div",
  "ref_type",
  "ref_method",
  "ref_instance",
]);
