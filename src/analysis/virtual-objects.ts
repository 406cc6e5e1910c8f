/**
 * Objects that never leave their function: everything that is done with them can be seen.
 *
 * All variables that may hold one object form a group, by union along links and conversions to and from `value`. A group
 * is virtual if each of its objects is made in the function, all of one struct, and none is stored, passed, returned or
 * thrown. What spoils a group is kept for people: it is the answer to "why is this object not removed?".
 */
import { reversePostorder } from "../graph/flow.ts";
import {
  type Block,
  exitOperand,
  type Graph,
  isVariable,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import type { Program, StorageType, Struct } from "../graph/program.ts";
import { isInstance, structFields } from "../graph/struct-layout.ts";
import type { Span } from "../source/span.ts";

/** Objects with more items than that stay: each item would be a variable. */
const mostItems = 16;

/** The variables that may hold an object, and what is known of it. */
export class ObjectGroup {
  readonly structs = new Set<Struct>();
  /** Of objects with items. */
  length: number | undefined;
  /** Where its objects are made. */
  readonly creations: Operation[] = [];
  /** Variables that begin to hold an object: results of allocations, and block parameters. */
  readonly bases = new Set<Variable>();
  /** Places that are read: field names and item numbers. */
  readonly read = new Set<string | number>();
  /** Vtable slots of the methods that are asked for. */
  readonly methods = new Set<number>();
  /** Structs of which the objects may be instances, as far as that is asked. */
  readonly tests = new Set<string>();
  /** Their type id is asked for. */
  asksType = false;
  /** Some field is written elsewhere than right after the object was made. */
  changes = false;
  /** Why the objects must exist, and the place in the source that makes it so. */
  reason: string | undefined;
  reasonAt: Span | undefined;
  /** Pairs of variables that are compared. */
  readonly compared: [Variable, Variable][] = [];

  get isVirtual(): boolean {
    return this.reason === undefined && this.structs.size > 0;
  }

  get struct(): Struct | undefined {
    const [first] = this.structs;
    return first;
  }

  spoil(reason: string, at?: Span): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    this.reasonAt = at;
  }

  absorb(other: ObjectGroup): void {
    this.creations.push(...other.creations);
    for (const base of other.bases) this.bases.add(base);
    for (const key of other.read) this.read.add(key);
    for (const slot of other.methods) this.methods.add(slot);
    this.compared.push(...other.compared);
    for (const name of other.tests) this.tests.add(name);
    this.asksType ||= other.asksType;
    this.changes ||= other.changes;
    if (other.reason !== undefined) this.spoil(other.reason, other.reasonAt);
    for (const struct of other.structs) this.made(struct, other.length);
  }

  made(struct: Struct, length: number | undefined): void {
    if (this.structs.size > 0 && this.length !== length) this.spoil("it may be one of several lengths");
    this.structs.add(struct);
    this.length = length;
  }
}

export class VirtualObjects {
  readonly #program: Program;
  readonly #groups = new Map<Variable, ObjectGroup>();
  /** Members of absorbed groups point to the group that took them. */
  readonly #absorbed = new Map<ObjectGroup, ObjectGroup>();
  /** What a converted variable was made from. */
  readonly #sources = new Map<Variable, Variable>();

  constructor(program: Program, graph: Graph) {
    this.#program = program;
    for (const param of graph.blocks[0]?.params ?? []) this.#foreign(param, "it comes from outside");
    const order = reversePostorder(graph);
    for (const block of order) this.#block(block, graph);
    for (const group of this.groups()) {
      this.#demandOneAnswer(group);
      for (const [a, b] of group.compared) {
        if (this.baseOf(a) !== this.baseOf(b) && this.groupOf(a) === this.groupOf(b))
          group.spoil("it is compared with another object");
      }
    }
    this.#forbidAliases(graph, order);
  }

  /** All groups in which an object is made, spoilt or not. */
  groups(): Set<ObjectGroup> {
    const all = new Set<ObjectGroup>();
    for (const group of this.#groups.values()) {
      const whole = this.#whole(group);
      if (whole.struct) all.add(whole);
    }
    return all;
  }

  groupOf(variable: Variable): ObjectGroup | undefined {
    const group = this.#groups.get(variable);
    return group && this.#whole(group);
  }

  /** The group of an operand if its objects are virtual. */
  virtual(operand: Operand | undefined): ObjectGroup | undefined {
    const group = operand && isVariable(operand) ? this.groupOf(operand) : undefined;
    return group?.isVirtual ? group : undefined;
  }

  /** The variable itself, or the one from which conversions made it. */
  baseOf(variable: Variable): Variable {
    let base = variable;
    for (let next = this.#sources.get(base); next; next = this.#sources.get(base)) base = next;
    return base;
  }

  /** The virtual objects that are needed at the start of each block and come from before it, by the bases that hold them. */
  liveAtStart(graph: Graph, order: readonly Block[]): Map<Block, Set<Variable>> {
    const homes = new Map<Variable, Block>();
    const from = new Map<Block, Block[]>(order.map((block) => [block, []]));
    const live = new Map<Block, Set<Variable>>(order.map((block) => [block, new Set()]));
    for (const block of order) {
      for (const param of block.params) homes.set(param, block);
      for (const { result } of block.operations) if (result) homes.set(result, block);
      for (const { target } of linksOf(block.exit)) from.get(target)?.push(block);
    }
    const use = (operand: Operand, at: Block): void => {
      if (!this.virtual(operand)) return;
      const base = this.baseOf(operand as Variable);
      const work = [at];
      for (let block = work.pop(); block; block = work.pop()) {
        const set = live.get(block);
        if (homes.get(base) === block || !set || set.has(base)) continue;
        set.add(base);
        work.push(...(from.get(block) ?? []));
      }
    };
    for (const block of graph.blocks) {
      for (const { args } of block.operations) for (const arg of args) use(arg, block);
      for (const { args } of linksOf(block.exit)) for (const arg of args) use(arg, block);
    }
    return live;
  }

  /** Objects of several classes may only be asked for what is the same in all. */
  #demandOneAnswer(group: ObjectGroup): void {
    const structs = [...group.structs];
    const several = "it may be one of several classes";
    for (const slot of group.methods) {
      const methods = new Set(structs.map(({ vtable }) => vtable[slot]));
      if (methods.size > 1 || methods.has(undefined)) group.spoil(several);
    }
    if (structs.length < 2) return;
    if (group.asksType || structs.some(({ item }) => item !== structs[0]?.item)) group.spoil(several);
    for (const name of group.tests) {
      if (new Set(structs.map((struct) => isInstance(this.#program, struct, name))).size > 1)
        group.spoil(several);
    }
    const types = new Map<string, StorageType>();
    for (const { name, type } of structs.flatMap((struct) => structFields(this.#program, struct))) {
      if ((types.get(name) ?? type) !== type) group.spoil(several);
      types.set(name, type);
    }
  }

  #whole(group: ObjectGroup): ObjectGroup {
    let whole = group;
    for (let next = this.#absorbed.get(whole); next; next = this.#absorbed.get(whole)) whole = next;
    return whole;
  }

  #group(variable: Variable): ObjectGroup {
    let group = this.#groups.get(variable);
    if (!group) this.#groups.set(variable, (group = new ObjectGroup()));
    return this.#whole(group);
  }

  #unite(a: Variable, b: Variable): void {
    const [one, other] = [this.#group(a), this.#group(b)];
    if (one === other) return;
    one.absorb(other);
    this.#absorbed.set(other, one);
  }

  #foreign(variable: Variable, reason: string): void {
    if (holdsObjects(variable)) this.#group(variable).spoil(reason);
  }

  #spoil(operand: Operand | undefined, reason: string, at: Span | undefined): void {
    if (operand && isVariable(operand) && holdsObjects(operand)) this.#group(operand).spoil(reason, at);
  }

  #block(block: Block, graph: Graph): void {
    const fresh = new Set<Variable>();
    if (block !== graph.blocks[0]) {
      for (const param of block.params) if (holdsObjects(param)) this.#group(param).bases.add(param);
    }
    for (const operation of block.operations) this.#operation(operation, fresh);
    const { exit } = block;
    if (exit.kind === "except") this.#foreign(exit.caught, "it was thrown by a function that is called");
    const exitAt = exit.kind === "raise" || exit.kind === "return" ? exit.span : undefined;
    this.#spoil(exitOperand(exit), exit.kind === "raise" ? "it is thrown" : "it is returned", exitAt);
    for (const { target, args } of linksOf(exit)) {
      for (const [at, param] of target.params.entries()) {
        if (!holdsObjects(param)) continue;
        const arg = args[at] as Operand;
        if (isVariable(arg)) this.#unite(param, arg);
        else this.#foreign(param, "it may also be something else");
      }
    }
  }

  /** `fresh`: objects made in this block. */
  #operation(operation: Operation, fresh: Set<Variable>): void {
    const { op, args, result } = operation;
    const [object, second] = args;
    switch (op) {
      case "allocate":
      case "allocate_items":
        if (result) fresh.add(result);
        return this.#creation(operation);
      case "value_from_ref":
      case "value_to_ref":
        if (!result) return;
        if (!object || !isVariable(object)) return this.#foreign(result, "it may also be something else");
        this.#sources.set(result, object);
        return this.#unite(result, object);
      case "get_field":
      case "get_item":
        this.#access(operation);
        if (result) this.#foreign(result, "it comes from a field or an array");
        return;
      case "set_field":
      case "set_item":
        this.#access(operation);
        if (object && isVariable(object) && !fresh.has(object)) this.#group(object).changes = true;
        return this.#spoil(
          args.at(-1),
          op === "set_field" ? "it is stored into a field" : "it is stored into an array",
          operation.span,
        );
      case "ref_method":
        if (object && isVariable(object)) this.#group(object).methods.add(Number(operation.attributes.slot));
        return;
      case "ref_type":
        if (object && isVariable(object)) this.#group(object).asksType = true;
        return;
      case "ref_instance":
        if (object && isVariable(object)) this.#group(object).tests.add(String(operation.attributes.struct));
        return;
      case "get_length":
      case "value_is_float":
      case "value_is_bool":
      case "value_is_ref":
        return;
      case "ref_eq":
      case "ref_ne":
      case "value_eq":
        if (object && second && isVariable(object) && isVariable(second))
          this.#group(object).compared.push([object, second]);
        return;
      default:
        for (const arg of args) this.#spoil(arg, useOf(operation), operation.span);
        if (result) this.#foreign(result, "it comes from elsewhere");
    }
  }

  #creation(operation: Operation): void {
    const { result, args, attributes } = operation;
    const struct = this.#program.structs.get(String(attributes.struct));
    if (!result || !struct) return;
    const group = this.#group(result);
    const length = operation.op === "allocate_items" ? indexOf(args[0]) : undefined;
    group.creations.push(operation);
    group.bases.add(result);
    group.made(struct, length);
    if (operation.op === "allocate_items" && (length === undefined || length > mostItems))
      group.spoil("its length is not a small constant");
  }

  #access(operation: Operation): void {
    const { op, args, attributes } = operation;
    const object = args[0];
    if (!object || !isVariable(object)) return;
    const group = this.#group(object);
    const struct = this.#program.structs.get(String(attributes.struct));
    const isItem = op === "get_item" || op === "set_item";
    const field = isItem ? undefined : String(attributes.field);
    const storage = isItem
      ? struct?.item
      : struct && structFields(this.#program, struct).find(({ name }) => name === field)?.type;
    const key = isItem ? indexOf(args[1]) : field;
    if (key === undefined) return group.spoil("an item is used whose index is not constant");
    if (storage === undefined || isNarrow(storage))
      return group.spoil("it has fields narrower than a number");
    if (op === "get_field" || op === "get_item") group.read.add(key);
  }

  /**
   * Two variables that hold one object at the same time would each have its fields: where a link passes an object on, it
   * must not be used afterwards under its old name, unless no field changes any more.
   */
  #forbidAliases(graph: Graph, order: readonly Block[]): void {
    const passed = [...this.groups()].some(
      (group) => group.isVirtual && group.changes && group.bases.size > 1,
    );
    if (!passed) return;
    const live = this.liveAtStart(graph, order);
    for (const block of order) {
      for (const { target, args } of linksOf(block.exit)) {
        const seen = new Set<Variable>();
        for (const arg of args) {
          const group = this.virtual(arg);
          if (!group?.changes) continue;
          const base = this.baseOf(arg as Variable);
          if (seen.has(base) || live.get(target)?.has(base)) group.spoil("it has two names at one time");
          seen.add(base);
        }
      }
    }
  }
}

function holdsObjects({ type }: Variable): boolean {
  return type === "ref" || type === "value";
}

function isNarrow(storage: StorageType): boolean {
  return storage === "u8" || storage === "u16" || storage === "u32" || storage === "i32";
}

function indexOf(operand: Operand | undefined): number | undefined {
  return operand?.kind === "int" && operand.value >= 0 ? operand.value : undefined;
}

function useOf({ op, attributes }: Operation): string {
  if (op === "call") return `it is passed to \`${attributes.function}\``;
  if (op === "call_indirect") return "it is passed to a function that is known only when it runs";
  if (op === "set_global") return "it is stored into a variable of a module";
  return "something else is done with it than to read and write its fields";
}
