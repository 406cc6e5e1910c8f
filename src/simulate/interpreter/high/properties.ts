/** Properties as the operations of the high and typed levels read, write, define and delete them. */
import { cannotDestructure } from "../../../graph/error-messages.ts";
import { isHiddenName } from "../../../graph/frames.ts";
import type { HighOpName } from "../../../graph/ops.ts";
import { type Any, attribute, binary, type Compile, superOf } from "./compiling.ts";
import { calleeOf } from "./objects.ts";
import { shown, storeProperty } from "./shown-values.ts";
import { keyOf, memberKey, ownKeys } from "./symbols.ts";
import { nativeOf } from "./typed-arrays.ts";

export const propertyOperations = {
  get_property: ({ args, result }, _context, operation) => {
    const [a] = args as [number];
    const name = attribute(operation, "name");
    const key = memberKey(name);
    const { pattern, check, own } = operation.attributes;
    // What a function value keeps goes by its number.
    if (/^\d+$/.test(name))
      return (r) => {
        r[result] = calleeOf(r[a])?.captures[Number(name)];
      };
    if (own === true)
      return (r) => {
        const found = (r[a] as Any)[key] as unknown;
        r[result] = found === Reflect.get(Object.prototype, key) ? undefined : found;
      };
    if (typeof pattern !== "string")
      return (r) => {
        r[result] = (r[a] as Any)[key];
      };
    return (r) => {
      const object = r[a] as Any;
      if (object === undefined || object === null)
        throw new TypeError(cannotDestructure(pattern, name, object === null ? "null" : "undefined"));
      r[result] = check === true ? undefined : object[key];
    };
  },
  set_property: ({ args }, _context, operation) => {
    const [a, b] = args as [number, number];
    const name = attribute(operation, "name");
    const key = memberKey(name);
    if (isHiddenName(name) && name !== "#ownName")
      return (r) => {
        const described = { value: r[b], writable: true, enumerable: false, configurable: true };
        Object.defineProperty(r[a], key, described);
      };
    return (r) => {
      if (!storeProperty(r[a] as object, key, r[b])) (r[a] as Any)[key] = r[b];
      // A name of an error's own is listed among its properties.
      if (name === "#ownName") showOwnName(r[a] as Any);
    };
  },
  define_field: ({ args }, { objects }, operation) => {
    const [a, b] = args as [number, number];
    const name = attribute(operation, "name");
    const key = memberKey(name);
    // What the program cannot name, such as captured variables, nothing lists.
    // Neither does anything list what errors have by themselves.
    const enumerable = !name.startsWith("#") && !attribute(operation, "class").startsWith("prelude.");
    // The message of an error that a class of the program declares again is listed.
    if (enumerable && name !== "message" && !objects.mayBeAccessor(name)) {
      return (r) => {
        (r[a] as Any)[key] = r[b];
      };
    }
    return (r) => {
      const described = { value: r[b], writable: true, enumerable, configurable: true };
      Object.defineProperty(r[a], key, described);
    };
  },
  get_index: binary((a, b) => (nativeOf(a) ?? a)[b]),
  has_property: binary((name, object) => keyOf(name) in object),
  delete_property: binary((object, name) => delete object[keyOf(name)]),
  copy_properties: ({ args }, _context, operation) => {
    const [target, source] = args as [number, number];
    const excluded = new Set<PropertyKey>(
      ((operation.attributes.excluded ?? []) as readonly string[]).map(memberKey),
    );
    return (r) => {
      const keys = ownKeys(Object(r[source] ?? {}) as object).filter((key) => !excluded.has(key));
      for (const key of keys) (r[target] as Any)[key] = shown((r[source] as Any)[key]);
    };
  },
  set_index: ({ args }) => {
    const [a, b, c] = args as [number, number, number];
    return (r) => {
      const object = (nativeOf(r[a]) ?? r[a]) as Any;
      if (!storeProperty(object, r[b] as PropertyKey, r[c])) object[r[b] as number] = r[c];
    };
  },
  get_super: ({ args, result }, context, operation) => {
    const [a] = args as [number];
    const { home, name } = superOf(context, operation);
    return (r) => {
      r[result] = Reflect.get(home, name, r[a]);
    };
  },
  set_super: ({ args }, context, operation) => {
    const [a, b] = args as [number, number];
    const { home, name } = superOf(context, operation);
    return (r) => {
      if (!Reflect.set(home, name, r[b], r[a]))
        throw new TypeError(`Cannot assign to read only property '${String(name)}'`);
    };
  },
} satisfies Partial<Record<HighOpName, Compile>>;

/** The accessors that all errors share, as this error's own. */
function showOwnName(error: Any): void {
  for (let one: unknown = error; one !== null; one = Object.getPrototypeOf(one)) {
    const shared = Object.getOwnPropertyDescriptor(one, "name");
    if (!shared) continue;
    if (one !== error) Object.defineProperty(error, "name", { ...shared, enumerable: true });
    return;
  }
}
