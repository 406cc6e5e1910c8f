// biome-ignore-all lint/suspicious/noShadowRestrictedNames: the Map here is that of translated programs.
/**
 * Objects whose properties have names that only running the program tells: what `{}` makes where flow sees
 * `o[name] = x` or `delete`. Properties are entries of a hash table; those whose names are array indices have a table
 * of their own with numbers for keys, as they come first and in ascending order whenever properties are listed.
 *
 * Lowering calls these methods for property accesses: `Name` where the name is known not to be an index, `Text` for any
 * text, `Number` for any number.
 */
import { indexOfText, isInheritedName, stopAtName } from "../../memory/key-primitives.ts";
import { slotsFor } from "./hash-table.ts";
import { ValueTable } from "./key-tables.ts";
import { Map } from "./maps.ts";
import { Property } from "./properties.ts";

/** What `Object.preventExtensions`, `seal` and `freeze` leave possible. */
const extensible = 0;
/** 1: no property is added. */
const sealed = 2;
const frozen = 3;

export class Dictionary<V> extends ValueTable<string, V> {
  "##numbers": Map<number, V> | undefined = undefined;
  "##integrity" = extensible;
  /** From Object.prototype. */
  "##inherits" = true;
  /** What the translation keeps with the object under names of its own: no properties. */
  "##hidden": Map<string, V> | undefined = undefined;
  /** Others have the same list of names: it must not change. */
  "##shared" = false;

  "##adopt"(names: string[], slots: number[], values: V[]): void {
    this["##keys"] = names;
    this["##slots"] = slots;
    this["##values"] = values;
    this["##size"] = names.length;
    this["##shared"] = true;
  }

  /** Before the names change. */
  "##own"(): void {
    if (!this["##shared"]) return;
    const keys: string[] = [];
    for (const one of this["##keys"]) keys.push(one);
    this["##keys"] = keys;
    this["##slots"] = slotsFor(keys);
    this["##shared"] = false;
  }

  override "##append"(name: string): void {
    this["##own"]();
    super["##append"](name);
  }

  override delete(name: string): boolean {
    this["##own"]();
    return super.delete(name);
  }

  "##getName"(name: string): V | undefined {
    return this["##get"](name);
  }

  "##getText"(name: string): V | undefined {
    const index = indexOfText(name);
    if (index >= 0) return this["##getNumber"](index);
    const place = this["##find"](name);
    if (place >= 0) return this["##values"][place];
    if (this["##inherits"] && isInheritedName(name)) stopAtName(name);
    return undefined;
  }

  "##getNumber"(name: number): V | undefined {
    const index = name >>> 0;
    if (!isIndex(name, index)) return this["##get"](`${name}`);
    const numbers = this["##numbers"];
    return numbers === undefined ? undefined : numbers["##get"](index);
  }

  "##setName"(name: string, value: V): void {
    if (this["##integrity"] !== extensible) checkWrite(this["##integrity"], name, this.has(name));
    this["##set"](name, value);
  }

  "##setText"(name: string, value: V): void {
    const index = indexOfText(name);
    if (name === "__proto__") stopAtName(name);
    if (index < 0) this["##setName"](name, value);
    else this["##setNumber"](index, value);
  }

  "##setNumber"(name: number, value: V): void {
    const index = name >>> 0;
    if (!isIndex(name, index)) {
      this["##setName"](`${name}`, value);
      return;
    }
    if (this["##integrity"] !== extensible)
      checkWrite(this["##integrity"], `${name}`, this["##hasNumber"](index));
    const numbers = this["##numbers"] ?? newNumbers<V>();
    this["##numbers"] = numbers;
    numbers["##set"](index, value);
  }

  "##getHidden"(name: string): V | undefined {
    const hidden = this["##hidden"];
    return hidden === undefined ? undefined : hidden["##get"](name);
  }

  "##setHidden"(name: string, value: V): void {
    const hidden = this["##hidden"] ?? newHidden<V>();
    this["##hidden"] = hidden;
    hidden["##set"](name, value);
  }

  "##hasName"(name: string): boolean {
    return this.has(name);
  }

  "##hasText"(name: string): boolean {
    const index = indexOfText(name);
    return index < 0 ? this.has(name) : this["##hasNumber"](index);
  }

  /** The operator `in`. */
  "##inText"(name: string): boolean {
    return this["##hasText"](name) || (this["##inherits"] && isInheritedName(name));
  }

  "##hasNumber"(name: number): boolean {
    const index = name >>> 0;
    if (!isIndex(name, index)) return this.has(`${name}`);
    const numbers = this["##numbers"];
    return numbers === undefined ? false : numbers.has(index);
  }

  "##deleteName"(name: string): boolean {
    if (this["##integrity"] >= sealed && this.has(name)) failDelete(name);
    this.delete(name);
    return true;
  }

  "##deleteText"(name: string): boolean {
    const index = indexOfText(name);
    return index < 0 ? this["##deleteName"](name) : this["##deleteNumber"](index);
  }

  "##deleteNumber"(name: number): boolean {
    const index = name >>> 0;
    if (!isIndex(name, index)) return this["##deleteName"](`${name}`);
    if (this["##integrity"] >= sealed && this["##hasNumber"](index)) failDelete(`${name}`);
    const numbers = this["##numbers"];
    if (numbers !== undefined) numbers.delete(index);
    return true;
  }

  /** Property `i` is then entry `i` of the numbers, or of the names behind them. Returns how many there are. */
  "##settle"(): number {
    if (this["##alive"] !== undefined) this["##rebuild"]();
    const numbers = this["##numbers"];
    if (numbers === undefined) return this.size;
    if (numbers["##alive"] !== undefined) numbers["##rebuild"]();
    if (!isAscending(numbers["##keys"])) {
      const sorted = newNumbers<V>();
      for (const key of ascending(numbers["##keys"]))
        sorted["##set"](key, numbers["##values"][numbers["##find"](key)]!);
      this["##numbers"] = sorted;
    }
    return this.size + numbers.size;
  }

  /** Of a settled dictionary. */
  "##nameAt"(place: number): string {
    const numbers = this["##numbers"];
    const count = numbers === undefined ? 0 : numbers.size;
    return numbers !== undefined && place < count
      ? `${numbers["##keys"][place]!}`
      : this["##keys"][place - count]!;
  }

  /** What lists show. */
  "##valueAt"(place: number): V {
    const raw: any = this["##rawAt"](place);
    return raw instanceof Property ? raw["##contents"]() : raw;
  }

  /** A number of `propertyStates` (graph/well-known.ts). */
  "##stateAt"(place: number): number {
    const raw: any = this["##rawAt"](place);
    return raw instanceof Property ? raw["##state"]() : 1;
  }

  "##isListedAt"(place: number): boolean {
    const raw: any = this["##rawAt"](place);
    return !(raw instanceof Property) || raw["##listed"];
  }

  "##rawAt"(place: number): V {
    const numbers = this["##numbers"];
    const count = numbers === undefined ? 0 : numbers.size;
    return numbers !== undefined && place < count
      ? numbers["##values"][place]!
      : this["##values"][place - count]!;
  }

  "##listNames"(): string[] {
    const result: string[] = [];
    const count = this["##settle"]();
    for (let i = 0; i < count; i++) if (this["##shows"](i)) result.push(this["##nameAt"](i));
    return result;
  }

  /** Those that are not listed too. */
  "##ownNames"(): string[] {
    const result: string[] = [];
    const count = this["##settle"]();
    for (let i = 0; i < count; i++) if (!isSymbolName(this["##nameAt"](i))) result.push(this["##nameAt"](i));
    return result;
  }

  "##shows"(place: number): boolean {
    return !isSymbolName(this["##nameAt"](place)) && this["##isListedAt"](place);
  }

  "##listValues"(): V[] {
    const result: V[] = [];
    const count = this["##settle"]();
    for (let i = 0; i < count; i++) if (this["##shows"](i)) result.push(this["##valueAt"](i));
    return result;
  }

  "##listEntries"(): [string, V][] {
    const result: [string, V][] = [];
    const count = this["##settle"]();
    for (let i = 0; i < count; i++)
      if (this["##shows"](i)) result.push([this["##nameAt"](i), this["##valueAt"](i)]);
    return result;
  }

  /** ToString, which also ends what asks for a primitive value; methods that somebody has given it are not called. */
  "##text"(): string {
    if (this.has("toString")) stopAtName("toString");
    if (this.has("valueOf")) stopAtName("valueOf");
    if (!this["##inherits"]) throw new TypeError("Cannot convert object to primitive value");
    return "[object Object]";
  }

  "##restrict"(integrity: number): void {
    if (integrity > this["##integrity"]) this["##integrity"] = integrity;
  }

  /** An object without properties is frozen as soon as it gets no more. */
  "##isRestricted"(integrity: number): boolean {
    const own = this["##integrity"];
    return own >= integrity || (own !== extensible && this["##settle"]() === 0);
  }
}

/** Properties under symbols are not listed (graph/frames.ts). */
function isSymbolName(name: string): boolean {
  return name.length > 2 && name.charCodeAt(0) === 64 && name.charCodeAt(1) === 64 && name.includes(":");
}

/** The one place that makes them, so that all are alike. */
function newNumbers<V>(): Map<number, V> {
  return new Map<number, V>();
}

function newHidden<V>(): Map<string, V> {
  return new Map<string, V>();
}

function checkWrite(integrity: number, name: string, exists: boolean): void {
  if (!exists) throw new TypeError(`Cannot add property ${name}, object is not extensible`);
  if (integrity === frozen)
    throw new TypeError(`Cannot assign to read only property '${name}' of object '#<Object>'`);
}

function failDelete(name: string): void {
  throw new TypeError(`Cannot delete property '${name}' of #<Object>`);
}

/** `index` is the number modulo 2^32. */
function isIndex(name: number, index: number): boolean {
  return index === name && index < 4294967295;
}

function isAscending(numbers: number[]): boolean {
  for (let i = 1; i < numbers.length; i++) if (numbers[i - 1]! > numbers[i]!) return false;
  return true;
}

/** By merging runs that double in length. */
function ascending(numbers: number[]): number[] {
  let from: number[] = [];
  for (const one of numbers) from.push(one);
  for (let width = 1; width < numbers.length; width *= 2) {
    const to: number[] = [];
    for (let low = 0; low < from.length; low += 2 * width) {
      const middle = Math.min(low + width, from.length);
      const high = Math.min(low + 2 * width, from.length);
      let left = low;
      let right = middle;
      while (left < middle || right < high) {
        const takesLeft = left < middle && (right >= high || from[left]! <= from[right]!);
        to.push(takesLeft ? from[left++]! : from[right++]!);
      }
    }
    from = to;
  }
  return from;
}
