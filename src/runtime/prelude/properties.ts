/**
 * Properties that are more than a value: read-only, not listed, with a getter or setter (`Object.defineProperty`). In
 * place of its value an object has a `Property` then. Reads and writes of such names look for one
 * (frontend/properties/defined-properties.ts), and so does what lists properties; where flow knows that there is none, all of it
 * folds away.
 */
import { inspectText } from "../../memory/inspect-services.ts";

export class Property {
  /** The object that has it. */
  "##owner": any;
  "##value": any;
  "##get": any;
  "##set": any;
  "##isAccessor": boolean;
  /** What a descriptor leaves out is undefined until `##over`. */
  "##writable": any;
  "##listed": any;
  "##configurable": any;
  "##hasValue": boolean;

  constructor(
    owner: any,
    value: any,
    getter: any,
    setter: any,
    hasValue: any,
    hasGetter: any,
    hasSetter: any,
  ) {
    this["##owner"] = owner;
    this["##value"] = value;
    this["##get"] = getter;
    this["##set"] = setter;
    this["##hasValue"] = hasValue;
    this["##isAccessor"] = hasGetter || hasSetter;
    if (hasGetter && getter !== undefined && typeof getter !== "function")
      throw new TypeError(`Getter must be a function: ${String(getter)}`);
    if (hasSetter && setter !== undefined && typeof setter !== "function")
      throw new TypeError(`Setter must be a function: ${String(setter)}`);
    this["##writable"] = undefined;
    this["##listed"] = undefined;
    this["##configurable"] = undefined;
  }

  "##attributes"(writable: any, listed: any, configurable: any): void {
    if (this["##isAccessor"] && (this["##hasValue"] || writable !== undefined))
      throw new TypeError(
        "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, #<Object>",
      );
    if (writable !== undefined) this["##writable"] = !!writable;
    if (listed !== undefined) this["##listed"] = !!listed;
    if (configurable !== undefined) this["##configurable"] = !!configurable;
  }

  /** Takes the place of what the object had under the name, if it had anything. Whether a plain value does as well. */
  "##over"(name: string, old: any, exists: boolean, restricted: number): boolean {
    if (!exists && restricted > 0)
      throw new TypeError(`Cannot define property ${name}, object is not extensible`);
    if (old instanceof Property) this["##overProperty"](name, old);
    else if (exists) this["##overValue"](name, old, restricted);
    const writable: boolean = this["##writable"] === true;
    const listed: boolean = this["##listed"] === true;
    const configurable: boolean = this["##configurable"] === true;
    this["##writable"] = writable;
    this["##listed"] = listed;
    this["##configurable"] = configurable;
    return !this["##isAccessor"] && writable && listed && configurable;
  }

  "##overValue"(name: string, old: any, restricted: number): void {
    if (restricted > 1) {
      const changes =
        this["##isAccessor"] ||
        this["##configurable"] === true ||
        this["##listed"] === false ||
        (restricted > 2 &&
          (this["##writable"] === true || (this["##hasValue"] && !Object.is(this["##value"], old))));
      if (changes) throw new TypeError(`Cannot redefine property: ${name}`);
    }
    if (!this["##hasValue"] && !this["##isAccessor"]) this["##value"] = old;
    if (!this["##isAccessor"]) this["##writable"] = this["##writable"] ?? restricted < 3;
    this["##listed"] = this["##listed"] ?? true;
    this["##configurable"] = this["##configurable"] ?? restricted < 2;
  }

  "##overProperty"(name: string, old: Property): void {
    const isPlainData = this["##hasValue"] || this["##writable"] !== undefined;
    if (!old["##configurable"] && this["##changes"](old, isPlainData))
      throw new TypeError(`Cannot redefine property: ${name}`);
    this["##listed"] = this["##listed"] ?? old["##listed"];
    this["##configurable"] = this["##configurable"] ?? old["##configurable"];
    if (old["##isAccessor"]) {
      if (isPlainData) return;
      this["##isAccessor"] = true;
      this["##get"] = this["##get"] ?? old["##get"];
      this["##set"] = this["##set"] ?? old["##set"];
    } else if (!this["##isAccessor"]) {
      if (!this["##hasValue"]) this["##value"] = old["##value"];
      this["##writable"] = this["##writable"] ?? old["##writable"];
    }
  }

  /** It would be another than one that must stay as it is. */
  "##changes"(old: Property, isPlainData: boolean): boolean {
    if (this["##configurable"] === true) return true;
    if (this["##listed"] !== undefined && this["##listed"] !== old["##listed"]) return true;
    if (old["##isAccessor"]) {
      if (isPlainData) return true;
      const [getter, setter] = [this["##get"], this["##set"]];
      return (
        (getter !== undefined && getter !== old["##get"]) || (setter !== undefined && setter !== old["##set"])
      );
    }
    if (this["##isAccessor"]) return true;
    if (old["##writable"]) return false;
    return this["##writable"] === true || (this["##hasValue"] && !Object.is(this["##value"], old["##value"]));
  }

  /** What a list of the object's values shows. */
  "##contents"(): any {
    const getter: any = this["##get"];
    return getter === undefined ? this["##value"] : getter.call(this["##owner"]);
  }

  /** A number of `propertyStates` (graph/well-known.ts). */
  "##state"(): number {
    if (!this["##listed"]) return 0;
    if (!this["##isAccessor"]) return 1;
    if (this["##set"] === undefined) return 2;
    return this["##get"] === undefined ? 3 : 4;
  }

  /** An assignment where there is no setter. */
  "##write"(name: string, value: any, self: any): void {
    this["##check"](name, self);
    this["##value"] = value;
  }

  /** An assignment to an object that inherits it. */
  "##check"(name: string, self: any): void {
    if (this["##isAccessor"])
      throw new TypeError(`Cannot set property ${name} of ${shownObject(self)} which has only a getter`);
    if (!this["##writable"])
      throw new TypeError(`Cannot assign to read only property '${name}' of object '${taggedObject(self)}'`);
  }

  "##delete"(name: string): void {
    if (!this["##configurable"])
      throw new TypeError(`Cannot delete property '${name}' of ${shownObject(this["##owner"])}`);
  }
}

/** `#<Name>`; an object that lists no properties is shown as `Name {}`, with no name as `{}`. */
function shownObject(object: any): string {
  const text = inspectText(object, -1, 80, 3, false, 100);
  const name = text.startsWith("[") ? text.slice(1, -1) : text.slice(0, text.indexOf("{")).trimEnd();
  return `#<${name === "" ? "Object" : name}>`;
}

function taggedObject(object: any): string {
  return Array.isArray(object) ? "[object Array]" : shownObject(object);
}
