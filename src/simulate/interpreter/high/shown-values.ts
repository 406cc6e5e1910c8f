/** Properties that are more than a value (runtime/prelude/properties.ts) in Node's objects: lists of Node's own meet them. */
import { type InspectOptions, inspect } from "node:util";
import { propertyMember, propertyStates } from "../../../graph/well-known.ts";

const propertyKey = Symbol("property");

interface Property {
  [propertyMember.value](): unknown;
  [propertyMember.state](): number;
}

const accessorTexts: Readonly<Record<number, string>> = {
  [propertyStates.getter]: "[Getter]",
  [propertyStates.setter]: "[Setter]",
  [propertyStates.accessors]: "[Getter/Setter]",
};

/** Instances of this prototype are such properties. */
export function noteProperty(prototype: object): void {
  Object.defineProperties(prototype, {
    [propertyKey]: { value: true },
    toJSON: {
      value(this: Property) {
        return this[propertyMember.value]();
      },
    },
    [inspect.custom]: {
      value(this: Property, _depth: number, options: InspectOptions) {
        return accessorTexts[this[propertyMember.state]()] ?? inspect(this[propertyMember.value](), options);
      },
    },
  });
}

function isProperty(value: unknown): value is Property {
  return typeof value === "object" && value !== null && Reflect.get(value, propertyKey) === true;
}

/** What a list shows of it. */
export function shown(value: unknown): unknown {
  return isProperty(value) ? value[propertyMember.value]() : value;
}

/** Stores a value; true if it is such a property. */
export function storeProperty(object: object, key: PropertyKey, value: unknown): boolean {
  if (!isProperty(value) || Object.isFrozen(object)) return false;
  const enumerable = value[propertyMember.state]() !== propertyStates.absent;
  Object.defineProperty(object, key, { value, enumerable, writable: true, configurable: true });
  return true;
}
