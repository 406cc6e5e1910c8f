/**
 * What happens to the properties of an object while it is made: a literal's in the function that makes it, an instance's
 * in its constructor and in what that calls with `this`. Each point has the set of properties that the object may have
 * and the set that it may lack; where the object gets away, other code may add what it adds anywhere.
 */
import {
  type Block,
  type Graph,
  linksOf,
  type Operand,
  type Operation,
  type Variable,
} from "../graph/graph.ts";
import {
  ancestors,
  type ClassInfo,
  lookupConstructor,
  lookupInherited,
  lookupMember,
  type Program,
} from "../graph/program.ts";
import type { PropertyOrder } from "./property-orders.ts";

/** Where objects of a class are made, and what else writes to them. */
export interface Making {
  readonly literals: { readonly graph: Graph; readonly block: Block; readonly index: number }[];
  readonly outside: Operation[];
}

/** An operation may add the property with this index. */
export interface Change {
  readonly name: number;
  /** It surely adds it. */
  readonly always: boolean;
  /** The value may be undefined as such. */
  readonly unsure: boolean;
}

const definitionMaps = new WeakMap<Graph, ReadonlyMap<Operand, Operation>>();

function definitionsOf(graph: Graph): ReadonlyMap<Operand, Operation> {
  const known = definitionMaps.get(graph);
  if (known) return known;
  const found = new Map<Operand, Operation>();
  for (const { operations } of graph.blocks)
    for (const operation of operations) if (operation.result) found.set(operation.result, operation);
  definitionMaps.set(graph, found);
  return found;
}

/** What an operand was before tests told more of it. */
function origin(graph: Graph, operand: Operand | undefined): Operand | undefined {
  const definitions = definitionsOf(graph);
  let result = operand;
  while (result?.kind === "variable" && definitions.get(result)?.op === "refine")
    result = definitions.get(result)?.args[0];
  return result;
}

function thisOf(graph: Graph): Variable | undefined {
  return graph.hasThis ? graph.blocks[0]?.params[graph.captures] : undefined;
}

const writes = new Set(["set_property", "define_field", "copy_properties", "set_index", "delete_property"]);

/** For each of the classes where its objects are made and written. */
export function makingsOf(program: Program, classes: ReadonlySet<string>): Map<string, Making> {
  const makings = new Map<string, Making>();
  const constructors = new Map<string, Set<string>>();
  for (const name of classes) {
    makings.set(name, { literals: [], outside: [] });
    const own = [...ancestors(program, name)].flatMap(({ methods }) => methods.get("constructor") ?? []);
    constructors.set(name, new Set(own));
  }
  for (const graph of program.functions.values()) {
    for (const block of graph.blocks) {
      for (const [index, operation] of block.operations.entries()) {
        if (operation.op === "new_object")
          makings.get(String(operation.attributes.class))?.literals.push({ graph, block, index });
        const [target] = operation.args;
        if (!writes.has(operation.op) || target?.kind !== "variable" || typeof target.type !== "object")
          continue;
        const from = origin(graph, target);
        for (const name of target.type.objects) {
          const followed =
            constructors.get(name)?.has(graph.name) && from !== undefined && from === thisOf(graph);
          if (!followed && !isMadeHere(graph, from, name)) makings.get(name)?.outside.push(operation);
        }
      }
    }
  }
  return makings;
}

/** The object is one that the function itself has made as a literal: it is followed. */
function isMadeHere(graph: Graph, from: Operand | undefined, className: string): boolean {
  const definition = from && definitionsOf(graph).get(from);
  return definition?.op === "new_object" && definition.attributes.class === className;
}

/** What an operation does to the properties of an object that has these names. */
export function changeBy(
  program: Program,
  names: readonly string[],
  orders: ReadonlyMap<string, PropertyOrder>,
): (operation: Operation) => readonly Change[] {
  const places = new Map(names.map((name, i) => [name, i]));
  const mayBeUndefined = (operand: Operand | undefined): boolean =>
    operand?.kind === "variable"
      ? typeof operand.type === "object" && operand.type.undefined
      : operand?.kind === "undefined";
  return ({ op, args, attributes }) => {
    switch (op) {
      case "set_property":
      case "define_field": {
        const name = places.get(String(attributes.name));
        const unsure = op === "set_property" && mayBeUndefined(args[1]);
        return name === undefined ? [] : [{ name, always: true, unsure }];
      }
      case "copy_properties":
        return copied(program, args[1], (attributes.excluded ?? []) as readonly string[], places, orders);
      case "set_index":
      case "delete_property":
        return names.map((_, name) => ({ name, always: false, unsure: true }));
      default:
        return [];
    }
  };
}

function copied(
  program: Program,
  source: Operand | undefined,
  excluded: readonly string[],
  places: ReadonlyMap<string, number>,
  orders: ReadonlyMap<string, PropertyOrder>,
): readonly Change[] {
  if (source?.kind !== "variable" || typeof source.type !== "object") return [];
  const changes: Change[] = [];
  for (const className of source.type.objects) {
    const order = orders.get(className);
    const fields = [...(program.classes.has(className) ? ancestors(program, className) : [])].flatMap(
      (one) => one.fields,
    );
    const shown = order ? [...order.fixed, ...order.free] : fields.map((one) => one.name);
    // In every order that there may be: each of two comes before the other.
    for (const name of order && order.free.length > 1 ? [...shown, ...order.free] : shown) {
      const place = excluded.includes(name) ? undefined : places.get(name);
      if (place === undefined) continue;
      const type = fields.find((one) => one.name === name)?.type;
      const maybe = typeof type === "object" && type.undefined;
      changes.push({ name: place, always: false, unsure: maybe && (order?.free.includes(name) ?? false) });
    }
  }
  return changes;
}

/** Operations that neither keep an object nor add to it. */
const looksOnly: ReadonlySet<string> = new Set([
  ...["refine", "strict_equal", "strict_not_equal", "loose_equal", "loose_not_equal", "truthy", "not"],
  ...["typeof", "instance_of", "instance_of_value"],
]);

/** Properties as bits of their indices. */
interface State {
  readonly has: bigint;
  readonly lacks: bigint;
}

/** Follows one class's making. */
export class Construction {
  /** For each property what an object may have when it gets it. */
  readonly before: bigint[];
  /** Properties that may be undefined as such where others have none. */
  unsure = 0n;
  /** Properties that every object has when other code first sees it. */
  settled: bigint;
  readonly adds = new Set<Operation>();
  readonly #program: Program;
  readonly #info: ClassInfo;
  readonly #names: readonly string[];
  readonly #changeOf: (operation: Operation) => readonly Change[];
  /** What other code may add. */
  readonly #outside: bigint;
  readonly #known = new Map<string, State | undefined>();

  constructor(
    program: Program,
    info: ClassInfo,
    making: Making,
    names: readonly string[],
    changeOf: (operation: Operation) => readonly Change[],
    outside: bigint,
  ) {
    this.#program = program;
    this.#info = info;
    this.#names = names;
    this.#changeOf = changeOf;
    this.#outside = outside;
    this.before = names.map(() => 0n);
    const all = (1n << BigInt(names.length)) - 1n;
    this.settled = all;
    if (info.kind === "literal") {
      for (const { graph, block, index } of making.literals) this.#literal(graph, block, index, all);
    } else {
      const initialize = program.functions.get(lookupConstructor(program, info.name) ?? "");
      const born = { has: 0n, lacks: all };
      this.#escape(initialize ? this.#follow(initialize, born) : born);
    }
  }

  /** The names that the literal writes out are there at once, in order. */
  #literal(graph: Graph, block: Block, index: number, all: bigint): void {
    const { args, result } = block.operations[index]!;
    const { fields, order, getters, setters } = this.#info;
    const given = order.length > 0 ? order : fields.slice(0, args.length).map((one) => one.name);
    let state: State = { has: 0n, lacks: all };
    for (const name of new Set([...given, ...getters.keys(), ...setters.keys()]))
      state = this.#add(state, this.#names.indexOf(name));
    if (result) this.#run(graph, result, block, index + 1, state);
  }

  #add(state: State, name: number): State {
    const mask = 1n << BigInt(name);
    if (name < 0 || (state.lacks & mask) === 0n) return state;
    this.before[name] = (this.before[name] ?? 0n) | (state.has & ~mask);
    return { ...state, has: state.has | mask, lacks: state.lacks & ~mask };
  }

  /** Other code sees the object. */
  #escape(state: State): State {
    this.settled &= ~state.lacks;
    return { has: state.has | this.#outside, lacks: state.lacks };
  }

  /** Follows a function with the object as `this`. */
  #follow(graph: Graph, given: State): State {
    const key = `${graph.name} ${given.has} ${given.lacks}`;
    const self = thisOf(graph);
    if (this.#known.has(key) || !self || graph.captures > 0 || !graph.blocks[0])
      return this.#known.get(key) ?? this.#escape(given);
    this.#known.set(key, undefined);
    const result = this.#run(graph, self, graph.blocks[0], 0, given);
    this.#known.set(key, result);
    return result;
  }

  /** From a place in a function to wherever it returns. */
  #run(graph: Graph, self: Variable, from: Block, start: number, given: State): State {
    const states = new Map<Block, State>();
    const waiting: { block: Block; start: number; state: State }[] = [{ block: from, start, state: given }];
    let result: State | undefined;
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { block } = next;
      let { state } = next;
      let earlier = state;
      let again = false;
      for (const operation of block.operations.slice(next.start)) {
        again = operation.result === self;
        if (again) break;
        earlier = state;
        state = this.#step(graph, self, operation, state);
      }
      if (again) continue;
      const { exit } = block;
      const isSelf = (operand: Operand | undefined): boolean => origin(graph, operand) === self;
      for (const link of linksOf(exit)) {
        if (link.args.some(isSelf)) state = this.#escape(state);
        const left = exit.kind === "except" && link === exit.handler ? joined(earlier, state) : state;
        const known = states.get(link.target);
        const all = known ? joined(known, left) : left;
        if (known && same(known, all)) continue;
        states.set(link.target, all);
        waiting.push({ block: link.target, start: 0, state: all });
      }
      if ((exit.kind === "return" || exit.kind === "raise") && isSelf(exit.value))
        state = this.#escape(state);
      if (exit.kind === "return") result = result ? joined(result, state) : state;
    }
    // Without a return nobody goes on.
    return result ?? { has: given.has, lacks: 0n };
  }

  #step(graph: Graph, self: Variable, operation: Operation, state: State): State {
    const { op, args, attributes } = operation;
    const isSelf = (operand: Operand | undefined): boolean => origin(graph, operand) === self;
    if (looksOnly.has(op) || !args.some(isSelf)) return state;
    const [first, ...rest] = args;
    let left = rest.some(isSelf) ? this.#escape(state) : state;
    if (!isSelf(first)) return left;
    const name = String(attributes.name);
    switch (op) {
      case "define_field":
        return this.#changed(operation, left);
      case "set_property":
        return this.#accessed(operation, "setter", left);
      case "get_property":
        return this.#accessed(operation, "getter", left);
      case "copy_properties":
        return this.#changed(operation, left);
      case "call":
        return this.#called(String(attributes.function), left);
      case "call_super":
      case "call_method": {
        const parent =
          op === "call_super" ? this.#program.classes.get(String(attributes.class))?.parent : this.#info.name;
        const member = parent === undefined ? undefined : lookupMember(this.#program, parent, name);
        return member?.kind === "method" ? this.#called(member.function, left) : this.#escape(left);
      }
      case "set_index":
      case "delete_property":
        left = this.#changed(operation, left);
        return this.#escape(left);
      default:
        return this.#escape(left);
    }
  }

  #called(name: string, state: State): State {
    const graph = this.#program.functions.get(name);
    return graph ? this.#follow(graph, state) : this.#escape(state);
  }

  #accessed(operation: Operation, kind: "getter" | "setter", state: State): State {
    const name = String(operation.attributes.name);
    const member = lookupInherited(this.#program, this.#info.name, name);
    if (member?.kind === "accessor" && !this.#isField(name)) {
      const target = member[kind];
      return target === undefined ? state : this.#called(target, state);
    }
    return kind === "setter" ? this.#changed(operation, state) : state;
  }

  #isField(name: string): boolean {
    return lookupMember(this.#program, this.#info.name, name)?.kind === "field";
  }

  #changed(operation: Operation, given: State): State {
    let state = given;
    for (const { name, always, unsure } of this.#changeOf(operation)) {
      const mask = 1n << BigInt(name);
      if ((state.lacks & mask) === 0n) continue;
      this.adds.add(operation);
      if (unsure) this.unsure |= mask;
      const added = this.#add(state, name);
      state = always ? added : joined(state, added);
    }
    return state;
  }
}

function joined(a: State, b: State): State {
  return { has: a.has | b.has, lacks: a.lacks | b.lacks };
}

function same(a: State, b: State): boolean {
  return a.has === b.has && a.lacks === b.lacks;
}
