/**
 * Reads a field, item or global once where nothing can have changed it since, and not at all where it was just written;
 * does not write what is there already.
 *
 *   b0(p: ref, q: ref):                        b0(p: ref, q: ref):
 *     x: int = get_field{field=x} p              x: int = get_field{field=x} p
 *     set_field{field=y} q, 1              =>    set_field{field=y} q, 1
 *     z: int = get_field{field=x} p              set_field{field=x} q, 5
 *     set_field{field=x} q, 5                    w: int = get_field{field=x} p
 *     w: int = get_field{field=x} p              v = int_add x, 5
 *     y: int = get_field{field=x} q              …
 *     v = int_add z, y
 *     set_field{field=x} q, y
 *     …
 *
 * A C compiler sees only addresses, where any write may hit anything. Here a write to a field changes fields of that
 * name alone, and items only items; a call changes everything unless its callee writes nothing. What is known at the end
 * of a block is known in all that it dominates, but for what may be written on a way there, around a loop for example.
 * Fields narrower than a word are not taken from writes, which cut the value.
 *
 * A reference that is known across a call would have to be saved as a root around it: calls that may collect forget.
 */
import { Effects } from "../analysis/effects.ts";
import { allPlacesWritten, placesWritten, type Written } from "../analysis/places.ts";
import { Dominators } from "../graph/dominators.ts";
import { predecessors } from "../graph/flow.ts";
import {
  type Block,
  type Graph,
  isVariable,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import { lowTypeOf } from "../graph/operand-type.ts";
import type { Program } from "../graph/program.ts";
import { Replacements } from "../graph/replace.ts";
import { structFields } from "../graph/struct-layout.ts";
import { printConstant } from "../graph/text-forms.ts";
import { type Pass, unsettled } from "./pass.ts";

export const redundantLoads: Pass = {
  name: "redundant-loads",
  run(program) {
    const effects = new Effects(program);
    const narrow = narrowFields(program);
    for (const graph of unsettled(program)) new Forwarder(graph, effects, narrow).run();
  },
};

/** Names of fields that some struct stores in less than a word. */
function narrowFields(program: Program): Set<string> {
  const names = new Set<string>();
  for (const struct of program.structs.values()) {
    for (const { name, type } of structFields(program, struct)) {
      if (type === "u8" || type === "u16" || type === "u32" || type === "i32") names.add(name);
    }
  }
  return names;
}

/** What memory is known to hold: by place (`field x`, `items`, `global g`), then by object and index. */
type Known = Map<string, Map<string, Operand>>;

class Forwarder {
  readonly #graph: Graph;
  readonly #effects: Effects;
  readonly #narrow: ReadonlySet<string>;
  readonly #replacements = new Replacements();
  readonly #numbers = new Map<Variable, number>();

  constructor(graph: Graph, effects: Effects, narrow: ReadonlySet<string>) {
    this.#graph = graph;
    this.#effects = effects;
    this.#narrow = narrow;
  }

  run(): void {
    const dominators = new Dominators(this.#graph);
    const written = new Map<Block, Written>();
    for (const block of dominators.order)
      written.set(block, allPlacesWritten(block.operations, this.#effects));
    const from = predecessors(this.#graph);
    const atEnd = new Map<Block, Known>();
    for (const block of dominators.order) {
      const above = dominators.parent(block);
      const known = copyOf(above && atEnd.get(above));
      if (above && known.size > 0) forget(known, between(above, block, from, dominators), written);
      block.operations = block.operations.filter((operation) => this.#keep(operation, known));
      atEnd.set(block, known);
    }
    this.#replacements.apply(this.#graph);
  }

  /** False for a read whose result is known; changes what is known. */
  #keep(operation: Operation, known: Known): boolean {
    const { op, args, result, attributes } = operation;
    switch (op) {
      case "get_field":
        return this.#read(known, `field ${attributes.field}`, args, result);
      case "get_item":
        return this.#read(known, "items", args, result);
      case "get_bytes":
        return this.#read(known, "bytes", args, result, `${attributes.type} `);
      case "get_global":
        return this.#read(known, `global ${attributes.name}`, args, result);
      case "set_field":
        return this.#write(
          known,
          `field ${attributes.field}`,
          args,
          this.#narrow.has(String(attributes.field)),
        );
      case "set_item":
        // The item's width is the struct's; what is written is not taken as what is read.
        return this.#write(known, "items", args, true);
      case "set_global":
        return this.#write(known, `global ${attributes.name}`, args, false);
      case "set_bytes":
        // Numbers of several widths may overlap.
        known.delete("bytes");
        return true;
      case "copy_items":
      case "clear_items":
        known.delete("items");
        known.delete("bytes");
        return true;
      default:
        if (placesWritten(operation, this.#effects) === "everything") known.clear();
        return true;
    }
  }

  #read(
    known: Known,
    place: string,
    args: readonly Operand[],
    result: Variable | undefined,
    form = "",
  ): boolean {
    if (!result) return true;
    const key = form + args.map((arg) => this.#key(arg)).join(" ");
    let values = known.get(place);
    if (!values) known.set(place, (values = new Map()));
    const value = values.get(key);
    // Only where a test of the class has gone wrong can one place have two types.
    if (value && lowTypeOf(value) === result.type) {
      this.#replacements.set(result, value);
      return false;
    }
    values.set(key, result);
    return true;
  }

  /** False for a write of what the place holds already. */
  #write(known: Known, place: string, args: readonly Operand[], cuts: boolean): boolean {
    const key = args
      .slice(0, -1)
      .map((arg) => this.#key(arg))
      .join(" ");
    const value = this.#replacements.of(args.at(-1) as Operand);
    const before = known.get(place)?.get(key);
    if (before && this.#key(before) === this.#key(value)) return false;
    const values = new Map<string, Operand>();
    known.set(place, values);
    if (!cuts) values.set(key, value);
    return true;
  }

  #key(arg: Operand): string {
    const one = this.#replacements.of(arg);
    if (!isVariable(one)) return printConstant(one);
    let number = this.#numbers.get(one);
    if (number === undefined) this.#numbers.set(one, (number = this.#numbers.size));
    return `$${number}`;
  }
}

/** The blocks on ways from a block to one that it dominates, that one included if there is a way around a loop. */
function between(
  above: Block,
  below: Block,
  from: ReadonlyMap<Block, readonly Block[]>,
  dominators: Dominators,
): Set<Block> {
  const found = new Set<Block>();
  const work = [...(from.get(below) ?? [])];
  for (let block = work.pop(); block; block = work.pop()) {
    if (block === above || found.has(block) || !dominators.has(block)) continue;
    found.add(block);
    work.push(...(from.get(block) ?? []));
  }
  return found;
}

function forget(known: Known, blocks: ReadonlySet<Block>, written: ReadonlyMap<Block, Written>): void {
  for (const block of blocks) {
    const places = written.get(block) ?? "everything";
    if (places === "everything") return known.clear();
    for (const place of places) known.delete(place);
  }
}

function copyOf(known: Known | undefined): Known {
  return new Map([...(known ?? [])].map(([place, values]) => [place, new Map(values)]));
}
