/** Loads and stores of numbers on the memory simulator, by width. */
import { InternalFault } from "../../../source/messages.ts";
import type { MemorySimulator } from "../../memory-simulator.ts";
import { isSentinel, nanOfWords, sentinelHigh } from "./float-sentinels.ts";

/** Reads a double; the reserved NaNs are told from others by their bits. */
export function loadFloat(memory: MemorySimulator, address: number): number {
  const float = memory.loadFloat64(address);
  return Number.isNaN(float) ? nanOfWords(memory.load32(address + 4), memory.load32(address)) : float;
}

export function storeFloat(memory: MemorySimulator, address: number, float: number): void {
  if (isSentinel(float)) {
    memory.storeFloat64(address, 0);
    memory.store32(address, float.low);
    memory.store32(address + 4, sentinelHigh);
  } else memory.storeFloat64(address, float);
}

/** How a number of that width is read. */
export function rawLoader(memory: MemorySimulator, width: string): (address: number) => number {
  switch (width) {
    case "u8":
    case "bool":
      return (at) => memory.load8(at);
    case "u16":
      return (at) => memory.load16(at);
    case "u32":
      return (at) => memory.load32(at);
    case "i32":
      return (at) => memory.loadInt32(at);
    case "i64":
    case "int":
      return (at) => memory.loadInt64(at);
    case "word":
      return (at) => memory.loadWord(at);
    case "f64":
    case "float":
      return (at) => loadFloat(memory, at);
    default:
      throw new InternalFault(`there is no load of width ${width}`);
  }
}

/** How a number of that width is written. */
export function rawStorer(memory: MemorySimulator, width: string): (address: number, value: unknown) => void {
  switch (width) {
    case "u8":
    case "bool":
      return (at, value) => memory.store8(at, value as number);
    case "u16":
      return (at, value) => memory.store16(at, value as number);
    case "u32":
    case "i32":
      return (at, value) => memory.store32(at, value as number);
    case "i64":
    case "int":
      return (at, value) => memory.storeInt64(at, value as number);
    case "word":
      return (at, value) => memory.storeWord(at, value as number);
    case "f64":
    case "float":
      return (at, value) => storeFloat(memory, at, value as number);
    default:
      throw new InternalFault(`there is no store of width ${width}`);
  }
}
