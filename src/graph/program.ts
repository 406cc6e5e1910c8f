/** A whole program at one level: its functions and everything they name. */
import type { Span } from "../source/span.ts";
import type { Constant, Graph, Level } from "./graph.ts";
import type { LowType, Type } from "./types.ts";

/** A field of a class, at the high and typed levels. */
export interface ClassField {
  readonly name: string;
  /** `any` at the high level. */
  type: Type;
  /**
   * True if every instance gets the field (by a literal, an initialiser or the constructor) before anything can read
   * it; otherwise its type includes undefined. Set by annotate.
   */
  definite: boolean;
  span: Span | undefined;
}

/**
 * A class of objects that flow tells apart: a declared class (one for each clone of a generic one), an object literal,
 * an array's creation site, a function value, a cell that holds a reassigned captured variable, or the frame of a
 * function that can be suspended (frames.ts), whose fields are never read before they are written.
 */
export interface ClassInfo {
  readonly name: string;
  kind: "class" | "literal" | "array" | "closure" | "cell" | "frame";
  /** As people know it: the class's name in the source, or "Object", "Array", "Function". */
  displayName: string;
  parent: string | undefined;
  /** Own fields in order of creation; annotate adds those that code assigns without declaring. */
  fields: ClassField[];
  /**
   * Function names by member name; own members only. The constructor is the method "constructor", which is no property:
   * the property of that name is a getter.
   */
  methods: Map<string, string>;
  getters: Map<string, string>;
  setters: Map<string, string>;
  /** Literals with accessors: the names of all properties as they follow each other; else empty. */
  order: readonly string[];
  /** Arrays: what an element can be (`any` at the high level). */
  element: Type;
  /** Arrays: another class with the same storage, though no variable may hold both: elements are copied between them. */
  like: string | undefined;
  /** Arrays: some element may never have been written (`new Array(n)`, an index beyond the end). */
  holes: boolean;
  /** Arrays: some code may freeze one. */
  frozen: boolean;
  /** Arrays: push, pop or a write to length or beyond the end may change the length. */
  resized: boolean;
  /** Declared classes: instances are freed by hand (`Managed` of heddle/memory); no collector sees them. */
  managed: boolean;
  /** Closures: the function, unless bound. Its captured values are the fields `0`, `1`, …. */
  function: string | undefined;
  /** Closures that are classes as values: the class, as the source names it, of what `new` makes of them. */
  constructs: string | undefined;
  /** Literals: the class of the run-time that keeps the properties, where only running the program tells their names. */
  dictionary: string | undefined;
  /** Names of members that nothing calls and are gone, where objects are asked for properties by computed names. */
  dropped: readonly string[];
  typeParameters: readonly string[];
  /** The generic class of which this is a clone, for `instance_of`. */
  cloneOf: string | undefined;
  span: Span | undefined;
}

/** Storage of a field or item at the low level. */
export type StorageType = LowType | "u8" | "u16" | "u32" | "i32";

export interface StructField {
  readonly name: string;
  readonly type: StorageType;
}

/** The layout of an object at the low level: an 8-byte header, the parent's fields, the own fields, then items. */
export interface Struct {
  readonly name: string;
  displayName: string;
  parent: string | undefined;
  /** Own fields only, in order of offset. */
  fields: StructField[];
  /** Objects with a variable part: the storage of an item. Their length is an implicit int field before the items. */
  item: StorageType | undefined;
  /** Reference and value fields start as nil or 0. */
  zeroed: boolean;
  /** Function names by vtable slot. */
  vtable: (string | undefined)[];
}

/** A module variable, or at the low level any static cell. */
export interface Global {
  readonly name: string;
  type: Type;
  /** The value before the program starts; module variables that need none start undefined. */
  initial: Constant | undefined;
  span: Span | undefined;
}

/** An object that exists before the program starts: closures that capture nothing, tables. */
export interface StaticObject {
  readonly name: string;
  readonly struct: string;
  fields: Record<string, Constant>;
  items: Constant[];
}

export interface Program {
  level: Level;
  /** The function that runs the whole program: every module in order. */
  entry: string;
  functions: Map<string, Graph>;
  classes: Map<string, ClassInfo>;
  structs: Map<string, Struct>;
  globals: Map<string, Global>;
  statics: Map<string, StaticObject>;
}

export function program(level: Level, entry: string): Program {
  return {
    level,
    entry,
    functions: new Map(),
    classes: new Map(),
    structs: new Map(),
    globals: new Map(),
    statics: new Map(),
  };
}

export function classInfo(name: string, kind: ClassInfo["kind"], parts: Partial<ClassInfo> = {}): ClassInfo {
  return {
    displayName: name,
    parent: undefined,
    fields: [],
    methods: new Map(),
    getters: new Map(),
    setters: new Map(),
    order: [],
    element: "any",
    like: undefined,
    holes: false,
    frozen: false,
    resized: false,
    managed: false,
    function: undefined,
    constructs: undefined,
    dictionary: undefined,
    dropped: [],
    typeParameters: [],
    cloneOf: undefined,
    span: undefined,
    ...parts,
    name,
    kind,
  };
}

/** Fields of a closure that are no properties of it. */
export function isCapture(field: string): boolean {
  return /^\d+$/.test(field);
}

/**
 * A function value without code of its own, made by `bind`: its fields are the function it calls, the `this` it passes,
 * and the first arguments.
 */
export function isBound(info: ClassInfo): boolean {
  return info.kind === "closure" && info.function === undefined;
}

/** What a property name means on instances of a class. */
export type Member =
  | { readonly kind: "field"; readonly owner: ClassInfo; readonly field: ClassField }
  | { readonly kind: "method"; readonly owner: ClassInfo; readonly function: string }
  | {
      readonly kind: "accessor";
      readonly owner: ClassInfo;
      readonly getter: string | undefined;
      readonly setter: string | undefined;
    };

/** Finds a member on a class or its parents; a field anywhere in the chain shadows methods, as own properties do. */
export function lookupMember(of: Program, className: string, name: string): Member | undefined {
  for (const owner of ancestors(of, className)) {
    const field = owner.fields.find((one) => one.name === name);
    if (field) return { kind: "field", owner, field };
  }
  return lookupInherited(of, className, name);
}

/** A generic method is called by its name and the keys of the call, `map<number>`: the name without them. */
export function withoutKeys(name: string): string {
  const keys = name.endsWith(">") ? name.indexOf("<") : -1;
  return keys > 0 ? name.slice(0, keys) : name;
}

/** What a call of `name` finds: only methods have keys in their names, what a field or accessor gives has none. */
export function lookupCalled(of: Program, className: string, name: string): Member | undefined {
  const plain = lookupMember(of, className, withoutKeys(name));
  return plain?.kind === "field" ? plain : (lookupInherited(of, className, name) ?? plain);
}

/** Finds a method or accessor on a class or its parents (the prototype chain). */
export function lookupInherited(of: Program, className: string, name: string): Member | undefined {
  for (const owner of ancestors(of, className)) {
    const method = name === "constructor" ? undefined : owner.methods.get(name);
    if (method !== undefined) return { kind: "method", owner, function: method };
    const getter = owner.getters.get(name);
    const setter = owner.setters.get(name);
    if (getter !== undefined || setter !== undefined) return { kind: "accessor", owner, getter, setter };
  }
  return undefined;
}

/** The function that initialises instances of a class: its own or an inherited constructor. */
export function lookupConstructor(of: Program, className: string): string | undefined {
  for (const { methods } of ancestors(of, className)) {
    const found = methods.get("constructor");
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A class and its parents, nearest first. */
export function* ancestors(of: Program, className: string): Generator<ClassInfo> {
  for (let name: string | undefined = className; name !== undefined; ) {
    const one: ClassInfo | undefined = of.classes.get(name);
    if (!one) throw new Error(`class ${name} is not in the program`);
    yield one;
    name = one.parent;
  }
}

/** True if instances of `className` are instances of `of` (clones count as the class they were cloned from). */
export function isSubclass(program: Program, className: string, of: string): boolean {
  for (const one of ancestors(program, className)) if (one.name === of || one.cloneOf === of) return true;
  return false;
}

/** All fields of instances of a class in layout order: the root's first. */
export function allFields(of: Program, className: string): ClassField[] {
  return [...ancestors(of, className)].reverse().flatMap((one) => one.fields);
}
