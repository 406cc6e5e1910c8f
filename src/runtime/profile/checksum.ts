import { load8 } from "../../memory/memory.ts";

/** CRC-32, as in gzip files. */
export function checksum(address: number, count: number): number {
  let rest = -1;
  for (let i = 0; i < count; i++) {
    rest ^= load8(address + i);
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (0xedb88320 & -(rest & 1));
  }
  return ~rest >>> 0;
}
