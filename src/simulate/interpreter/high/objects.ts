/** The classes and functions of a high-level program as objects of JavaScript. */

import { type InspectOptions, inspect } from "node:util";
import { classDistance, type Distance } from "../../../graph/dispatch-table.ts";
import { isHiddenName } from "../../../graph/frames.ts";
import { type Graph, restIndex } from "../../../graph/graph.ts";
import {
  ancestors,
  type ClassInfo,
  isSubclass,
  lookupConstructor,
  type Program,
} from "../../../graph/program.ts";
import {
  collectionKinds,
  contentsMethod,
  everyInstance,
  propertyClass,
  reflectedKinds,
} from "../../../graph/well-known.ts";
import { InternalFault } from "../../../source/messages.ts";
import type { Code, Registers } from "../code.ts";
import type { Machine } from "../machine.ts";
import { noteProperty } from "./shown-values.ts";
import { memberKey } from "./symbols.ts";
import { noteTypedArray } from "./typed-arrays.ts";

/** What stands behind a function value of the program. */
export interface Callee {
  readonly code: Code;
  readonly captures: readonly unknown[];
}

const calleeKey = Symbol("callee");

/** What a bound function keeps. */
interface Bound {
  readonly target: unknown;
  readonly self: unknown;
  readonly kept: readonly unknown[];
}

const boundKey = Symbol("bound");

export function boundOf(value: unknown): Bound | undefined {
  return typeof value === "function" ? (value as { [boundKey]?: Bound })[boundKey] : undefined;
}

/** What a function value of the program calls; undefined for functions of Node, and for what is no function. */
export function calleeOf(value: unknown): Callee | undefined {
  return typeof value === "function" ? (value as { [calleeKey]?: Callee })[calleeKey] : undefined;
}

/** Registers of a call by value: a rest parameter gets an array. */
export function callRegisters(callee: Callee, self: unknown, args: readonly unknown[]): Registers {
  return fixedRegisters(callee, self, withRest(callee.code.graph, args));
}

function withRest(graph: Graph, args: readonly unknown[]): readonly unknown[] {
  const rest = restIndex(graph);
  if (rest === undefined) return args;
  return [...Array.from({ length: rest }, (_, i) => args[i]), args.slice(rest)];
}

const classKey = Symbol("class");

/** The class that a function value of the program is. */
export function classValueOf(value: unknown): ClassInfo | undefined {
  return typeof value === "function" ? (value as { [classKey]?: ClassInfo })[classKey] : undefined;
}

/** Registers of a call: captured values, then `this` for those that have it, then the arguments. */
export function fixedRegisters(
  { code, captures }: Callee,
  self: unknown,
  args: readonly unknown[],
): Registers {
  const registers = code.newRegisters();
  let next = 0;
  for (const one of captures) registers[next++] = one;
  if (code.graph.hasThis) registers[next++] = self;
  const count = Math.min(args.length, code.params - next);
  for (let i = 0; i < count; i++) registers[next + i] = args[i];
  return registers;
}

/** Stands for a member of a typed program that nothing reaches: it is gone, but objects that have it show it. */
function dropped(): never {
  throw new InternalFault("a call of a function that annotate found to be unreachable");
}

const nativeKey = Symbol("native");

/** The Map or Set of Node's with what one of the prelude holds; any other value is its own. */
export function asNative(value: unknown): unknown {
  const native = typeof value === "object" && value !== null && Reflect.get(value, nativeKey);
  return native ? (native as (this: unknown) => unknown).call(value) : value;
}

/** Node prints the prelude's collections as its own. */
function showAsCollection(prototype: object, info: ClassInfo): void {
  const kind = collectionKinds[info.cloneOf ?? info.name];
  const native = (object: { [contentsMethod]: () => unknown[] }): unknown => {
    if (kind === reflectedKinds.weak) return info.displayName === "WeakMap" ? new WeakMap() : new WeakSet();
    const held = object[contentsMethod]();
    if (kind === reflectedKinds.set) return new Set(held);
    return new Map(
      Array.from({ length: held.length / 2 }, (_, i): [unknown, unknown] => [held[2 * i], held[2 * i + 1]]),
    );
  };
  Object.defineProperty(prototype, nativeKey, {
    value(this: never) {
      return native(this);
    },
  });
  Object.defineProperty(prototype, inspect.custom, {
    value(this: never, _depth: number, options: InspectOptions) {
      return inspect(native(this), options);
    },
  });
}

export class Objects {
  readonly #program: Program;
  readonly #machine: Machine;
  readonly #codeOf: (name: string) => Code;
  readonly #prototypes = new Map<string, object>();
  readonly #classes = new WeakMap<object, string>();
  readonly #constants = new Map<string, unknown>();
  /** Names that are accessors somewhere. */
  readonly #accessors = new Set<string>();
  /** Classes as values, by the function that stands for each. */
  readonly #classValues = new Map<string, ClassInfo>();

  constructor(program: Program, machine: Machine, codeOf: (name: string) => Code) {
    this.#program = program;
    this.#machine = machine;
    this.#codeOf = codeOf;
    for (const info of program.classes.values()) {
      for (const name of [...info.getters.keys(), ...info.setters.keys()]) this.#accessors.add(name);
      if (info.constructs !== undefined && info.function !== undefined)
        this.#classValues.set(info.function, info);
    }
  }

  classOf(name: string): ClassInfo {
    const found = this.#program.classes.get(name);
    if (!found) throw new InternalFault(`class ${name} is not in the program`);
    return found;
  }

  // Functions.

  /** A function value that captures nothing; one for the whole run. */
  functionConstant(name: string): unknown {
    if (!this.#constants.has(name)) this.#constants.set(name, this.functionValue(name, []));
    return this.#constants.get(name);
  }

  functionValue(name: string, captures: readonly unknown[]): unknown {
    if (!this.#program.functions.has(name)) return dropped;
    const callee: Callee = { code: this.#codeOf(name), captures };
    const machine = this.#machine;
    // A method, so that it has a `this` and no prototype. Node calls it; the program's own calls see the callee.
    const { call } = {
      call(this: unknown, ...args: unknown[]): unknown {
        const { graph } = callee.code;
        const own = [...captures, ...(graph.hasThis ? [this] : [])];
        return machine.run(callee.code, [...own, ...withRest(graph, args)]);
      },
    };
    const { displayName } = callee.code.graph;
    Object.defineProperty(call, "name", { value: displayName === "anonymous" ? "" : displayName });
    Object.defineProperty(call, calleeKey, { value: callee });
    const info = this.#classValues.get(name);
    if (info) this.#addStatics(call, info);
    return call;
  }

  /** What `bind` gives: Node calls it as its own; the program's calls see the target. */
  boundValue(target: () => unknown, self: unknown, kept: readonly unknown[]): unknown {
    const value = target.bind(self, ...(kept as []));
    Object.defineProperty(value, boundKey, { value: { target, self, kept } satisfies Bound });
    return value;
  }

  #addStatics(value: object, info: ClassInfo): void {
    Object.defineProperty(value, classKey, { value: info });
    for (const [name, target] of info.methods)
      Object.defineProperty(value, name, { value: this.functionValue(target, []), configurable: true });
    Object.defineProperties(value, this.#accessorsOf(info, false) ?? {});
    // Node prints the name only if it is a value.
    const given = this.#program.functions.get(info.getters.get("name") ?? "")?.blocks[0];
    const text = given?.exit.kind === "return" ? given.exit.value : undefined;
    if (given?.operations.length === 0 && text?.kind === "string")
      Object.defineProperty(value, "name", { value: text.value });
    const shown = this.#program.functions.get(info.function ?? "")?.notes.shown;
    if (shown !== undefined) Object.defineProperty(value, inspect.custom, { value: () => `[${shown}]` });
    const test = this.instanceTest(info.constructs ?? "");
    Object.defineProperty(value, Symbol.hasInstance, { value: test });
  }

  // Instances.

  /** An instance without fields. */
  instance(className: string): object {
    return Object.create(this.prototypeOf(className)) as object;
  }

  /** The function that initialises instances of a class. */
  constructorOf(className: string): Code | undefined {
    const found = lookupConstructor(this.#program, className);
    return found === undefined ? undefined : this.#codeOf(found);
  }

  /** An object literal: its accessors are its own. Frames of suspended functions have methods. */
  literal(className: string): (values: readonly unknown[]) => object {
    const info = this.classOf(className);
    if (info.kind === "frame") return (values) => this.#frame(info, values);
    const names = info.fields.map((one) => memberKey(one.name));
    const hidden = info.fields.filter((one) => isHiddenName(one.name)).map((one) => memberKey(one.name));
    const order = info.order.map(memberKey);
    const accessors = this.#accessorsOf(info, true);
    return (values) => {
      const made: Record<PropertyKey, unknown> = {};
      // All properties first, in their order; their values follow.
      for (const name of order) made[name] = undefined;
      for (const [i, name] of names.entries()) if (i < values.length) made[name] = values[i];
      for (const name of hidden) Object.defineProperty(made, name, { enumerable: false });
      return accessors ? Object.defineProperties(made, accessors) : made;
    };
  }

  #frame(info: ClassInfo, values: readonly unknown[]): object {
    const made = this.instance(info.name);
    info.fields.forEach(({ name }, i) => {
      Object.defineProperty(made, memberKey(name), { value: values[i], writable: true, configurable: true });
    });
    return made;
  }

  prototypeOf(className: string): object {
    const known = this.#prototypes.get(className);
    if (known) return known;
    const info = this.classOf(className);
    const parent = info.parent === undefined ? Object.prototype : this.prototypeOf(info.parent);
    const prototype = Object.create(parent) as object;
    this.#prototypes.set(className, prototype);
    this.#classes.set(prototype, className);
    Object.defineProperty(prototype, "constructor", {
      value: this.#makerOf(info, prototype),
      writable: true,
      configurable: true,
    });
    for (const [name, target] of info.methods) {
      if (name === "constructor") continue;
      const value = this.functionValue(target, []);
      Object.defineProperty(prototype, memberKey(name), { value, writable: true, configurable: true });
    }
    if (collectionKinds[info.cloneOf ?? info.name] !== undefined) showAsCollection(prototype, info);
    if ((info.cloneOf ?? info.name) === propertyClass) noteProperty(prototype);
    // All that these have is the run-time's own.
    if ((info.cloneOf ?? info.name).startsWith("prelude.weak-references."))
      Object.defineProperty(prototype, inspect.custom, { value: () => `${info.displayName} {}` });
    if ((info.cloneOf ?? info.name) === "prelude.Error")
      Object.defineProperty(prototype, inspect.custom, { value: inspectError });
    noteTypedArray(prototype, info.cloneOf ?? info.name);
    return Object.defineProperties(prototype, this.#accessorsOf(info, false) ?? {});
  }

  /** What `constructor` of instances is: the class as a value, or something with its name and prototype. */
  #makerOf(info: ClassInfo, prototype: object): unknown {
    for (const one of this.#classValues.values()) {
      if (one.constructs === (info.cloneOf ?? info.name) && one.fields.length === 0)
        return this.functionConstant(one.function as string);
    }
    const maker = functionCalled(info.displayName);
    maker.prototype = prototype;
    return maker;
  }

  #accessorsOf(info: ClassInfo, enumerable: boolean): PropertyDescriptorMap | undefined {
    const names = new Set([...info.getters.keys(), ...info.setters.keys()]);
    if (info.kind === "class") names.delete("constructor");
    if (names.size === 0) return undefined;
    const described = [...names].map((name): [PropertyKey, PropertyDescriptor] => {
      const getter = info.getters.get(name);
      const setter = info.setters.get(name);
      const accessor: PropertyDescriptor = { enumerable, configurable: true };
      if (getter !== undefined) accessor.get = this.functionValue(getter, []) as () => unknown;
      if (setter !== undefined) accessor.set = this.functionValue(setter, []) as (value: unknown) => void;
      return [memberKey(name), accessor];
    });
    return Object.fromEntries(described);
  }

  /** True if assignment might find an accessor where definition must not. */
  mayBeAccessor(name: string): boolean {
    return this.#accessors.has(name);
  }

  /** Tests for instances of a class and what descends from it, clones included. */
  instanceTest(className: string): (value: unknown) => boolean {
    const known = new Map<object, boolean>();
    if (className === everyInstance.object) return (value) => value instanceof Object;
    if (className === everyInstance.literal)
      return (value) =>
        typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    if (className === everyInstance.function) return (value) => typeof value === "function";
    return (value) => {
      if (typeof value !== "object" || value === null) return false;
      const prototype = Object.getPrototypeOf(value) as object | null;
      if (!prototype) return false;
      let answer = known.get(prototype);
      if (answer === undefined) {
        const found = this.#classes.get(prototype);
        answer = found !== undefined && isSubclass(this.#program, found, className);
        known.set(prototype, answer);
      }
      return answer;
    };
  }

  /** How far classes are above an object's own; of what is no instance of a class none is. */
  distanceFrom(value: unknown): Distance {
    const isObject = typeof value === "object" && value !== null;
    const name = isObject ? this.#classes.get(Object.getPrototypeOf(value) as object) : undefined;
    return name === undefined ? () => undefined : classDistance(this.#program, name);
  }

  /** What `super` means in a member of a class. */
  superPrototype(className: string): object {
    const [, parent] = ancestors(this.#program, className);
    return parent ? this.prototypeOf(parent.name) : Object.prototype;
  }
}

/** Node knows its own errors when it prints them: one with the same properties is shown instead. */
function inspectError(this: Error, _depth: number, options: InspectOptions): string {
  const shown = Object.setPrototypeOf(new Error(this.message), Object.getPrototypeOf(this)) as object;
  for (const key of Reflect.ownKeys(this)) {
    const described = Object.getOwnPropertyDescriptor(this, key)!;
    const enumerable = described.enumerable === true && key !== "cause" && key !== "errors";
    if (typeof key === "string" && key.startsWith("#")) continue;
    Object.defineProperty(shown, key, { value: Reflect.get(this, key), enumerable, configurable: true });
  }
  Object.defineProperty(shown, "stack", { value: this.stack, enumerable: false, configurable: true });
  Object.defineProperty(shown, inspect.custom, { value: undefined });
  return inspect(shown, options);
}

type Maker = { (): void; prototype: object };

/** V8's messages know a function only by the name in its text. */
function functionCalled(name: string): Maker {
  const made = /^[A-Za-z_$][\w$]*$/.test(name)
    ? (new Function(`return function ${name}() {}`)() as Maker)
    : ((() => {}) as unknown as Maker);
  return Object.defineProperty(made, "name", { value: name });
}
