/** What tells how properties are: descriptors. */
import { Property } from "../prelude/properties.ts";

const sealed = 2;
const frozen = 3;

/** Of what stands in a place of an object: a value or a property. */
export function describe(raw: any, exists: boolean, restricted: number): any {
  if (!exists) return undefined;
  if (!(raw instanceof Property))
    return { value: raw, writable: restricted < frozen, enumerable: true, configurable: restricted < sealed };
  const enumerable: boolean = raw["##listed"];
  const configurable = raw["##configurable"] && restricted < sealed;
  if (raw["##isAccessor"]) return { get: raw["##get"], set: raw["##set"], enumerable, configurable };
  return {
    value: raw["##value"],
    writable: raw["##writable"] && restricted < frozen,
    enumerable,
    configurable,
  };
}

function restriction(object: any): number {
  if (Object.isExtensible(object)) return 0;
  return Object.isFrozen(object) ? frozen : Object.isSealed(object) ? sealed : 1;
}

/** Object.getOwnPropertyDescriptors. */
export function describeAll(object: any): any {
  const result: any = {};
  const restricted = restriction(object);
  for (const name of Object.getOwnPropertyNames(object))
    result[name] = describe(object[name], true, restricted);
  return result;
}

/** Object.prototype.propertyIsEnumerable of what stands in a place. */
export function isListed(raw: any, exists: boolean): boolean {
  return exists && (!(raw instanceof Property) || raw["##listed"]);
}
