/**
 * Takes objects apart that never leave their function: each of their fields becomes a variable.
 *
 *   b0(x: int):                                   b0(x: int):
 *     p = allocate{struct=Point}                    jump b1(x)
 *     set_field{struct=Point, field=x} p, x       b1(x.1: int):
 *     jump b1(p)                            =>      y = int_add x.1, 1
 *   b1(q: ref):                                     c = int_lt y, 10
 *     a: int = get_field{…, field=x} q              branch c, b1(y), b2
 *     y = int_add a, 1                            b2:
 *     r = allocate{struct=Point}                    return y
 *     set_field{struct=Point, field=x} r, y
 *     c = int_lt y, 10
 *     branch c, b1(r), b2
 *   b2:
 *     b: int = get_field{…, field=x} r
 *     return b
 *
 * After inlining that is what is left of most iterators, closures, tuples, boxed results and caught exceptions. Which
 * objects stay within the function is `analysis/virtual-objects`; here their fields are carried along all links where they
 * are needed. An object that only another such object holds is free once that one is gone: rounds are repeated until nothing
 * is found. Parameters that nobody reads are left to `dead-params`.
 *
 * RPython's malloc removal, which moves only whole groups of variables like ours; see Choi et al., "Escape Analysis for
 * Java" (1999), for objects that stay in one piece.
 */
import { type ObjectGroup, VirtualObjects } from "../analysis/virtual-objects.ts";
import { removeUnreachable, reversePostorder } from "../graph/flow.ts";
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
  variable,
} from "../graph/graph.ts";
import { storedLowType } from "../graph/operand-type.ts";
import type { Program, StorageType, Struct } from "../graph/program.ts";
import { Replacements } from "../graph/replace.ts";
import { isInstance, structFields } from "../graph/struct-layout.ts";
import type { LowType } from "../graph/types.ts";
import { InternalFault } from "../source/messages.ts";
import type { Remarks } from "../source/remarks.ts";
import type { Span } from "../source/span.ts";
import { foldConstants } from "./constant-folding.ts";
import { graphPass } from "./pass.ts";
import { removeSameArguments } from "./same-arguments.ts";

/** Objects within objects within objects: nobody nests deeper on purpose. */
const mostRounds = 8;

export const mallocRemoval = graphPass("malloc-removal", (graph, program, remarks) => {
  if (!graph.blocks.some(({ operations }) => operations.some(isCreation))) return;
  removeUnreachable(graph);
  for (let round = 0; round < mostRounds; round++) {
    const objects = new VirtualObjects(program, graph);
    const groups = [...objects.groups()];
    if (!groups.some((group) => group.isVirtual)) {
      for (const group of groups)
        fileRemarks(group, remarks, `the object is kept: ${group.reason}`, group.reasonAt);
      return;
    }
    for (const group of groups) if (group.isVirtual) fileRemarks(group, remarks, "the object is taken apart");
    new Exploder(program, graph, objects).run();
    // What the next round sees must not be blurred by parameters that never change and code that never runs.
    foldConstants(graph, program);
    removeSameArguments(graph);
  }
});

function isCreation({ op }: Operation): boolean {
  return op === "allocate" || op === "allocate_items";
}

function fileRemarks({ creations }: ObjectGroup, remarks: Remarks, text: string, because?: Span): void {
  for (const { span } of creations) remarks.add("malloc-removal", span, text, because);
}

/** A place of an object that is read. */
interface Slot {
  readonly key: string | number;
  readonly name: string;
  readonly type: LowType;
}

/** What the slots of each base hold at some point; lists are replaced, not changed. */
type State = Map<Variable, readonly Operand[]>;

/** A link with the block that it leaves. */
interface Edge {
  readonly from: Block;
  readonly link: Link;
}

class Exploder {
  readonly #program: Program;
  readonly #graph: Graph;
  readonly #objects: VirtualObjects;
  readonly #slots = new Map<ObjectGroup, readonly Slot[]>();
  readonly #replacements = new Replacements();
  readonly #order: readonly Block[];
  readonly #live: ReadonlyMap<Block, ReadonlySet<Variable>>;
  readonly #edges: ReadonlyMap<Block, readonly Edge[]>;
  readonly #atStart = new Map<Block, State>();
  readonly #atEnd = new Map<Block, State>();

  constructor(program: Program, graph: Graph, objects: VirtualObjects) {
    this.#program = program;
    this.#graph = graph;
    this.#objects = objects;
    this.#order = reversePostorder(graph);
    this.#live = objects.liveAtStart(graph, this.#order);
    this.#edges = edgesTo(this.#order);
  }

  run(): void {
    // Operands are replaced at the end: until then members and removed reads keep their names.
    for (const block of this.#order) this.#block(block);
    for (const block of this.#order) this.#rewriteLinks(block);
    this.#replacements.apply(this.#graph);
  }

  #block(block: Block): void {
    const start = this.#joins(block) ? this.#parameters(block) : this.#continued(block);
    const state: State = new Map(start);
    this.#atStart.set(block, start);
    this.#atEnd.set(block, state);
    block.operations = block.operations.filter((operation) => this.#keep(operation, state));
  }

  #joins(block: Block): boolean {
    return block === this.#graph.blocks[0] || this.#edges.get(block)?.length !== 1;
  }

  /** At a join each slot of each object is a parameter; `#rewriteLinks` adds them to the block. */
  #parameters(block: Block): State {
    const passed = block.params.filter((param) => this.#objects.virtual(param));
    const fresh = (base: Variable): readonly Operand[] =>
      this.#slotsOf(this.#groupOf(base)).map(({ name, type }) => variable(name, type));
    return new Map([...this.#liveAt(block), ...passed].map((base) => [base, fresh(base)]));
  }

  #liveAt(block: Block): Variable[] {
    return [...(this.#live.get(block) ?? [])];
  }

  /** After the only link to a block all is as it was before it. */
  #continued(block: Block): State {
    const [edge] = this.#edges.get(block) as readonly [Edge];
    const before = this.#atEnd.get(edge.from) as State;
    const state: State = new Map(before);
    for (const [at, param] of block.params.entries()) {
      if (this.#objects.virtual(param)) state.set(param, this.#held(edge.link.args[at] as Variable, before));
    }
    return state;
  }

  #held(holder: Variable, state: State): readonly Operand[] {
    return state.get(this.#objects.baseOf(holder)) as readonly Operand[];
  }

  /** Passes what the slots hold in the place of the objects. */
  #rewriteLinks(block: Block): void {
    const virtual = block.params.map((param) => this.#objects.virtual(param) !== undefined);
    const live = this.#joins(block) ? this.#liveAt(block) : [];
    if (!virtual.includes(true) && live.length === 0) return;
    for (const { from, link } of this.#edges.get(block) ?? []) {
      const state = this.#atEnd.get(from) as State;
      const holders = [...live, ...link.args.filter((_, at) => virtual[at])] as Variable[];
      const kept = link.args.filter((_, at) => !virtual[at]);
      link.args = this.#joins(block) ? [...kept, ...holders.flatMap((one) => this.#held(one, state))] : kept;
    }
    const start = this.#atStart.get(block) as State;
    const holders = [...live, ...block.params.filter((_, at) => virtual[at])];
    const added = this.#joins(block) ? holders.flatMap((base) => start.get(base) ?? []) : [];
    block.params = [...block.params.filter((_, at) => !virtual[at]), ...added.filter(isVariable)];
  }

  /** False for operations on virtual objects: they change the state, or their result is known. */
  #keep(operation: Operation, state: State): boolean {
    const { op, args, result } = operation;
    if (isCreation(operation)) {
      const group = result && this.#objects.virtual(result);
      if (!result || !group) return true;
      state.set(
        result,
        this.#slotsOf(group).map(({ type }) => atBirth(type)),
      );
      return false;
    }
    const group = this.#objects.virtual(args[0]) ?? this.#objects.virtual(args[1]);
    if (!group) return true;
    if (op === "set_field" || op === "set_item") this.#write(operation, group, state);
    else if (result && op !== "value_from_ref" && op !== "value_to_ref") {
      this.#replacements.set(result, this.#resultOf(operation, group, state));
    }
    return false;
  }

  #write(operation: Operation, group: ObjectGroup, state: State): void {
    const slot = this.#slotIndex(operation, group);
    const base = this.#objects.baseOf(operation.args[0] as Variable);
    const held = state.get(base) ?? [];
    const value = operation.args.at(-1) as Operand;
    if (slot >= 0)
      state.set(
        base,
        held.map((old, at) => (at === slot ? value : old)),
      );
  }

  /** What an operation on a virtual object gives. */
  #resultOf(operation: Operation, group: ObjectGroup, state: State): Operand {
    const { op, args, attributes, result } = operation;
    // Of several structs all give the same answer, or the group would not be virtual.
    const struct = group.struct as Struct;
    switch (op) {
      case "get_field":
      case "get_item": {
        const held = this.#held(args[0] as Variable, state);
        // A place that the object lacks is read where a test of its class has failed before: that never runs.
        return held[this.#slotIndex(operation, group)] ?? atBirth(result?.type as LowType);
      }
      case "get_length":
        return constants.int(group.length ?? 0);
      case "ref_type":
        return constants.typeid(struct.name);
      case "ref_instance":
        return constants.bool(isInstance(this.#program, struct, String(attributes.struct)));
      case "ref_method":
        return constants.function(struct.vtable[Number(attributes.slot)] as string);
      case "ref_eq":
      case "value_eq":
        return constants.bool(this.#sameObject(args));
      case "ref_ne":
        return constants.bool(!this.#sameObject(args));
      case "value_is_ref":
        return constants.bool(true);
      case "value_is_float":
      case "value_is_bool":
        return constants.bool(false);
      default:
        throw new InternalFault(`an object is taken apart that ${op} needs`);
    }
  }

  #sameObject([a, b]: readonly Operand[]): boolean {
    if (!a || !b || !isVariable(a) || !isVariable(b)) return false;
    return this.#objects.baseOf(a) === this.#objects.baseOf(b);
  }

  #slotIndex({ op, args, attributes }: Operation, group: ObjectGroup): number {
    const isItem = op === "get_item" || op === "set_item";
    const owner = String(attributes.struct);
    if (!isItem && ![...group.structs].some((one) => isInstance(this.#program, one, owner))) return -1;
    const index = args[1]?.kind === "int" ? args[1].value : undefined;
    const key = isItem ? index : String(attributes.field);
    return this.#slotsOf(group).findIndex((slot) => slot.key === key);
  }

  #groupOf(base: Variable): ObjectGroup {
    return this.#objects.groupOf(base) as ObjectGroup;
  }

  /** The places that are read, of those that the object has. */
  #slotsOf(group: ObjectGroup): readonly Slot[] {
    let slots = this.#slots.get(group);
    if (!slots) this.#slots.set(group, (slots = this.#findSlots(group)));
    return slots;
  }

  #findSlots({ structs, struct, length = 0, read }: ObjectGroup): Slot[] {
    const fields = new Map<string, StorageType>();
    for (const one of structs) {
      for (const { name, type } of structFields(this.#program, one))
        if (read.has(name)) fields.set(name, type);
    }
    const slots = [...fields].map(([name, type]): Slot => ({ key: name, name, type: storedLowType(type) }));
    if (struct?.item === undefined) return slots;
    const type = storedLowType(struct.item);
    const items = [...read].filter((key) => typeof key === "number" && key < length);
    return [...slots, ...items.map((key): Slot => ({ key, name: "item", type }))];
  }
}

/** What a field holds before it is written. Of most types that is undetermined: nothing reads it. */
function atBirth(type: LowType): Operand {
  switch (type) {
    case "int":
      return constants.int(0);
    case "float":
      return constants.float(0);
    case "bool":
      return constants.bool(false);
    case "value":
      return constants.special("value", "undefined");
    default:
      return constants.nil;
  }
}

function edgesTo(order: readonly Block[]): Map<Block, Edge[]> {
  const edges = new Map<Block, Edge[]>(order.map((block) => [block, []]));
  for (const from of order) {
    for (const link of linksOf(from.exit)) edges.get(link.target)?.push({ from, link });
  }
  return edges;
}
