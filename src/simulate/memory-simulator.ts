import { type State, stateFields } from "../graph/state-layout.ts";
import type { Machine } from "../memory/machine.ts";
import { MemoryAreas } from "./memory-areas.ts";
import { clearRange, copyRange } from "./memory-blocks.ts";
import { bytes, hex, MachineStop, MemoryError } from "./memory-error.ts";
import { checkField, checkReference, explainAccess } from "./memory-explain.ts";
import { ManagedObjects } from "./memory-managed.ts";
import {
  allocated,
  initialised,
  initialised4,
  objectStart,
  type Page,
  type PageMap,
  pageSize,
  readable4,
  readMask4,
  writable4,
  writeMask4,
} from "./memory-pages.ts";
import { currentPlace, describeRegion, type Place } from "./memory-regions.ts";

export interface SimulatorOptions {
  /** Bytes of all blocks and spaces together that the simulated system has. */
  readonly limit?: number;
  /** Names the place in the program that is running now, for messages. By default our caller on Node. */
  readonly placeOf?: () => string;
  /** Takes what `debugPrint` writes. */
  readonly print?: (text: string) => void;
}

const twoTo32 = 0x1_0000_0000;

/**
 * The memory, byte for byte and little endian, of a machine with 4- or 8-byte words. It names each access
 * that would go wrong, or go wrong unnoticed, on a real one.
 *
 * Each byte has a status (`memory-pages.ts`): may it be touched, was it written, does an object start
 * there? An aligned access costs one look at the page and one at the status. `memory-areas.ts` says what
 * is allocated where, `memory-explain.ts` what was wrong.
 *
 * A collector poisons the space it keeps objects in, declares each object it places there, and poisons
 * again what it gives up. So objects have bounds, and stale references are found.
 */
export class MemorySimulator implements Machine {
  readonly wordSize: 4 | 8;
  readonly state: State;
  readonly #areas: MemoryAreas;
  readonly #pages: PageMap;
  readonly #managed = new ManagedObjects();
  readonly #print: (text: string) => void;
  readonly #placeOf: () => Place;

  constructor(wordSize: 4 | 8, options: SimulatorOptions = {}) {
    this.wordSize = wordSize;
    this.state = Object.fromEntries(stateFields.map((field) => [field, 0])) as State;
    this.#placeOf = options.placeOf ?? currentPlace;
    this.#areas = new MemoryAreas(wordSize, options.limit ?? Number.POSITIVE_INFINITY, this.#placeOf);
    this.#pages = this.#areas.pages;
    this.#print = options.print ?? ((text) => console.error(text));
  }

  // Loads. `at` is compared with its own low bits: that is one check for being on the page, aligned, and
  // an integer.

  load8(address: number): number {
    const page = this.#pages.at(address);
    if (page !== undefined) {
      const at = address - page.base;
      const readable = allocated | initialised;
      if (at === (at & (pageSize - 1)) && (page.status[at]! & readable) === readable) return page.bytes[at]!;
    }
    return explainAccess(this.#areas, "read of 1 byte at", address, 1);
  }

  load16(address: number): number {
    const page = this.#pages.at(address);
    if (page !== undefined) {
      const at = address - page.base;
      const status = page.status16[at >> 1]!;
      if (at === (at & (pageSize - 2)) && (status & readMask4 & 0xffff) === (readable4 & 0xffff)) {
        return page.halves[at >> 1]!;
      }
    }
    return explainAccess(this.#areas, "read of 2 bytes at", address, 2);
  }

  load32(address: number): number {
    const page = this.#pages.at(address);
    if (page !== undefined) {
      const at = address - page.base;
      if (at === (at & (pageSize - 4)) && (page.status32[at >> 2]! & readMask4) === readable4) {
        return page.words[at >> 2]!;
      }
    }
    return explainAccess(this.#areas, "read of 4 bytes at", address, 4);
  }

  loadInt32(address: number): number {
    return this.load32(address) | 0;
  }

  loadWord(address: number): number {
    if (this.wordSize === 4) return this.load32(address);
    const page = this.#readable8(address);
    const index = (address - page.base) >> 2;
    return page.words[index + 1]! * twoTo32 + page.words[index]!;
  }

  loadInt64(address: number): number {
    const page = this.#readable8(address);
    const index = (address - page.base) >> 2;
    return (page.words[index + 1]! | 0) * twoTo32 + page.words[index]!;
  }

  loadFloat64(address: number): number {
    const page = this.#readable8(address);
    return page.doubles[(address - page.base) >> 3]!;
  }

  #readable8(address: number): Page {
    const page = this.#pages.at(address);
    if (page !== undefined) {
      const at = address - page.base;
      if (
        at === (at & (pageSize - 8)) &&
        (page.status32[at >> 2]! & readMask4) === readable4 &&
        (page.status32[(at >> 2) + 1]! & (readMask4 | objectStart)) === readable4
      ) {
        return page;
      }
    }
    return explainAccess(this.#areas, "read of 8 bytes at", address, 8);
  }

  // Stores.

  store8(address: number, value: number): void {
    checkInteger(address, value);
    const page = this.#areas.pageAt(address);
    const at = page === undefined ? -1 : address - page.base;
    if (page === undefined || at !== (at & (pageSize - 1)) || (page.status[at]! & allocated) === 0) {
      explainAccess(this.#areas, "write of 1 byte at", address, 1);
    }
    page.bytes[at] = value;
    page.status[at]! |= initialised;
  }

  store16(address: number, value: number): void {
    checkInteger(address, value);
    const page = this.#areas.pageAt(address);
    const at = page === undefined ? -1 : address - page.base;
    if (
      page === undefined ||
      at !== (at & (pageSize - 2)) ||
      (page.status16[at >> 1]! & writeMask4 & 0xffff) !== (writable4 & 0xffff)
    ) {
      explainAccess(this.#areas, "write of 2 bytes at", address, 2);
    }
    page.halves[at >> 1] = value;
    page.status16[at >> 1]! |= initialised4 & 0xffff;
  }

  store32(address: number, value: number): void {
    checkInteger(address, value);
    const page = this.#areas.pageAt(address);
    const at = page === undefined ? -1 : address - page.base;
    if (
      page === undefined ||
      at !== (at & (pageSize - 4)) ||
      (page.status32[at >> 2]! & writeMask4) !== writable4
    ) {
      explainAccess(this.#areas, "write of 4 bytes at", address, 4);
    }
    page.words[at >> 2] = value;
    page.status32[at >> 2]! |= initialised4;
  }

  storeWord(address: number, value: number): void {
    const end = this.wordSize === 4 ? twoTo32 : Number.MAX_SAFE_INTEGER;
    if (!(value >= 0 && value < end && Number.isInteger(value))) {
      throw new MemoryError("bad-value", address, `write of a word at ${hex(address)}: ${value} is not one`);
    }
    if (this.wordSize === 4) this.store32(address, value);
    else this.storeInt64(address, value);
  }

  storeInt64(address: number, value: number): void {
    checkInteger(address, value);
    const page = this.#writable8(address);
    const index = (address - page.base) >> 2;
    page.words[index] = value;
    page.words[index + 1] = Math.floor(value / twoTo32);
  }

  storeFloat64(address: number, value: number): void {
    const page = this.#writable8(address);
    page.doubles[(address - page.base) >> 3] = value;
  }

  /** The page of 8 bytes that are about to be written, and are marked so. */
  #writable8(address: number): Page {
    const page = this.#areas.pageAt(address);
    if (page !== undefined) {
      const at = address - page.base;
      const index = at >> 2;
      const low = page.status32[index]!;
      const high = page.status32[index + 1]!;
      if (
        at === (at & (pageSize - 8)) &&
        (low & writeMask4) === writable4 &&
        (high & (writeMask4 | objectStart)) === writable4
      ) {
        page.status32[index] = low | initialised4;
        page.status32[index + 1] = high | initialised4;
        return page;
      }
    }
    return explainAccess(this.#areas, "write of 8 bytes at", address, 8);
  }

  // Blocks of bytes.

  /** Bytes that were never written are copied as such. */
  copyBytes(target: number, source: number, n: number): void {
    copyRange(this.#areas, target, source, n);
  }

  clearBytes(address: number, n: number): void {
    clearRange(this.#areas, address, n);
  }

  allocateBytes(n: number): number {
    return this.#areas.allocateBytes(n);
  }

  freeBytes(address: number): void {
    this.#areas.freeBytes(address);
  }

  reserveSpace(n: number): number {
    return this.#areas.reserveSpace(n);
  }

  releaseSpace(address: number, n: number): void {
    this.#areas.releaseSpace(address, n);
  }

  /** Memory that is there from the start and stays, below 4 GiB: type infos, tables, prebuilt objects. */
  allocateStatic(n: number): number {
    return this.#areas.allocateStatic(n);
  }

  // References and objects. On this machine a reference is its address.

  addressOf(reference: object): number {
    return reference as unknown as number;
  }

  referenceAt(address: number): object {
    checkReference(this.#areas, address);
    return address as unknown as object;
  }

  /** Throws unless `address` is null or the start of an object, block or static datum. */
  checkReference(address: number): void {
    checkReference(this.#areas, address);
  }

  /** Throws unless the object at `object` has `n` bytes at `offset`; to be called before an access. */
  checkField(object: number, offset: number, n: number): void {
    checkField(this.#areas, object, offset, n);
  }

  poison(address: number, n: number): void {
    this.#areas.poison(address, n);
  }

  /** The object or block that has the byte at `address`; undefined where there is none. */
  objectAt(address: number): { start: number; size: number } | undefined {
    return this.#areas.objectAt(address);
  }

  declareObject(address: number, size: number): void {
    this.#areas.declareObject(address, size);
  }

  createdManaged(object: object): void {
    this.#managed.created(object, this.#placeOf());
  }

  freedManaged(object: object): void {
    this.#managed.freed(object, this.#placeOf());
  }

  /** At the end of a program: throws if blocks or managed objects were not freed, and names them. */
  checkLeaks(): void {
    const regions = this.#areas.regions.leaked();
    const leaks = [...regions.map(describeRegion), ...this.#managed.leaked()];
    if (leaks.length === 0) return;
    const lost = regions.reduce((sum, region) => sum + region.size, 0);
    const lines = leaks.map((leak) => `\n  ${leak}`).join("");
    throw new MemoryError("leak", regions[0]?.start ?? 0, `never freed, ${bytes(lost)} in all:${lines}`);
  }

  // The rest.

  clockNanoseconds(): number {
    return Math.floor(performance.now() * 1e6);
  }

  debugPrint(text: string): void {
    this.#print(text);
  }

  stop(code: number, message: string): never {
    throw new MachineStop(code, message);
  }
}

function checkInteger(address: number, value: number): void {
  if (Number.isInteger(value)) return;
  throw new MemoryError("bad-value", address, `write of an integer at ${hex(address)}: ${value} is not one`);
}
