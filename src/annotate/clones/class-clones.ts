import type { ClassInfo } from "../../graph/program.ts";
import type { Span } from "../../source/span.ts";
import type { FlowNode } from "../flow/flow-node.ts";
import { Slot } from "../flow/slot.ts";
import type { Environment } from "./environment.ts";
import type { FunctionClone } from "./function-clones.ts";

export interface FieldState {
  readonly name: string;
  readonly owner: ClassClone;
  readonly slot: Slot;
  readonly span: Span | undefined;
  /** Some instance may be read before the field is written: its type includes undefined. */
  maybeUnwritten: boolean;
  /** Likewise before it is even defined. */
  maybeMissing: boolean;
}

/** A class as flow sees it: one for each environment in which a generic class is used. */
export class ClassClone {
  readonly info: ClassInfo;
  readonly name: string;
  readonly environment: Environment;
  readonly parent: ClassClone | undefined;
  /** Own fields, in order of creation. */
  readonly fields = new Map<string, FieldState>();
  readonly element = new Slot();
  /** Arrays that meet share the layout; a tree of `sameAs` (union-find). */
  sameAs: ClassClone | undefined = undefined;
  holes = false;
  resized = false;
  /** Arrays: the least length that an array has when it is made. */
  minimalLength = Number.POSITIVE_INFINITY;
  /** Arrays: some element is assigned, and where they are frozen. */
  written = false;
  frozen: Span | true | undefined = undefined;
  /** Arrays: the length may get less. */
  shrinks = false;
  /** The library's class of a kind of typed arrays: `element` is what its elements always are. */
  isTyped = false;
  /** Clones of generic methods, by the member's name with the keys: `map<number>`. */
  readonly genericMethods = new Map<string, FunctionClone>();
  /** Literals: the run-time's class of objects whose names only running the program tells, once some code makes it one. */
  table: ClassClone | undefined = undefined;
  /** Literals: names that the literal's own code gives every instance behind a spread or computed name, … */
  readonly given = new Set<string>();
  /** … and the spreads. */
  readonly copies = new Set<FlowNode>();
  /** Names with a getter alone that some code assigns. */
  readonly readOnly = new Set<string>();
  /** Instances are asked for properties by computed names. */
  asked = false;
  /** Operations that look at its list of fields, or whether it has a table. */
  readonly users = new Set<FlowNode>();
  /** Closures: the code. */
  code: FunctionClone | undefined = undefined;
  /** Some instance is made in reached code. */
  instantiated = false;

  constructor(info: ClassInfo, name: string, environment: Environment, parent: ClassClone | undefined) {
    this.info = info;
    this.name = name;
    this.environment = environment;
    this.parent = parent;
    for (const field of info.fields) this.addField(field.name, field.span);
  }

  get kind(): ClassInfo["kind"] {
    return this.info.kind;
  }

  /** The class whose `element` is what an index finds, if there are indices. */
  get indexed(): ClassClone | undefined {
    if (this.kind === "array") return this;
    for (let one: ClassClone | undefined = this; one; one = one.parent) if (one.isTyped) return one;
    return undefined;
  }

  addField(name: string, span: Span | undefined): FieldState {
    const known = this.fields.get(name);
    if (known) return known;
    const field: FieldState = {
      name,
      owner: this,
      slot: new Slot(),
      span,
      maybeUnwritten: false,
      maybeMissing: false,
    };
    this.fields.set(name, field);
    return field;
  }

  /** A field of instances: own or inherited. */
  findField(name: string): FieldState | undefined {
    for (let one: ClassClone | undefined = this; one; one = one.parent) {
      const field = one.fields.get(name);
      if (field) return field;
    }
    return undefined;
  }

  /** This class or the ancestor that is a clone of the class called `name` in the source. */
  findAncestor(name: string): ClassClone | undefined {
    for (let one: ClassClone | undefined = this; one; one = one.parent) {
      if (one.info.name === name || one.name === name) return one;
    }
    return undefined;
  }
}

/** A method or accessor found on the prototype chain. */
export type InheritedMember =
  | { readonly kind: "method"; readonly owner: ClassClone; readonly function: string }
  | {
      readonly kind: "accessor";
      readonly owner: ClassClone;
      readonly getter: string | undefined;
      readonly setter: string | undefined;
    };

export function findInherited(from: ClassClone | undefined, name: string): InheritedMember | undefined {
  for (let owner = from; owner; owner = owner.parent) {
    const method = name === "constructor" ? undefined : owner.info.methods.get(name);
    if (method !== undefined) return { kind: "method", owner, function: method };
    const getter = owner.info.getters.get(name);
    const setter = owner.info.setters.get(name);
    if (getter !== undefined || setter !== undefined) return { kind: "accessor", owner, getter, setter };
  }
  return undefined;
}

/**
 * The method that an object has as long as nobody has assigned the field that hides it; a declared field hides it from
 * the start.
 */
export function hiddenMethod(from: ClassClone, field: FieldState) {
  if (!field.maybeUnwritten || field.owner.info.fields.some((one) => one.name === field.name))
    return undefined;
  const member = findInherited(from, field.name);
  return member?.kind === "method" ? member : undefined;
}

/** The constructor that `new` runs: the class's own or an inherited one. */
export function findConstructor(from: ClassClone): { owner: ClassClone; function: string } | undefined {
  for (let owner: ClassClone | undefined = from; owner; owner = owner.parent) {
    const found = owner.info.methods.get("constructor");
    if (found !== undefined) return { owner, function: found };
  }
  return undefined;
}
