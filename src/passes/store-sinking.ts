/**
 * Keeps a field that a loop changes in a variable, and writes it when the loop is left.
 *
 *   b0(p: ref, n: int):                         b0(p: ref, n: int):
 *     a: int = get_field{struct=A, field=x} p     a: int = get_field{struct=A, field=x} p
 *     jump b1(0)                                  x: int = get_field{struct=A, field=x} p
 *   b1(i: int):                                   jump b1(0, x)
 *     c = int_lt i, n                           b1(i: int, x.1: int):
 *     branch c, b2, b3                    =>      c = int_lt i, n
 *   b2:                                           branch c, b2, b4
 *     x: int = get_field{struct=A, field=x} p   b2:
 *     y = int_add_checked x, i                    y = int_add_checked x.1, i
 *     set_field{struct=A, field=x} p, y           j = int_add i, 1
 *     j = int_add i, 1                            jump b1(j, y)
 *     jump b1(j)                                b4:
 *   b3:                                           set_field{struct=A, field=x} p, x.1
 *     return a                                    jump b3
 *                                               b3:
 *                                                 return a
 *
 * A C compiler cannot: to it each store to another object may change the field, and a check that may stop the program may
 * read it. Here that is done if the loop touches fields of that name in one object only, which has surely been used as that
 * struct before it, and calls nothing that may read or write memory. Numbers and booleans of full width only: a reference is
 * something that collections look at. Nothing is written where the program stops.
 *
 * Lu and Cooper, "Register Promotion in C Programs" (1997), where types and names take the place of points-to sets. Needs
 * redundant-loads before it; parameters of blocks that always get one value are left to same-arguments.
 */
import { Effects } from "../analysis/effects.ts";
import { type Loop, Loops } from "../analysis/loops.ts";
import { placeRead, placesWritten } from "../analysis/places.ts";
import { Dominators } from "../graph/dominators.ts";
import { predecessors, removeUnreachable } from "../graph/flow.ts";
import {
  type Block,
  block,
  type Graph,
  isVariable,
  link,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
  variable,
} from "../graph/graph.ts";
import type { OpInfo } from "../graph/op-info.ts";
import { ops } from "../graph/ops.ts";
import type { Program } from "../graph/program.ts";
import { Replacements } from "../graph/replace.ts";
import { isInstance, structFields } from "../graph/struct-layout.ts";
import { Remarks } from "../source/remarks.ts";
import { type Pass, unsettled } from "./pass.ts";

export const storeSinking: Pass = {
  name: "store-sinking",
  run(program, remarks = new Remarks()) {
    let effects: Effects | undefined;
    for (const graph of unsettled(program)) {
      if (!hasWayBack(graph) || !graph.blocks.some(({ operations }) => operations.some(isWrite))) continue;
      effects ??= new Effects(program);
      sinkStores(program, graph, effects, remarks);
    }
  },
};

function isWrite({ op }: Operation): boolean {
  return op === "set_field";
}

/** False only if there is no loop: in whatever order the blocks stand, some link of a loop leads back. */
function hasWayBack({ blocks }: Graph): boolean {
  const seen = new Set<Block>();
  return blocks.some((one) => {
    seen.add(one);
    return linksOf(one.exit).some(({ target }) => seen.has(target));
  });
}

function sinkStores(program: Program, graph: Graph, effects: Effects, remarks: Remarks): void {
  removeUnreachable(graph);
  // Each change makes new blocks: what is known of the loops is found again. Inner loops first, so that outer ones see their stores.
  for (let rounds = graph.blocks.length; rounds > 0; rounds--) {
    const dominators = new Dominators(graph);
    const loops = new Loops(graph, dominators);
    const sinker = new Sinker(program, graph, dominators, effects);
    let field: Field | undefined;
    const found = [...loops.all].reverse().find((loop) => (field = sinker.candidate(loop)));
    if (!found || !field) return;
    remarks.add("store-sinking", field.write.span, "it is written once, when the loop is left");
    sinker.sink(found, field);
  }
}

/** A field of one object that a loop changes. */
interface Field {
  readonly object: Variable;
  readonly write: Operation;
  readonly type: "int" | "float" | "bool";
}

/** The operation reads or writes that field of that object, and nothing else. */
function touches({ args, result }: Operation, { object, type }: Field): boolean {
  return args[0] === object && (result === undefined || result.type === type);
}

class Sinker {
  readonly #program: Program;
  readonly #graph: Graph;
  readonly #dominators: Dominators;
  readonly #effects: Effects;
  readonly #predecessors: ReadonlyMap<Block, readonly Block[]>;
  readonly #replacements = new Replacements();

  constructor(program: Program, graph: Graph, dominators: Dominators, effects: Effects) {
    this.#program = program;
    this.#graph = graph;
    this.#dominators = dominators;
    this.#effects = effects;
    this.#predecessors = predecessors(graph);
  }

  /** A field that can be kept in a variable while the loop runs. */
  candidate(loop: Loop): Field | undefined {
    const blocks = [...loop.blocks];
    if (blocks.some(({ exit }) => exit.kind === "except")) return undefined;
    const operations = blocks.flatMap((one) => one.operations);
    const inside = new Set<Operand | undefined>(blocks.flatMap(({ params }) => params));
    for (const { result } of operations) inside.add(result);
    const fields = new Map<string, Field | undefined>();
    for (const operation of operations) {
      if (this.#touchesMemory(operation)) return undefined;
      const { op, attributes } = operation;
      if (op !== "set_field") continue;
      const name = String(attributes.field);
      if (fields.has(name)) continue;
      fields.set(name, inside.has(operation.args[0]) ? undefined : this.#fieldOf(operation, loop));
    }
    const always = new Set<string>();
    for (const one of blocks) {
      const isAlways = loop.latches.every((latch) => this.#dominators.dominates(one, latch));
      for (const operation of one.operations) {
        if (operation.op !== "get_field" && operation.op !== "set_field") continue;
        const name = String(operation.attributes.field);
        const field = fields.get(name);
        if (field && !touches(operation, field)) fields.set(name, undefined);
        if (isAlways) always.add(name);
      }
    }
    // What is touched in some rounds only might be touched in none.
    return [...fields].find(([name, field]) => field && always.has(name))?.[1];
  }

  /** True for what may read or write any field, or leave the function. */
  #touchesMemory(operation: Operation): boolean {
    const { op } = operation;
    if (op === "get_field" || op === "set_field") return false;
    if (op === "call" || op === "call_indirect") {
      const { effect, returns } = this.#effects.operation(operation);
      return effect !== "none" || !returns;
    }
    const info: OpInfo = ops[op];
    if (info.raises) return true;
    // What reads an object reads its items here; raw memory may be anything.
    if (info.effect === "reads")
      return placeRead(operation) === undefined && info.attributes?.struct === undefined;
    return placesWritten(operation, this.#effects) === "everything";
  }

  #fieldOf(write: Operation, loop: Loop): Field | undefined {
    const [object] = write.args;
    const { struct, field } = write.attributes;
    const known = this.#program.structs.get(String(struct));
    const type = known && structFields(this.#program, known).find(({ name }) => name === field)?.type;
    if (!object || !isVariable(object) || (type !== "int" && type !== "float" && type !== "bool"))
      return undefined;
    return this.#isUsedBefore(object, String(struct), loop) ? { object, write, type } : undefined;
  }

  /** The object has surely been used as that struct when the loop begins: then it may be read there. */
  #isUsedBefore(object: Variable, name: string, { head, blocks }: Loop): boolean {
    for (let above: Block | undefined = head; above; above = this.#dominators.parent(above)) {
      if (above !== head && blocks.has(above)) return false;
      for (const { op, args, attributes, result } of above.operations) {
        const used = op.startsWith("allocate") ? result : args[0];
        const struct = typeof attributes.struct === "string" && this.#program.structs.get(attributes.struct);
        if (used !== object || op === "ref_instance" || !struct) continue;
        if (isInstance(this.#program, struct, name)) return true;
      }
    }
    return false;
  }

  sink(loop: Loop, field: Field): void {
    const { attributes, span } = field.write;
    const name = String(attributes.field);
    const { head } = loop;
    const before = variable(name, field.type);
    const read: Operation = { op: "get_field", args: [field.object], result: before, attributes, span };
    const atStart = new Map<Block, Operand>();
    const atEnd = new Map<Block, Operand>();
    const order = this.#dominators.order.filter((one) => loop.blocks.has(one));
    const joins = new Set<Block>([head]);
    for (const one of order) {
      const from = this.#predecessors.get(one) ?? [];
      if (new Set(from).size > 1) joins.add(one);
      atStart.set(
        one,
        joins.has(one) ? variable(name, field.type) : (atEnd.get(from[0] as Block) as Operand),
      );
      atEnd.set(one, this.#withoutField(one, atStart.get(one) as Operand, name));
    }
    for (const one of order) {
      for (const way of linksOf(one.exit)) {
        const value = atEnd.get(one) as Operand;
        if (!loop.blocks.has(way.target)) this.#writeOnWay(way, field, value);
      }
    }
    const preheader = this.#preheader(loop, read);
    atEnd.set(preheader, before);
    for (const one of joins) one.params.push(atStart.get(one) as Variable);
    for (const source of [preheader, ...order]) {
      for (const way of linksOf(source.exit))
        if (joins.has(way.target)) way.args.push(atEnd.get(source) as Operand);
    }
    this.#replacements.apply(this.#graph);
  }

  /** Removes the field's reads and writes from a block; gives what the field holds at its end. */
  #withoutField(one: Block, start: Operand, name: string): Operand {
    let value = start;
    one.operations = one.operations.filter(({ op, args, attributes, result }) => {
      if (attributes.field !== name || (op !== "get_field" && op !== "set_field")) return true;
      if (op === "set_field") value = this.#replacements.of(args[1] as Operand);
      else if (result) this.#replacements.set(result, value);
      return false;
    });
    return value;
  }

  /** Writes the field where the loop is left, unless that is where the program stops. */
  #writeOnWay(way: { target: Block; args: Operand[] }, { object, write }: Field, value: Operand): void {
    const { target, args } = way;
    if (target.exit.kind === "stop" && target.operations.length === 0) return;
    const after: Block = block();
    const { attributes, span } = write;
    after.operations = [{ op: "set_field", args: [object, value], result: undefined, attributes, span }];
    after.exit = { kind: "jump", link: link(target, ...args) };
    this.#graph.blocks.splice(this.#graph.blocks.indexOf(target), 0, after);
    way.target = after;
    way.args = [];
  }

  /** A block before the loop that reads the field; all ways into the loop lead through it. */
  #preheader({ head, blocks }: Loop, read: Operation): Block {
    const before: Block = block(head.params.map(({ name, type }) => variable(name, type)));
    before.operations = [read];
    before.exit = { kind: "jump", link: link(head, ...before.params) };
    for (const from of this.#predecessors.get(head) ?? []) {
      if (blocks.has(from)) continue;
      for (const way of linksOf(from.exit)) if (way.target === head) way.target = before;
    }
    this.#graph.blocks.splice(this.#graph.blocks.indexOf(head), 0, before);
    return before;
  }
}
