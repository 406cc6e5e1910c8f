/**
 * The operating system as the run-time sees it. Translated, each function is one of the C part's; on Node it works on
 * the installed services. Addresses are those of the installed machine (memory.ts).
 */
import { writeSync } from "node:fs";
import { load8 } from "./memory.ts";

/** What stands behind the functions of this file on Node. Texts that have an address lie in the machine's memory. */
export interface Services {
  write(file: number, bytes: Uint8Array): void;
  exit(code: number): never;
  now(): number;
  random(): number;
  /** Address and length of each text. */
  readonly arguments: readonly (readonly [number, number])[];
  readonly trace: readonly (readonly [number, number])[];
}

const ownServices: Services = {
  write: (file, bytes) => void writeSync(file, bytes),
  exit: (code) => process.exit(code),
  now: () => performance.now(),
  random: () => Math.random(),
  arguments: [],
  trace: [],
};

let services = ownServices;

/** Replaces some of the services, on Node only; the rest are those of Node. */
export function installServices(some: Partial<Services>): void {
  services = { ...ownServices, ...some };
}

/** Writes `n` bytes to standard output (1) or standard error (2); what is written to 1 may reach it later. */
export function write(file: number, address: number, n: number): number {
  services.write(
    file,
    Uint8Array.from({ length: n }, (_, i) => load8(address + i)),
  );
  return n;
}

export function exit(code: number): never {
  return services.exit(code);
}

/** Milliseconds since the program started. */
export function now(): number {
  return services.now();
}

/** From 0 up to but without 1. */
export function random(): number {
  return services.random();
}

/** The command line's arguments, the program's name first, as bytes. */
export function argumentCount(): number {
  return services.arguments.length;
}

export function argumentAddress(index: number): number {
  return services.arguments[index]![0];
}

export function argumentLength(index: number): number {
  return services.arguments[index]![1];
}

/** The places through which the exception that is being reported came, innermost first, as texts. */
export function traceLength(): number {
  return services.trace.length;
}

export function traceAddress(index: number): number {
  return services.trace[index]![0];
}

export function traceTextLength(index: number): number {
  return services.trace[index]![1];
}
