/**
 * The structs that every program has: strings, the storage of arrays, the roots of closures and references. Lowering,
 * the run-time's primitives and the backends all read their names and fields here.
 *
 *   AnyString {length, wide}      every string; `length` counts UTF-16 units
 *     String {hash} bytes         flat: one byte a unit (Latin-1), or two (little endian) where `wide` is 1
 *     Rope {left, right}          the concatenation; once flattened `left` is the flat string and `right` nil
 *   BigInt {count, negative} bytes  a sign and a magnitude: `count` words of 64 bits, the lowest first, those behind unused
 *   Symbol {description, key}   told apart by identity; `description` is nil where it is undefined, `key` the name of
 *                               members (frames.ts), empty until somebody asks for it
 *   Bytes {} bytes              what typed arrays, buffers and views are views of
 *   Closure {}                    parent of every function value; vtable slot 0 is its code
 *   List {length, items}          an array that may change its length; `items` has room for at least `length`
 *   ItemsInt … ItemsValue         storage of a List; an array that never changes its length is such an object itself
 */
import type { Program, StorageType, Struct } from "./program.ts";

export const anyStringStruct = "AnyString";
export const stringStruct = "String";
export const ropeStruct = "Rope";
/** Strings up to this length are never ropes (runtime/strings/concat.ts). */
export const longestWithoutRope = 32;
/** The run-time's `a === b` of strings, and of such of which the second is no longer than that. */
export const equalStrings = "runtime.strings.compare.equal";
export const equalShortStrings = "runtime.strings.compare.equalsShort";
export const bigIntStruct = "BigInt";
export const symbolStruct = "Symbol";
export const bytesStruct = "Bytes";
export const closureStruct = "Closure";
export const listStruct = "List";

/** The storage of array elements by machine type. */
export const itemsStructs = {
  int: "ItemsInt",
  float: "ItemsFloat",
  bool: "ItemsBool",
  ref: "ItemsRef",
  value: "ItemsValue",
} as const;

export type ItemType = keyof typeof itemsStructs;

/** References of which nil is null: reflection must tell them from those where it is undefined. */
export const nullItemsStruct = "ItemsNullRef";

/** Vtable slots with a fixed meaning. */
export const codeSlot = 0;
/** `(self: ref, what: int) -> value`, see `reflection`; filled only in structs whose objects may be inspected. */
export const reflectSlot = 1;
/** The first slot of a program's own methods. */
export const firstMethodSlot = 2;

/** What `reflectSlot` answers: for 2i and 2i+1 the name and the value of property i. */
export const reflection = {
  /** A number of `reflectedKinds`. */
  kind: -1,
  /** The class's name. */
  name: -2,
  /** How many properties, or the array's length. */
  count: -3,
  /** Of an error the text of its stack. */
  stack: -4,
  /** Of an error its `name`, own or inherited. */
  errorName: -5,
  /** Of a map or set an array: keys and values in turn, or the elements. Of what shows as a text that text. */
  contents: -6,
  /** What its `toJSON` gives; itself where it has none. */
  json: -7,
  /** What a `toString` of the program gives; undefined where there is none. */
  ownText: -8,
  /** For -16 - i what property i is now: a number of `propertyStates`. */
  state: -16,
} as const;

/**
 * A property that was never written is absent; of an object literal's accessors only the kind is shown; hidden ones,
 * such as an error's message, cannot be enumerated.
 */
export const propertyStates = {
  absent: 0,
  value: 1,
  getter: 2,
  setter: 3,
  accessors: 4,
  hidden: 5,
} as const;

export const reflectedKinds = {
  object: 0,
  array: 1,
  function: 2,
  error: 3,
  literal: 4,
  map: 5,
  set: 6,
  /** A WeakMap or WeakSet. */
  weak: 7,
  typedArray: 8,
  promise: 9,
  /** Shows as the text that it has for it: a Date. */
  text: 16,
} as const;

/** The prelude's classes of which instances show what they hold, and the method that gives it. */
export const collectionKinds: Readonly<Record<string, number>> = {
  "prelude.maps.Map": reflectedKinds.map,
  "prelude.sets.Set": reflectedKinds.set,
  "prelude.weak.WeakMap": reflectedKinds.weak,
  "prelude.weak.WeakSet": reflectedKinds.weak,
  "prelude.promises.Promise": reflectedKinds.promise,
  "node.date.Date": reflectedKinds.text,
  "node.buffer.Buffer": reflectedKinds.text,
  "node.events.EventEmitter": reflectedKinds.text,
};
/** What instances are called that have no certain `constructor`: printing one stops. */
export const unknownName = "##unknown";

/** Classes that only tests know: what every object, every function and nothing is an instance of. */
export const everyInstance = {
  object: "##Object",
  function: "##Function",
  literal: "##Literal",
  none: "##None",
} as const;

/** What printing shows of an object that inherits nothing (`Object.create(null)`). */
export const nullPrototypeName = "[Object: null prototype]";
export const moduleName = "[Module: null prototype]";

/** Objects of this class inherit nothing. */
export function hasNullPrototype({ displayName }: { readonly displayName: string }): boolean {
  return displayName === nullPrototypeName || displayName === moduleName;
}
/** The class of a method's function value, which is what reading the method as a property gives. */
export function methodValueClass(functionName: string): string {
  return `${functionName}.value`;
}

export const contentsMethod = "##contents";

/** What stands in the place of a value where a property is more than that (runtime/prelude/properties.ts). */
export const propertyClass = "prelude.properties.Property";
/** Its methods: what a list shows of it, and how, a number of `propertyStates`. */
export const propertyMember = { value: contentsMethod, state: "##state" } as const;

/**
 * The class that system code's opaque references have: `objects: [referenceClass]` is any object at all. Lowering gives
 * it no layout.
 */
export const referenceClass = "memory.Reference";

function struct(
  name: string,
  parent: string | undefined,
  fields: readonly (readonly [string, StorageType])[],
  item?: StorageType,
): Struct {
  return {
    name,
    displayName: name,
    parent,
    fields: fields.map(([field, type]) => ({ name: field, type })),
    item,
    zeroed: fields.some(([, type]) => type === "ref" || type === "value"),
    vtable: [],
  };
}

/** Fresh copies of all of them. */
export function wellKnownStructs(): Struct[] {
  return [
    struct(anyStringStruct, undefined, [
      ["length", "int"],
      ["wide", "u32"],
    ]),
    struct(stringStruct, anyStringStruct, [["hash", "u32"]], "u8"),
    struct(ropeStruct, anyStringStruct, [
      ["left", "ref"],
      ["right", "ref"],
    ]),
    struct(
      bigIntStruct,
      undefined,
      [
        ["count", "u32"],
        ["negative", "u32"],
      ],
      "u8",
    ),
    struct(symbolStruct, undefined, [
      ["description", "ref"],
      ["key", "ref"],
    ]),
    struct(bytesStruct, undefined, [], "u8"),
    struct(closureStruct, undefined, []),
    struct(listStruct, undefined, [
      ["length", "int"],
      ["items", "ref"],
    ]),
    ...Object.entries(itemsStructs).map(([item, name]) => struct(name, undefined, [], item as ItemType)),
    struct(nullItemsStruct, undefined, [], "ref"),
  ];
}

/** Adds the well-known structs that a program lacks. */
export function addWellKnownStructs(program: Program): void {
  for (const one of wellKnownStructs())
    if (!program.structs.has(one.name)) program.structs.set(one.name, one);
}

/** A string constant as an object: what its fields hold and its bytes. */
export function stringConstant(text: string): {
  readonly struct: string;
  readonly fields: Readonly<Record<string, number>>;
  readonly bytes: readonly number[];
} {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const wide = units.some((unit) => unit > 255);
  return {
    struct: stringStruct,
    fields: { length: text.length, hash: 0, wide: wide ? 1 : 0 },
    bytes: wide ? units.flatMap((unit) => [unit & 255, unit >> 8]) : units,
  };
}

/** A BigInt as an object: what its fields hold and its bytes. */
export function bigIntConstant(value: bigint): {
  readonly struct: string;
  readonly fields: Readonly<Record<string, number>>;
  readonly bytes: readonly number[];
} {
  const bytes: number[] = [];
  for (let rest = value < 0n ? -value : value; rest > 0n || bytes.length % 8 > 0; rest >>= 8n)
    bytes.push(Number(rest & 255n));
  return { struct: bigIntStruct, fields: { count: bytes.length / 8, negative: value < 0n ? 1 : 0 }, bytes };
}
