/** What can be wrong with an access, a free, or a reference. */
export type MemoryFault =
  | "null"
  | "unallocated"
  | "freed"
  | "poisoned"
  | "uninitialised"
  | "object-end"
  | "arena-end"
  | "misaligned"
  | "double-free"
  | "bad-free"
  | "bad-reference"
  | "overlap"
  | "leak"
  | "bad-value";

/** A program on the memory simulator did what would have gone wrong, or unnoticed, on a real machine. */
export class MemoryError extends Error {
  readonly fault: MemoryFault;
  readonly address: number;

  constructor(fault: MemoryFault, address: number, message: string) {
    super(message);
    this.name = "MemoryError";
    this.fault = fault;
    this.address = address;
  }
}

/** The program called `stop`. */
export class MachineStop extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = "MachineStop";
    this.code = code;
  }
}

export function hex(address: number): string {
  return Number.isInteger(address) && address >= 0 ? `0x${address.toString(16)}` : String(address);
}

/** "1 byte", "16 bytes". */
export function bytes(n: number): string {
  return n === 1 ? "1 byte" : `${n} bytes`;
}
