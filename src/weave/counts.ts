/**
 * Weaves reference counts in, for collectors that count the references in objects:
 *
 *   set_field p, x           =>   a = ref_to_address p; slot = int_add a, 16; w = ref_to_address x
 *                                 call{function=…countReference} slot, w
 *                                 set_field p, x
 *   o = allocate; set_field o, x  =>  …; w = ref_to_address x; call{function=…countFirst} w; set_field o, x
 *   copy_items t, i, s, j, n =>   …; call{function=…countCopy} t, i, s, j, n; …
 *
 * Variables are borrowed references, which nobody counts: no pair of a count up and a count down ever stands around a
 * call, a load or a loop. Weak fields count nothing.
 */
import {
  constants,
  type Graph,
  isVariable,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import type { Program, Struct } from "../graph/program.ts";
import { isWeakField, structLayout, type WordSize } from "../graph/struct-layout.ts";
import type { LowType } from "../graph/types.ts";
import { InternalFault } from "../source/messages.ts";
import { isAllocation, Sequence, writtenFields } from "./allocation.ts";

/** The collector's functions. */
export interface CountFunctions {
  readonly reference: string;
  readonly value: string;
  readonly first: string;
  readonly copy: string;
  readonly clear: string;
}

/** Counts what the stores of a graph change. */
export function weaveCounts(
  program: Program,
  wordSize: WordSize,
  graph: Graph,
  functions: CountFunctions,
  mayCollect: (operation: Operation) => boolean,
): void {
  const weaver = new CountWeaver(program, wordSize, graph, functions, mayCollect);
  for (const block of graph.blocks) block.operations = weaver.operations(block.operations);
}

class CountWeaver {
  readonly #program: Program;
  readonly #wordSize: WordSize;
  readonly #functions: CountFunctions;
  readonly #mayCollect: (operation: Operation) => boolean;
  readonly #definitions = new Map<Variable, Operation>();

  constructor(
    program: Program,
    wordSize: WordSize,
    graph: Graph,
    functions: CountFunctions,
    mayCollect: (operation: Operation) => boolean,
  ) {
    this.#program = program;
    this.#wordSize = wordSize;
    this.#functions = functions;
    this.#mayCollect = mayCollect;
    for (const { operations } of graph.blocks)
      for (const one of operations) if (one.result) this.#definitions.set(one.result, one);
  }

  operations(operations: readonly Operation[]): Operation[] {
    const counted: Operation[] = [];
    const first = this.#firstStores(operations);
    for (const operation of operations) {
      const before = new Sequence(operation.span);
      if (operation.op === "set_field") this.#field(before, operation, first.has(operation));
      else if (operation.op === "set_item") this.#item(before, operation);
      else if (operation.op === "copy_items") this.#copy(before, operation.args);
      else if (operation.op === "clear_items") this.#clear(before, operation.args);
      counted.push(...before.operations, operation);
    }
    return counted;
  }

  /** Stores into fields of new objects that have held nothing yet. */
  #firstStores(operations: readonly Operation[]): Set<Operation> {
    const found = new Set<Operation>();
    for (const [index, allocation] of operations.entries()) {
      if (!isAllocation(allocation)) continue;
      for (const store of writtenFields(allocation, operations.slice(index + 1), this.#mayCollect).values())
        found.add(store);
    }
    return found;
  }

  #struct(operation: Operation): Struct {
    const struct = this.#program.structs.get(String(operation.attributes.struct));
    if (!struct) throw new InternalFault(`a store into the unknown struct ${operation.attributes.struct}`);
    return struct;
  }

  #field(before: Sequence, operation: Operation, isFirst: boolean): void {
    const layout = structLayout(this.#program, this.#struct(operation), this.#wordSize);
    const name = String(operation.attributes.field);
    const type = layout.fields.find((one) => one.name === name)?.type;
    if ((type !== "ref" && type !== "value") || isWeakField(name)) return;
    const [object, stored] = operation.args as [Operand, Operand];
    if (isFirst) {
      if (this.#leadsToHeap(stored)) this.#call(before, "first", [this.#word(before, stored, type)]);
      return;
    }
    const address = before.value("address", "int", "ref_to_address", [object]);
    const offset = constants.int(layout.offsets.get(name) ?? 0);
    const slot = before.value("slot", "int", "int_add", [address, offset]);
    this.#slot(before, slot, stored, type);
  }

  #item(before: Sequence, operation: Operation): void {
    const struct = this.#struct(operation);
    if (struct.item !== "ref" && struct.item !== "value") return;
    const { fixedSize, itemSize } = structLayout(this.#program, struct, this.#wordSize);
    const [array, index, stored] = operation.args as [Operand, Operand, Operand];
    const distance = before.value("distance", "int", "int_mul", [index, constants.int(itemSize)]);
    const offset = before.value("offset", "int", "int_add", [distance, constants.int(fixedSize)]);
    const address = before.value("address", "int", "ref_to_address", [array]);
    const slot = before.value("slot", "int", "int_add", [address, offset]);
    this.#slot(before, slot, stored, struct.item);
  }

  #slot(before: Sequence, slot: Operand, stored: Operand, type: "ref" | "value"): void {
    const word = this.#leadsToHeap(stored) ? this.#word(before, stored, type) : constants.int(0);
    this.#call(before, type === "ref" ? "reference" : "value", [slot, word]);
  }

  #copy(before: Sequence, [target, to, source, from, count]: readonly Operand[]): void {
    const addresses = [target, source].map((one) =>
      before.value("address", "int", "ref_to_address", [one as Operand]),
    ) as [Variable, Variable];
    this.#call(before, "copy", [addresses[0], to!, addresses[1], from!, count!]);
  }

  #clear(before: Sequence, [array, from, count]: readonly Operand[]): void {
    const address = before.value("address", "int", "ref_to_address", [array!]);
    this.#call(before, "clear", [address, from!, count!]);
  }

  /** The bits of a reference or value; of a value that is no reference they lead nowhere. */
  #word(before: Sequence, stored: Operand, type: LowType): Operand {
    const ref = type === "ref" ? stored : before.value("ref", "ref", "value_to_ref", [stored]);
    return before.value("word", "int", "ref_to_address", [ref]);
  }

  #leadsToHeap(stored: Operand): boolean {
    if (!isVariable(stored)) return false;
    const op = this.#definitions.get(stored)?.op;
    return op !== "value_from_float" && op !== "value_from_bool" && op !== "value_from_tagged";
  }

  #call(before: Sequence, name: keyof CountFunctions, args: Operand[]): void {
    before.effect("call", args, { function: this.#functions[name] });
  }
}
