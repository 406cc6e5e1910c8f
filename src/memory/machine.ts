import type { State } from "../graph/state-layout.ts";

/**
 * What `heddle/memory` runs on when it is not translated: `MemorySimulator`, or what a test makes up.
 * The functions of `memory.ts` say what each method means.
 */
export interface Machine {
  readonly wordSize: 4 | 8;
  readonly state: State;

  load8(address: number): number;
  load16(address: number): number;
  load32(address: number): number;
  loadInt32(address: number): number;
  loadWord(address: number): number;
  loadInt64(address: number): number;
  loadFloat64(address: number): number;

  store8(address: number, value: number): void;
  store16(address: number, value: number): void;
  store32(address: number, value: number): void;
  storeWord(address: number, value: number): void;
  storeInt64(address: number, value: number): void;
  storeFloat64(address: number, value: number): void;

  copyBytes(target: number, source: number, n: number): void;
  clearBytes(address: number, n: number): void;

  allocateBytes(n: number): number;
  freeBytes(address: number): void;
  reserveSpace(bytes: number): number;
  releaseSpace(address: number, bytes: number): void;

  addressOf(reference: object): number;
  referenceAt(address: number): object;
  poison(address: number, n: number): void;
  declareObject(address: number, size: number): void;
  createdManaged(object: object): void;
  freedManaged(object: object): void;

  clockNanoseconds(): number;
  debugPrint(text: string): void;
  stop(code: number, message: string): never;
}
