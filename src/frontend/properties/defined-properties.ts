/**
 * Properties that are more than a value (runtime/prelude/properties.ts). An object has a `Property` in the place of such a
 * value: each access of a name that may be one (defined-names.ts) asks for it.
 *
 *   o.name            raw = o.name; raw is a Property ? (raw.get ? raw.get.call(o) : raw.value) : raw
 *   o.name = value    the same with raw.set, and with what tells whether it may be written
 */
import { constants, type Operand } from "../../graph/graph.ts";
import { propertyClass } from "../../graph/well-known.ts";
import type { ts } from "../checker/typescript.ts";
import { refined } from "../control/refined.ts";
import type { FunctionContext } from "../functions/function-context.ts";
import type { FunctionInfo } from "../names/bindings.ts";
import { alongChain, hasPrototypes, inheritedCall, parentOf } from "../prototypes/prototype-objects.ts";
import type { Translation } from "../translation.ts";
import type { PropertyKey } from "./property-keys.ts";

/** The name may be that of such a property; undefined is one that only running the program tells. */
export function mayBeDefined(f: FunctionContext, name: string | undefined): boolean {
  const { defined } = f.translation;
  if (f.info.module.prelude || f.info.module.system || !f.translation.preludeClass("Property")) return false;
  return name === undefined ? defined.some : defined.has(name);
}

/** The accessors of literals are such properties, not members of the literal's class. */
export function accessorsAreProperties(translation: Translation, { module }: FunctionInfo): boolean {
  return translation.defined.describesLiterals && !module.prelude && !module.system;
}

interface Cases {
  property(property: Operand): Operand;
  plain(value: Operand): Operand;
}

/** What a place of an object holds: a property, or a plain value. */
function byCase(f: FunctionContext, raw: Operand, node: ts.Node, cases: Cases): Operand {
  const test = { class: propertyClass };
  const key = {};
  return f.either(
    f.emit("instance_of", [raw], node, test),
    () => cases.property(refined(f, raw, "instance", { key, holds: true, node }, test)),
    () => cases.plain(refined(f, raw, "not_instance", { key, holds: false, node }, test)),
  );
}

function isUndefined(f: FunctionContext, value: Operand, node: ts.Node): Operand {
  return f.emit("strict_equal", [value, constants.undefined], node);
}

/** The value that reading a place gives, of which the object that is asked is `this` of a getter. */
export function valueIn(f: FunctionContext, object: Operand, raw: Operand, node: ts.Node): Operand {
  return byCase(f, raw, node, {
    property(property) {
      const getter = f.emit("get_property", [property], node, { name: "##get" });
      return f.either(
        isUndefined(f, getter, node),
        () => f.emit("get_property", [property], node, { name: "##value" }),
        () => f.emit("call_value", [getter, object], node, { self: true }),
      );
    },
    plain: (value) => value,
  });
}

/** `object.name(…)`: `plain` calls the method of what has neither such a property nor a prototype object. */
export function calledIn(
  f: FunctionContext,
  object: Operand,
  name: string,
  node: ts.Node,
  call: { plain(self: Operand): Operand; value(callee: Operand): Operand },
): Operand {
  const inherits = hasPrototypes(f);
  const raw = inherits
    ? alongChain(f, object, parentOf(f, object, node), name, node)
    : f.emit("get_property", [object], node, { name, own: true });
  return byCase(f, raw, node, {
    property: (property) => call.value(valueIn(f, object, property, node)),
    plain: () => (inherits ? inheritedCall(f, object, name, node, call) : call.plain(object)),
  });
}

/** Calls the setter of a property, if it has one. */
function bySetter(
  f: FunctionContext,
  object: Operand,
  property: Operand,
  value: Operand,
  node: ts.Node,
  otherwise: () => Operand,
): Operand {
  const setter = f.emit("get_property", [property], node, { name: "##set" });
  return f.either(isUndefined(f, setter, node), otherwise, () =>
    f.emit("call_value", [setter, object, value], node, { self: true }),
  );
}

/** Stores a value under a name; `store` does it where the object has no such property. */
export function assignIn(
  f: FunctionContext,
  object: Operand,
  key: PropertyKey,
  value: Operand,
  node: ts.Node,
): void {
  const store = (one: Operand): Operand => {
    storeRaw(f, object, key, one, node);
    return constants.undefined;
  };
  const toObject = (): Operand =>
    byCase(f, rawOf(f, object, key, node), node, {
      property(property) {
        return bySetter(f, object, property, value, node, () => {
          f.emit("call_method", [property, nameOperand(key), value, object], node, { name: "##write" });
          // Of what is frozen nothing can be stored again.
          return f.translation.defined.restricts ? store(property) : constants.undefined;
        });
      },
      plain(own) {
        if (!hasPrototypes(f) || key.kind !== "name") return store(value);
        return f.either(
          isUndefined(f, own, node),
          () => assignInherited(f, object, key, value, node, store),
          () => store(value),
        );
      },
    });
  // Storing in null tells that it is no object, as reading would, but in other words.
  f.either(f.emit("loose_equal", [object, constants.null], node), () => store(value), toObject);
}

/** A setter, or a read-only property, that the object inherits. */
function assignInherited(
  f: FunctionContext,
  object: Operand,
  key: PropertyKey & { readonly kind: "name" },
  value: Operand,
  node: ts.Node,
  store: (value: Operand) => Operand,
): Operand {
  const found = alongChain(f, object, parentOf(f, object, node), key.name, node);
  return byCase(f, found, node, {
    property(property) {
      return bySetter(f, object, property, value, node, () => {
        f.emit("call_method", [property, nameOperand(key), object], node, { name: "##check" });
        return store(value);
      });
    },
    plain: () => store(value),
  });
}

export function nameOperand(key: PropertyKey): Operand {
  return key.kind === "name" ? constants.string(key.name) : key.key;
}

/** What an object has itself under a name: a value or a property. */
export function rawOf(f: FunctionContext, object: Operand, key: PropertyKey, node: ts.Node): Operand {
  return key.kind === "name"
    ? f.emit("get_property", [object], node, { name: key.name, own: true })
    : f.emit("get_index", [object, key.key], node);
}

export function storeRaw(
  f: FunctionContext,
  object: Operand,
  key: PropertyKey,
  value: Operand,
  node: ts.Node,
): void {
  if (key.kind === "name") f.emit("set_property", [object, value], node, { name: key.name });
  else f.emit("set_index", [object, key.key, value], node);
}

/** Before `delete object.name`. */
export function checkDelete(f: FunctionContext, object: Operand, key: PropertyKey, node: ts.Node): void {
  byCase(f, rawOf(f, object, key, node), node, {
    property: (property) => f.emit("call_method", [property, nameOperand(key)], node, { name: "##delete" }),
    plain: () => constants.undefined,
  });
}
