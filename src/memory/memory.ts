/**
 * `heddle/memory`: the machine as system code sees it, that is, collectors and run-time.
 *
 * An address is a plain number, 0 is null. Translated, each function here is one machine operation and
 * `state.x` one field of a struct at a known address; this file itself is never translated. On Node the
 * functions work on the installed machine, normally a `MemorySimulator`, which names every bad access.
 *
 * Loads and stores are little endian and want addresses that are multiples of their size.
 */
import type { State } from "../graph/state-layout.ts";
import type { Machine } from "./machine.ts";

export type { Machine } from "./machine.ts";

let installed: Machine | undefined;

/** The one struct at a known address; `graph/state-layout.ts` says what the fields mean. */
export let state: State = stateOfNoMachine();

/** Backs this module with `machine`, on Node only; `undefined` takes it away. */
export function installMachine(machine: Machine | undefined): void {
  installed = machine;
  state = machine === undefined ? stateOfNoMachine() : machine.state;
}

function stateOfNoMachine(): State {
  return new Proxy({} as State, {
    get: (_, field) => Reflect.get(machine().state, field),
    set: (_, field, value) => Reflect.set(machine().state, field, value),
  });
}

function machine(): Machine {
  if (installed === undefined) {
    throw new Error(
      "heddle/memory has no memory on Node: install a machine first, installMachine(new MemorySimulator(8))",
    );
  }
  return installed;
}

/** Bytes of an address and of a reference in an object: 4 or 8. */
export function wordSize(): number {
  return machine().wordSize;
}

// Loads. `load8 load16 load32 loadWord` are unsigned.

export function load8(address: number): number {
  return machine().load8(address);
}

export function load16(address: number): number {
  return machine().load16(address);
}

export function load32(address: number): number {
  return machine().load32(address);
}

export function loadInt32(address: number): number {
  return machine().loadInt32(address);
}

/** An address or another word of the machine, at most 2^53-1. */
export function loadWord(address: number): number {
  return machine().loadWord(address);
}

/**
 * Eight signed bytes. Beyond ±2^53 Node rounds the number; still, no comparison with an address, which
 * is always below 2^48, comes out differently.
 */
export function loadInt64(address: number): number {
  return machine().loadInt64(address);
}

export function loadFloat64(address: number): number {
  return machine().loadFloat64(address);
}

// Stores.

/** Stores the low 8 bits. */
export function store8(address: number, value: number): void {
  machine().store8(address, value);
}

/** Stores the low 16 bits. */
export function store16(address: number, value: number): void {
  machine().store16(address, value);
}

/** Stores the low 32 bits. */
export function store32(address: number, value: number): void {
  machine().store32(address, value);
}

export function storeWord(address: number, value: number): void {
  machine().storeWord(address, value);
}

export function storeInt64(address: number, value: number): void {
  machine().storeInt64(address, value);
}

export function storeFloat64(address: number, value: number): void {
  machine().storeFloat64(address, value);
}

// Blocks of bytes.

/** Copies `n` bytes; the two ranges may overlap. */
export function copyBytes(target: number, source: number, n: number): void {
  machine().copyBytes(target, source, n);
}

/** Sets `n` bytes to 0. */
export function clearBytes(address: number, n: number): void {
  machine().clearBytes(address, n);
}

/** Memory to be given back by `freeBytes`, aligned to 16, not zeroed; 0 when there is none left. */
export function allocateBytes(n: number): number {
  return machine().allocateBytes(n);
}

export function freeBytes(address: number): void {
  machine().freeBytes(address);
}

/** A big space from the operating system, aligned to a page, not surely zeroed; 0 when there is none left. */
export function reserveSpace(bytes: number): number {
  return machine().reserveSpace(bytes);
}

/** Gives back a whole space, as it was reserved. */
export function releaseSpace(address: number, bytes: number): void {
  machine().releaseSpace(address, bytes);
}

/** What stands in these whole pages of a space is lost, and they take no memory until they are written again. */
export function discardSpace(address: number, bytes: number): void {
  machine().poison(address, bytes);
}

/** Each access to this part of a space ends the program from now on, until it is unprotected. The simulator has `poison`. */
export function protectSpace(_address: number, _bytes: number): void {}

export function unprotectSpace(_address: number, _bytes: number): void {}

/** This part of a space will be used as a whole: big pages are quicker there. Nothing happens where there are none. */
export function preferHugePages(_address: number, _bytes: number): void {}

/** This address will be read soon. It need not be one of a space. */
export function prefetch(_address: number): void {}

// References.

declare const opaque: unique symbol;

/** A reference to an object of the program, about which system code knows nothing but its address. */
export type Reference = object & { readonly [opaque]: true };

/** Where the object stands now: a moving collector makes the answer stale. */
export function addressOf(reference: object): number {
  return machine().addressOf(reference);
}

export function referenceAt(address: number): Reference {
  return machine().referenceAt(address) as Reference;
}

// What a collector tells the simulator; native code does nothing here.

/** Nothing may read or write these bytes until `declareObject` claims them again. */
export function poison(address: number, n: number): void {
  machine().poison(address, n);
}

/** One object stands here from now on: no access may cross its end, and its bytes are uninitialised. */
export function declareObject(address: number, size: number): void {
  machine().declareObject(address, size);
}

// Objects managed by hand.

/**
 * An instance of a class that extends `Managed` lives outside the collected heap from `new` until
 * `freeManaged`. It has the header and the layout of any other object, in memory from `allocateBytes`:
 *
 *   class Chunk extends Managed { next: Chunk | null = null; used = 0; }
 *   const chunk = new Chunk();  …  freeManaged(chunk);
 *
 * No collector looks into it: its fields hold numbers, static and managed objects, nothing collected.
 */
export abstract class Managed {
  constructor() {
    installed?.createdManaged(this);
  }
}

/** Frees `object`; the simulator names every later use of it, and those never freed. */
export function freeManaged(object: Managed): void {
  installed?.freedManaged(object);
}

// The rest.

/** A clock that only goes forward. */
export function clockNanoseconds(): number {
  return machine().clockNanoseconds();
}

/** Writes a line to standard error. */
export function debugPrint(text: string): void {
  machine().debugPrint(text);
}

/** Ends the program with a code of `source/stop-codes.ts`; nothing can catch it. Collectors pass a literal. */
export function stop(code: number, message: string): never {
  return machine().stop(code, message);
}
