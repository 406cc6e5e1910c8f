/**
 * Fields that somebody may read before they are written: their type includes undefined. The constructor of each class
 * is followed with the set of fields that have no value yet. What it reads of them itself, what is still unwritten when
 * `this` gets away to code that is not followed, and what is unwritten at the end are late; a late field is a problem
 * only if some read of it is not preceded, in the same function, by a write to the same object.
 */

import { linksOf, type Operand, type Operation, type Variable } from "../graph/graph.ts";
import { testOperators } from "../graph/operator-sets.ts";
import { type ClassClone, type FieldState, findConstructor, findInherited } from "./clones/class-clones.ts";
import type { FunctionClone } from "./clones/function-clones.ts";
import type { Flow } from "./flow/flow.ts";
import type { BlockState, FlowNode } from "./flow/flow-node.ts";
import { bit } from "./flow/kinds.ts";
import { definitionsOf } from "./flow/uses.ts";
import { uncoveredReads } from "./reads/uncovered-reads.ts";
import { unrefined } from "./reads/within-length.ts";
import { isBareUndefined } from "./rules/member-rules.ts";

/** Marks such fields and lets undefined flow out of them. Returns whether there was a new one. */
export function findUnwrittenFields(flow: Flow): boolean {
  const late = new Set<FieldState>();
  for (const one of flow.classes.values()) {
    if (!one.instantiated || !hasFields(one)) continue;
    for (const field of lateFields(flow, one, false)) if (!field.maybeUnwritten) late.add(field);
  }
  if (late.size === 0) return false;
  let changed = false;
  for (const field of uncoveredReads(flow, late)) {
    field.maybeUnwritten = true;
    flow.join(field.slot, bit.undefined);
    changed = true;
  }
  return changed;
}

/** Notes which fields some instance may not even have yet when somebody reads them. */
export function findMissingFields(flow: Flow): void {
  for (const one of flow.classes.values()) {
    if (!one.instantiated || !hasFields(one)) continue;
    for (const field of lateFields(flow, one, true)) if (field.maybeUnwritten) field.maybeMissing = true;
  }
}

function hasFields(one: ClassClone): boolean {
  if (one.kind === "closure") return one.fields.size > one.info.fields.length;
  return one.kind === "class" || (one.kind === "literal" && !one.table);
}

function lateFields(flow: Flow, made: ClassClone, definesCount: boolean): Set<FieldState> {
  const fields: FieldState[] = [];
  for (let one: ClassClone | undefined = made; one; one = one.parent) fields.unshift(...one.fields.values());
  // An object literal gives its fields at once, a function value its captured values; those that were added to it later are not among the declared.
  const declared = new Set(made.info.fields.map((one) => one.name));
  // Of those whose name says so the run-time knows that they are written in time.
  const asked = fields.filter((one) => !(one.name.startsWith("##") && one.name.endsWith("!")));
  const unwritten =
    made.kind !== "class"
      ? asked.filter((one) => !declared.has(one.name) && !isGiven(made, one.name))
      : asked;
  return new Construction(flow, made, unwritten, definesCount).run();
}

/** Every instance gets the field by the literal's own code: by name, or from all objects that a spread may copy. */
function isGiven(made: ClassClone, name: string): boolean {
  if (made.given.has(name)) return true;
  for (const node of made.copies) {
    const source = node.args[1];
    const excluded = (node.operation?.attributes.excluded ?? []) as readonly string[];
    if (source?.bits !== 0 || source.objects.size === 0 || excluded.includes(name)) continue;
    const given = [...source.objects].every((one) => {
      const field = one.table ? undefined : one.findField(name);
      return field !== undefined && !field.maybeUnwritten;
    });
    if (given) return true;
  }
  return false;
}

/** Fields without a value, as bits of their indices. */
type Unwritten = bigint;

class Construction {
  readonly #flow: Flow;
  readonly #made: ClassClone;
  readonly #fields: readonly FieldState[];
  readonly #late = new Set<FieldState>();
  /** A definition without initialiser counts as writing undefined. */
  readonly #definesCount: boolean;
  /** What a function leaves unwritten, by function and what it was given; undefined while it is being followed. */
  readonly #known = new Map<string, Unwritten | undefined>();

  constructor(flow: Flow, made: ClassClone, fields: readonly FieldState[], definesCount: boolean) {
    this.#definesCount = definesCount;
    this.#flow = flow;
    this.#made = made;
    this.#fields = fields;
  }

  run(): Set<FieldState> {
    const all = (1n << BigInt(this.#fields.length)) - 1n;
    if (all === 0n) return this.#late;
    const initialize = findConstructor(this.#made);
    const target = initialize && this.#clone(initialize.function, initialize.owner);
    const left = target ? this.#follow(target, all) : all;
    if (!target || target.returns) this.#escape(left);
    return this.#late;
  }

  #clone(name: string, owner: ClassClone): FunctionClone | undefined {
    return this.#flow.functionClone(name, owner.environment);
  }

  #escape(unwritten: Unwritten): void {
    this.#fields.forEach((field, i) => {
      if (unwritten & (1n << BigInt(i))) this.#late.add(field);
    });
  }

  /** Follows a method with `this`; returns what may be unwritten when it comes back. */
  #follow(target: FunctionClone, given: Unwritten): Unwritten {
    const key = `${given} ${target.name}`;
    if (this.#known.has(key)) {
      const known = this.#known.get(key);
      if (known !== undefined) return known;
      this.#escape(given);
      return given;
    }
    this.#known.set(key, undefined);
    const result = this.#followBlocks(target, given);
    this.#known.set(key, result);
    return result;
  }

  #followBlocks(target: FunctionClone, given: Unwritten): Unwritten {
    const entry = target.blocks.get(target.graph.blocks[0]!);
    const self = target.thisVariable;
    if (!entry || !self) return given;
    const states = new Map<BlockState, Unwritten>([[entry, given]]);
    const waiting: BlockState[] = [entry];
    let result = 0n;
    const flowTo = (block: BlockState | undefined, unwritten: Unwritten): void => {
      if (!block?.reached) return;
      const before = states.get(block);
      const joined = (before ?? 0n) | unwritten;
      if (before === joined) return;
      states.set(block, joined);
      waiting.push(block);
    };
    for (let state = waiting.pop(); state; state = waiting.pop()) {
      let unwritten = states.get(state)!;
      let before = unwritten;
      for (let i = 0; i < state.block.operations.length && state.nodes[i]; i++) {
        before = unwritten;
        unwritten = this.#step(state.nodes[i]!, self, unwritten);
      }
      const { exit } = state.block;
      const definitions = definitionsOf(target.graph);
      for (const link of linksOf(exit)) {
        if (link.args.some((arg) => unrefined(arg, definitions) === self)) this.#escape(unwritten);
        const isHandler = exit.kind === "except" && link === exit.handler;
        flowTo(target.blocks.get(link.target), isHandler ? before | unwritten : unwritten);
      }
      if (exit.kind === "raise" && unrefined(exit.value, definitions) === self) this.#escape(unwritten);
      if (exit.kind === "return") result |= unwritten;
    }
    return result;
  }

  /** One operation; `self` is `this`. */
  #step(node: FlowNode, self: Variable, unwritten: Unwritten): Unwritten {
    const operation = node.operation!;
    const definitions = definitionsOf(node.clone.graph);
    const isSelf = (operand: Operand | undefined): boolean => unrefined(operand, definitions) === self;
    const [first, ...rest] = operation.args;
    if (rest.some(isSelf) && !looksOnly.has(operation.op)) this.#escape(unwritten);
    if (!isSelf(first) || looksOnly.has(operation.op)) return unwritten;
    const name = String(operation.attributes.name);
    switch (operation.op) {
      case "define_field":
        return isBareUndefined(node) && !this.#definesCount
          ? unwritten | this.#bit(name)
          : this.#write(name, unwritten);
      case "set_property":
        return this.#made.findField(name)
          ? this.#write(name, unwritten)
          : this.#member(name, "setter", unwritten);
      case "get_property":
        return this.#made.findField(name)
          ? this.#read(name, unwritten)
          : this.#member(name, "getter", unwritten);
      case "call_method":
        if (this.#made.findField(name)) {
          this.#escape(unwritten);
          return unwritten;
        }
        return this.#member(name, "method", unwritten);
      case "call":
      case "call_super":
      case "get_super":
      case "set_super":
        return this.#followTargets(node, operation, unwritten);
      default:
        this.#escape(unwritten);
        return unwritten;
    }
  }

  #bit(name: string): Unwritten {
    const field = this.#made.findField(name);
    const index = field ? this.#fields.indexOf(field) : -1;
    return index < 0 ? 0n : 1n << BigInt(index);
  }

  #write(name: string, unwritten: Unwritten): Unwritten {
    return unwritten & ~this.#bit(name);
  }

  #read(name: string, unwritten: Unwritten): Unwritten {
    this.#escape(unwritten & this.#bit(name));
    return unwritten;
  }

  #member(name: string, use: "getter" | "setter" | "method", unwritten: Unwritten): Unwritten {
    const member = findInherited(this.#made, name);
    let target: string | undefined;
    if (member?.kind === "method" && use === "method") target = member.function;
    if (member?.kind === "accessor" && use !== "method") target = member[use];
    const clone = target === undefined || !member ? undefined : this.#clone(target, member.owner);
    if (clone?.reached) return this.#follow(clone, unwritten);
    if (member) this.#escape(unwritten);
    return unwritten;
  }

  /** A known function with `this` as its own: `super(…)`, `super.f(…)`. */
  #followTargets(node: FlowNode, operation: Operation, unwritten: Unwritten): Unwritten {
    let result = 0n;
    for (const target of node.targets) {
      if (target.graph.hasThis && target.graph.captures === 0) {
        result |= this.#follow(target, unwritten);
      } else {
        this.#escape(unwritten);
        result |= unwritten;
      }
    }
    return node.targets.size === 0 || operation.args.length === 0 ? unwritten : result;
  }
}

/** Operations that read nothing of an object. */
const looksOnly: ReadonlySet<string> = new Set(["refine", ...testOperators, "instance_of_value"]);
