/** The prelude's typed arrays in a run of a high or typed program: Node's own stand behind their elements. */
import { type InspectOptions, inspect } from "node:util";
import { elementsOf, typedArrayFields, typedArrayKinds } from "../../../graph/byte-types.ts";
import { bufferOf } from "../../../memory/byte-primitives.ts";
import type { Reference } from "../../../memory/memory.ts";

type View = Record<number, number>;
type Maker = new (buffer: ArrayBuffer, start: number, length: number) => View;

const natives = new WeakMap<object, View>();
/** By the prototypes of the program's classes. */
const makers = new WeakMap<object, Maker>();

/** Notes that instances with this prototype are typed arrays, if the class is such a one. */
export function noteTypedArray(prototype: object, className: string): void {
  const kind = elementsOf(className);
  const name = Object.keys(typedArrayKinds).find((one) => typedArrayKinds[one] === kind);
  if (!kind || name === undefined) return;
  makers.set(prototype, (globalThis as unknown as Record<string, Maker>)[name]!);
  // Node prints them as its own.
  Object.defineProperty(prototype, inspect.custom, {
    value(this: object, _depth: number, options: InspectOptions) {
      return inspect(nativeOf(this), options);
    },
  });
}

function makerOf(object: object): Maker | undefined {
  for (
    let one = Object.getPrototypeOf(object) as object | null;
    one;
    one = Object.getPrototypeOf(one) as object | null
  ) {
    const found = makers.get(one);
    if (found) return found;
  }
  return undefined;
}

/** Node's array over the same bytes; undefined for what is no typed array. */
export function nativeOf(object: unknown): View | undefined {
  if (typeof object !== "object" || object === null || !(typedArrayFields.bytes in object)) return undefined;
  const known = natives.get(object);
  if (known) return known;
  const maker = makerOf(object);
  if (!maker) return undefined;
  const { length, start, bytes } = typedArrayFields;
  const fields = object as Record<string, unknown>;
  const made = new maker(
    bufferOf(fields[bytes] as Reference),
    fields[start] as number,
    fields[length] as number,
  );
  natives.set(object, made);
  return made;
}
