/**
 * Where everything stands: a struct for each class, the representation of its fields, and the storage of arrays.
 *
 * A subclass's struct extends its parent's. Classes of different families that meet in one variable get a common
 * parent struct with the fields that all of them have, so that an access needs no test:
 *
 *   { kind, radius } meets { kind, side }    =>    common { kind }  ◁  { radius }, { side }
 *
 * Arrays that meet share a layout: if one of them is resized all are a `List` {length, items}; otherwise an array is
 * its storage object itself.
 */
import { ancestors, type ClassInfo, type Program, type Struct } from "../graph/program.ts";
import { machineType, representationOf } from "../graph/representation.ts";
import {
  booleanType,
  floatType,
  intType,
  isValueType,
  joinTypes,
  neverType,
  nullType,
  stringType,
  type Type,
  type ValueType,
  valueType,
} from "../graph/types.ts";
import {
  closureStruct,
  type ItemType,
  itemsStructs,
  listStruct,
  nullItemsStruct,
  referenceClass,
} from "../graph/well-known.ts";
import { InternalFault } from "../source/messages.ts";

/** Where an object keeps its shape (shapes.ts). */
export const shapeField = "##shape";

/** A field as code reaches it. */
export interface Place {
  readonly struct: string;
  readonly field: string;
  readonly type: ValueType;
}

export interface ArrayLayout {
  readonly kind: "list" | "items";
  /** What a word of the storage can be: with what says that there is a hole. */
  readonly stored: ValueType;
  /** What an element reads as: with undefined if there may be holes. */
  readonly element: ValueType;
  /**
   * What a hole is: undefined; where that is an element too, null; where both are, the reference to the cell that is null
   * elsewhere, which is no value.
   */
  readonly hole: "undefined" | "null" | "cell";
  readonly item: ItemType;
  /** The struct of the storage. */
  readonly itemsStruct: string;
}

function asValueType(type: Type, what: string): ValueType {
  if (!isValueType(type)) throw new InternalFault(`${what} has no type`);
  return type;
}

/** Every type of the program in which several classes meet. */
function* meetings(program: Program): Generator<readonly string[]> {
  const seen = new Set<string>();
  const several = function* (type: Type): Generator<readonly string[]> {
    if (!isValueType(type) || type.objects.length < 2) return;
    const key = type.objects.join("\n");
    if (seen.has(key)) return;
    seen.add(key);
    yield type.objects;
  };
  for (const one of program.classes.values()) {
    yield* several(one.element);
    if (one.like !== undefined) yield [one.name, one.like];
    for (const field of one.fields) yield* several(field.type);
  }
  for (const one of program.globals.values()) yield* several(one.type);
  for (const graph of program.functions.values()) {
    yield* several(graph.result);
    for (const block of graph.blocks) {
      for (const param of block.params) yield* several(param.type);
      for (const operation of block.operations) if (operation.result) yield* several(operation.result.type);
      if (block.exit.kind === "except") yield* several(block.exit.caught.type);
    }
  }
}

/** Groups by union-find over names. */
class Families {
  #parents = new Map<string, string>();

  root(name: string): string {
    let top = name;
    for (let up = this.#parents.get(top); up !== undefined; up = this.#parents.get(top)) top = up;
    return top;
  }

  unite(a: string, b: string): void {
    const x = this.root(a);
    const y = this.root(b);
    const [first, second] = x < y ? [x, y] : [y, x];
    if (x !== y) this.#parents.set(second, first);
  }

  groups(names: Iterable<string>): string[][] {
    const found = new Map<string, string[]>();
    for (const name of names) {
      const root = this.root(name);
      found.set(root, [...(found.get(root) ?? []), name]);
    }
    return [...found.values()];
  }
}

export class Layout {
  readonly #program: Program;
  readonly #shaped: ReadonlySet<string>;
  /** Fields by class and name; only the classes that declare them. */
  #places = new Map<string, Map<string, Place>>();
  #arrays = new Map<string, ArrayLayout>();
  /** Structs by class. */
  readonly structs = new Map<string, Struct>();

  /** Classes in `shaped` and those below them keep which properties they have, and in which order (shapes.ts). */
  constructor(program: Program, shaped: ReadonlySet<string>) {
    this.#program = program;
    this.#shaped = shaped;
    const families = new Families();
    for (const classes of meetings(program)) {
      const real = classes.filter((one) => one !== referenceClass && program.classes.has(one));
      const arrays = real.filter((one) => program.classes.get(one)?.kind === "array");
      const objects = real.filter((one) => !arrays.includes(one)).map((one) => this.#topmost(one).name);
      for (const group of [arrays, objects]) for (const one of group) families.unite(group[0] as string, one);
    }
    const arrays = [...program.classes.values()].filter((one) => one.kind === "array").map((one) => one.name);
    const groups = families.groups(arrays).map((group) => group.map((one) => this.classOf(one)));
    for (const group of groups) this.#layArrays(group);
    // Printing tells by the storage's struct what its words mean: arrays with holes must not share one with others that
    // hold undefined as such.
    const withUndefined = new Set<string>();
    for (const group of groups)
      if (holdsUndefined(group)) withUndefined.add(this.array(group[0]?.name ?? "").itemsStruct);
    for (const group of groups) {
      const known = this.array(group[0]?.name ?? "");
      if (group.some((one) => one.holes) && withUndefined.has(known.itemsStruct))
        this.#layHoled(group, known);
    }
    const roots = [...program.classes.values()].filter(
      (one) => one.kind !== "array" && one.parent === undefined,
    );
    for (const group of families.groups(roots.map((one) => one.name)))
      this.#layFamily(group.map((one) => this.classOf(one)));
    for (const one of program.classes.values()) if (one.kind !== "array") this.#layClass(one);
  }

  classOf(name: string): ClassInfo {
    const found = this.#program.classes.get(name);
    if (!found) throw new InternalFault(`class ${name} is not in the program`);
    return found;
  }

  #topmost(name: string): ClassInfo {
    const chain = [...ancestors(this.#program, name)];
    return chain[chain.length - 1] as ClassInfo;
  }

  #layArrays(group: ClassInfo[]): void {
    const kind = group.some((one) => one.resized) ? "list" : "items";
    let stored: ValueType = neverType;
    for (const one of group) {
      stored = joinTypes(stored, asValueType(one.element, `an element of ${one.name}`));
      if (one.holes) stored = joinTypes(stored, valueType({ undefined: true }));
    }
    const low = machineType(representationOf(stored));
    // Where only undefined or only null is stored nothing is written: nil, with which references are born, is that one.
    const item: ItemType = low === "void" ? "ref" : low === "code" ? "value" : low;
    const nilIsNull = item === "ref" && stored.null && !stored.undefined;
    const itemsStruct = nilIsNull ? nullItemsStruct : itemsStructs[item];
    const layout: ArrayLayout = { kind, stored, element: stored, hole: "undefined", item, itemsStruct };
    for (const one of group) this.#arrays.set(one.name, layout);
  }

  /** Undefined is an element like others: a hole is something else. */
  #layHoled(group: ClassInfo[], { kind, element }: ArrayLayout): void {
    const hole = element.null ? "cell" : "null";
    const stored: ValueType = element.null
      ? { ...joinTypes(joinTypes(element, stringType), joinTypes(booleanType, floatType)), undefined: true }
      : joinTypes(element, nullType);
    const item = machineType(representationOf(stored)) as ItemType;
    const itemsStruct = `Holed${itemsStructs[item]}${hole === "cell" ? "Null" : ""}`;
    if (!this.structs.has(itemsStruct)) this.#newStruct(itemsStruct, itemsStruct, undefined).item = item;
    for (const one of group) this.#arrays.set(one.name, { kind, stored, element, hole, item, itemsStruct });
  }

  /** A common parent struct for root classes that meet and share fields. */
  #layFamily(family: ClassInfo[]): void {
    const roots = family.filter((one) => one.dictionary === undefined);
    const first = roots[0] as ClassInfo;
    if (roots.length < 2 || roots.some((one) => one.kind === "closure" || one.kind === "cell")) return;
    const common = first.fields.filter((field) =>
      roots.every((root) =>
        root.fields.some((other) => other.name === field.name && sameStorage(other.type, field.type)),
      ),
    );
    if (common.length === 0) return;
    const name = `${first.name}.common`;
    const struct = this.#newStruct(name, "Object", undefined);
    for (const field of common) this.#addField(struct, field.name, field.type);
    for (const root of roots) {
      const places = new Map<string, Place>();
      for (const field of common) {
        const own = root.fields.find((one) => one.name === field.name)?.type ?? field.type;
        places.set(field.name, { struct: name, field: field.name, type: asValueType(own, field.name) });
      }
      this.#places.set(root.name, places);
      this.structs.set(root.name, this.#newStruct(root.name, root.displayName, name));
    }
  }

  #newStruct(name: string, displayName: string, parent: string | undefined): Struct {
    const struct: Struct = {
      name,
      displayName,
      parent,
      fields: [],
      item: undefined,
      zeroed: parent !== undefined && (this.structs.get(parent)?.zeroed ?? false),
      vtable: [],
    };
    this.structs.set(name, struct);
    return struct;
  }

  #addField(struct: Struct, name: string, type: Type): void {
    const low = machineType(representationOf(asValueType(type, `${struct.name}.${name}`)));
    if (low === "void") return;
    struct.fields.push({ name, type: low });
    if (low === "ref" || low === "value") struct.zeroed = true;
  }

  #layClass(info: ClassInfo): void {
    if (info.kind === "closure") {
      const struct = this.#newStruct(info.name, info.displayName, closureStruct);
      this.#placeFields(info, struct);
      return;
    }
    if (info.dictionary !== undefined) {
      this.#layDictionary(info, info.dictionary);
      return;
    }
    if (info.parent !== undefined && !this.structs.has(info.parent))
      this.#layClass(this.classOf(info.parent));
    const known = this.structs.get(info.name);
    if (known && info.parent !== undefined) return;
    this.#placeFields(info, known ?? this.#newStruct(info.name, info.displayName, info.parent));
  }

  /** Its properties are entries of a table: the object is one of the run-time's. */
  #layDictionary(info: ClassInfo, table: string): void {
    if (!this.structs.has(table)) this.#layClass(this.classOf(table));
    this.#newStruct(info.name, info.displayName, table);
    this.#places.set(info.name, new Map());
  }

  #placeFields(info: ClassInfo, struct: Struct): void {
    const places = this.#places.get(info.name) ?? new Map<string, Place>();
    this.#places.set(info.name, places);
    for (const field of info.fields) {
      // A redeclared field is the parent's: an object has one property of a name.
      if (places.has(field.name) || this.place(info.name, field.name)) continue;
      let type = asValueType(field.type, `${info.name}.${field.name}`);
      for (const other of this.#program.classes.values()) {
        if (other.parent === undefined || other === info || !this.#descends(other.name, info.name)) continue;
        const again = other.fields.find((one) => one.name === field.name);
        if (again) type = joinTypes(type, asValueType(again.type, field.name));
      }
      this.#addField(struct, field.name, type);
      places.set(field.name, { struct: struct.name, field: field.name, type });
    }
    if (this.#shaped.has(info.name)) {
      this.#addField(struct, shapeField, intType);
      places.set(shapeField, { struct: struct.name, field: shapeField, type: intType });
    }
    struct.zeroed ||= struct.parent !== undefined && (this.structs.get(struct.parent)?.zeroed ?? false);
  }

  #descends(name: string, from: string): boolean {
    for (const one of ancestors(this.#program, name)) if (one.name === from) return true;
    return false;
  }

  /** Where instances of a class keep a property. */
  place(className: string, name: string): Place | undefined {
    let found: Place | undefined;
    for (const one of ancestors(this.#program, className))
      found = this.#places.get(one.name)?.get(name) ?? found;
    return found;
  }

  isArray(className: string): boolean {
    return this.#arrays.has(className);
  }

  array(className: string): ArrayLayout {
    const found = this.#arrays.get(className);
    if (!found) throw new InternalFault(`${className} is no array`);
    return found;
  }

  /** The struct that instances of a class have, exactly. */
  structOf(className: string): string {
    const array = this.#arrays.get(className);
    if (array) return array.kind === "list" ? listStruct : array.itemsStruct;
    return className;
  }
}

function holdsUndefined(arrays: readonly ClassInfo[]): boolean {
  return arrays.some(({ element }) => isValueType(element) && element.undefined);
}

function sameStorage(a: Type, b: Type): boolean {
  const x = representationOf(asValueType(a, "a field"));
  const y = representationOf(asValueType(b, "a field"));
  if (x.kind === "unit" || y.kind === "unit")
    return x.kind === y.kind && x.kind === "unit" && y.kind === "unit" && x.value === y.value;
  if (x.kind === "value" || y.kind === "value") return x.kind === y.kind;
  return x.kind === y.kind && x.undefined === y.undefined && x.null === y.null;
}
