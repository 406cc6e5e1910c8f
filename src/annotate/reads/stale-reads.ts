/**
 * Repeated reads between which something writes: what such a read gives is not what its function knew. Asked again
 * whenever flow has come to rest, since calls that are found then may write more.
 */

import { builtins, isBuiltin } from "../../graph/builtins.ts";
import { arithmeticOperators, bitOperators, testOperators } from "../../graph/operator-sets.ts";
import type { ClassClone } from "../clones/class-clones.ts";
import type { FunctionClone } from "../clones/function-clones.ts";
import type { Flow } from "../flow/flow.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { bit } from "../flow/kinds.ts";
import type { Slot } from "../flow/slot.ts";
import { definitionsOf } from "../flow/uses.ts";
import { holdsObjects } from "../reflected.ts";
import { nameOf } from "../rules/rule.ts";
import type { Place } from "./repeated-reads.ts";
import { unrefined } from "./within-length.ts";

/** Something that can be written: the state of a field, the class of an array for its elements and length, a global. */
type Location = object;

/** Whatever there is. */
const everything: Location = {};

/** Withdraws such reads. Returns whether there was one. */
export function findStaleReads(flow: Flow): boolean {
  const questions: { node: FlowNode; locations: readonly Location[]; between: readonly FlowNode[] }[] = [];
  const stale: FlowNode[] = [];
  for (const node of knownReads(flow)) {
    const locations = locationsOf(flow, node);
    const known = node.clone.knownReads.get(node.operation!);
    if (!locations || !known) stale.push(node);
    else {
      const between = known.between.flatMap((place) => nodeAt(node.clone, place) ?? []);
      if (between.length > 0) questions.push({ node, locations, between });
    }
  }
  const asked = new Set(questions.flatMap((one) => one.locations));
  const writes = questions.length > 0 ? new Writes(flow, asked) : undefined;
  for (const { node, locations, between } of questions) {
    if (between.some((one) => writes?.mayWrite(one, locations))) stale.push(node);
  }
  for (const node of stale) withdraw(flow, node);
  return stale.length > 0;
}

/** Reached reads that are taken for repeated. */
function* knownReads(flow: Flow): Generator<FlowNode> {
  for (const clone of flow.functions.values()) {
    if (clone.knownReads.size === 0) continue;
    for (const state of clone.blocks.values()) {
      for (const node of state.nodes) if (node.operation && clone.knownReads.has(node.operation)) yield node;
    }
  }
}

function nodeAt(clone: FunctionClone, { block, index }: Place): FlowNode | undefined {
  return clone.blocks.get(block)?.nodes[index];
}

/** The read looks for itself from now on; so does all that relied on its being a repetition. */
function withdraw(flow: Flow, { clone, operation }: FlowNode): void {
  clone.knownReads.delete(operation!);
  for (const state of clone.blocks.values()) for (const node of state.nodes) flow.enqueue(node);
}

/** What a read reads; undefined if it may run code or read what nobody declares. */
function locationsOf(flow: Flow, node: FlowNode): Location[] | undefined {
  const receiver = node.args[0];
  switch (node.operation?.op) {
    case "get_global": {
      const global = flow.globals.get(nameOf(node));
      return global && [global];
    }
    case "get_index":
      return receiver && arraysOnly(receiver);
    default:
      return receiver && fieldsOnly(receiver, nameOf(node));
  }
}

function arraysOnly(receiver: Slot): Location[] | undefined {
  const arrays = [...receiver.objects];
  const rest = receiver.bits & (bit.number | bit.true | bit.false);
  return rest === 0 && arrays.every((one) => one.kind === "array") ? arrays : undefined;
}

/** Typed arrays are not taken for known: writing them makes nothing stale. */
function elementsWritten(receiver: Slot): Location[] {
  const objects = [...receiver.objects];
  return objects.every((one) => one.indexed) ? objects.filter((one) => one.kind === "array") : [everything];
}

function fieldsOnly(receiver: Slot, name: string): Location[] | undefined {
  const locations: Location[] = [];
  for (const one of receiver.objects) {
    const field = one.findField(name);
    if (field) locations.push(field);
    else if (one.kind === "array" && name === "length") locations.push(one);
    else return undefined;
  }
  const length = bit.string | bit.undefined | bit.absent | bit.null;
  return (receiver.bits & ~length) === 0 && (!receiver.has(bit.string) || name === "length")
    ? locations
    : undefined;
}

/** What each function may write, it or whatever it calls, of what is asked for. */
class Writes {
  readonly #flow: Flow;
  readonly #asked: ReadonlySet<Location>;
  readonly #askedNames: ReadonlySet<string>;
  readonly #written = new Map<FunctionClone, Set<Location>>();
  #asks: boolean | undefined;

  constructor(flow: Flow, asked: ReadonlySet<Location>) {
    this.#flow = flow;
    this.#asked = asked;
    this.#askedNames = new Set([...asked].flatMap((one) => ("name" in one ? String(one.name) : [])));
    const callers = new Map<FunctionClone, Set<FunctionClone>>();
    for (const clone of flow.functions.values()) if (clone.reached) this.#collect(clone, callers);
    this.#spread(callers);
  }

  mayWrite(node: FlowNode, locations: readonly Location[]): boolean {
    const meets = (written: ReadonlySet<Location>): boolean =>
      written.has(everything) || locations.some((one) => written.has(one));
    if (meets(new Set(this.#direct(node)))) return true;
    for (const target of calleesOf(node)) if (meets(this.#written.get(target) ?? new Set())) return true;
    return false;
  }

  #collect(clone: FunctionClone, callers: Map<FunctionClone, Set<FunctionClone>>): void {
    const written = new Set<Location>();
    this.#written.set(clone, written);
    for (const state of clone.blocks.values()) {
      for (const node of state.nodes) {
        if (!this.#writesUnasked(node) && !isOnFreshThis(node)) {
          for (const one of this.#direct(node))
            if (one === everything || this.#asked.has(one)) written.add(one);
        }
        for (const target of calleesOf(node)) {
          const known = callers.get(target);
          if (known) known.add(clone);
          else callers.set(target, new Set([clone]));
        }
      }
    }
  }

  /** Most properties that are written have names that nobody asks for. */
  #writesUnasked({ operation }: FlowNode): boolean {
    if (operation?.op !== "set_property" && operation?.op !== "define_field") return false;
    const name = String(operation.attributes.name);
    // `length` and numbers lead to arrays, which have no fields of these names.
    return name !== "length" && /^[A-Za-z_$#]/.test(name) && !this.#askedNames.has(name);
  }

  #spread(callers: ReadonlyMap<FunctionClone, ReadonlySet<FunctionClone>>): void {
    const waiting = [...this.#written.keys()];
    for (let callee = waiting.pop(); callee; callee = waiting.pop()) {
      const written = this.#written.get(callee) ?? new Set();
      if (written.size === 0) continue;
      for (const caller of callers.get(callee) ?? []) {
        const known = this.#written.get(caller);
        if (!known) continue;
        const before = known.size;
        for (const one of written) known.add(one);
        if (known.size > before) waiting.push(caller);
      }
    }
  }

  /** Printing and JSON.stringify may call methods and accessors of the program. */
  #asksProgram(node: FlowNode): boolean {
    const { reflected, classes } = this.#flow;
    if (!reflected.asks(nameOf(node)) || !holdsObjects(node.args)) return false;
    this.#asks ??= [...classes.values()].some((one) => reflected.mayAsk(one));
    return this.#asks;
  }

  /** What an operation itself writes, without what it calls. */
  #direct(node: FlowNode): Iterable<Location> {
    const { operation } = node;
    const receiver = node.args[0];
    switch (operation?.op) {
      case "set_property":
      case "define_field":
        return receiver ? fieldsWritten(receiver, nameOf(node)) : [];
      case "set_super":
        return [everything];
      case "set_global": {
        const global = this.#flow.globals.get(nameOf(node));
        return global ? [global] : [];
      }
      case "set_index":
        return receiver ? elementsWritten(receiver) : [];
      case "call_method":
        return receiver && writesReceiver(receiver, nameOf(node))
          ? [...receiver.objects].filter((one) => one.kind === "array")
          : [];
      case "call_builtin":
        return writesNothing(nameOf(node)) && !this.#asksProgram(node) ? [] : [everything];
      default:
        return operation === undefined || callsOnly.has(operation.op) ? [] : [everything];
    }
  }
}

function calleesOf(node: FlowNode): Iterable<FunctionClone> {
  return node.conversions.size === 0 ? node.targets : [...node.targets, ...node.conversions];
}

function fieldsWritten(receiver: Slot, name: string): Location[] {
  return [...receiver.objects].flatMap((one: ClassClone): Location[] => {
    const field = one.findField(name);
    if (field) return [field];
    return one.kind === "array" ? [one] : [];
  });
}

function writesReceiver(receiver: Slot, name: string): boolean {
  if (![...receiver.objects].some((one) => one.kind === "array")) return false;
  const full = `array.${name}`;
  // A method that the prelude has as a function is among the targets.
  return isBuiltin(full) && builtins[full].effect === "writes";
}

function writesNothing(name: string): boolean {
  if (!isBuiltin(name)) return false;
  const { effect } = builtins[name];
  return effect !== "writes" && (effect !== "io" || /^(console|process|Math|performance)\b/.test(name));
}

/** A constructor's `this` is younger than whatever its caller has read. */
function isOnFreshThis({ clone, operation }: FlowNode): boolean {
  if (operation?.op !== "set_property" && operation?.op !== "define_field") return false;
  const self = clone.thisVariable;
  if (!self || !clone.graph.name.endsWith(".constructor")) return false;
  return unrefined(operation.args[0], definitionsOf(clone.graph)) === self;
}

/** Operations that write nothing themselves; what they call is among their targets. */
const callsOnly: ReadonlySet<string> = new Set([
  ...arithmeticOperators,
  ...bitOperators,
  "to_number",
  "less",
  "less_equal",
  "greater",
  "greater_equal",
  ...testOperators,
  "instance_of_value",
  "to_string",
  "concat",
  "get_property",
  "get_index",
  "get_super",
  "get_global",
  "check_global",
  "call",
  "call_value",
  "call_method",
  "call_super",
  "new",
  "new_value",
  "new_object",
  "new_array",
  "new_array_length",
  "closure",
  "iter_open",
  "iter_next",
  "iter_more",
  "iter_value",
  "iter_advance",
  "iter_return",
  "iter_throw",
  "iter_result",
  "refine",
]);
