import type { MemoryAreas } from "./memory-areas.ts";
import { bytes, hex, MemoryError, type MemoryFault } from "./memory-error.ts";
import { allocated, initialised, objectStart } from "./memory-pages.ts";
import { describeRegion } from "./memory-regions.ts";

const nullEnd = 0x1_0000;

/** Says what is wrong with an access that the fast check refused. `access` is as in "read of 4 bytes at". */
export function explainAccess(areas: MemoryAreas, access: string, address: number, n: number): never {
  const fail = (fault: MemoryFault, why: string): never => {
    throw new MemoryError(fault, address, `${access} ${hex(address)}: ${why}`);
  };
  if (!(Number.isInteger(address) && address >= 0)) fail("bad-value", "not an address");
  if (address < nullEnd) fail("null", "the null page");
  const first = statusOf(areas, address);
  if ((first & allocated) === 0) {
    const { fault, why } = explainUntouchable(areas, address);
    fail(fault, why);
  }
  for (let i = 1; i < n; i++) {
    const status = statusOf(areas, address + i);
    if ((status & allocated) === 0 || (status & objectStart) !== 0) {
      fail("object-end", `${bytes(n - i)} past the end of ${describeObject(areas, address)}`);
    }
  }
  if (n <= 8 && address % n !== 0) fail("misaligned", `not a multiple of ${n}`);
  for (let i = 0; i < n; i++) {
    if ((statusOf(areas, address + i) & initialised) === 0) {
      const at = areas.objectAt(address + i);
      const offset = at === undefined ? "" : `byte ${address + i - at.start} of `;
      fail("uninitialised", `nothing was written to ${offset}${describeObject(areas, address + i)}`);
    }
  }
  throw new Error(`Heddle: ${access} ${hex(address)} was refused without a reason`);
}

/** Throws unless `address` is null or an object starts there. */
export function checkReference(areas: MemoryAreas, address: number): void {
  if (address === 0 || areas.sizeAt(address) > 0) return;
  const fail = (why: string): never => {
    throw new MemoryError("bad-reference", address, `reference to ${hex(address)}: ${why}`);
  };
  if (!(Number.isInteger(address) && address >= 0)) fail("not an address");
  if (address < nullEnd) fail("the null page");
  if ((statusOf(areas, address) & allocated) === 0) fail(explainUntouchable(areas, address).why);
  fail(`not the start of an object, inside ${describeObject(areas, address)}`);
}

/** Throws unless `n` bytes at `offset` lie in the object at `object`. */
export function checkField(areas: MemoryAreas, object: number, offset: number, n: number): void {
  if (object === 0) throw new MemoryError("null", 0, `field at offset ${offset}: of a null reference`);
  checkReference(areas, object);
  const over = offset + n - areas.sizeAt(object);
  if (offset >= 0 && over <= 0) return;
  const where = offset < 0 ? `${bytes(-offset)} before` : `${bytes(over)} past the end of`;
  throw new MemoryError(
    "object-end",
    object + offset,
    `field of ${bytes(n)} at offset ${offset}: ${where} ${describeObject(areas, object)}`,
  );
}

function statusOf(areas: MemoryAreas, address: number): number {
  const page = areas.pageAt(address);
  return page?.status[address - page.base] ?? 0;
}

function explainUntouchable(areas: MemoryAreas, address: number): { fault: MemoryFault; why: string } {
  const region = areas.regions.before(address);
  if (region === undefined) return { fault: "unallocated", why: "never allocated" };
  const past = address - region.start - region.size;
  if (past >= 0) {
    const why = `never allocated, ${past} past the end of ${describeRegion(region)}`;
    return { fault: region.kind === "space" ? "arena-end" : "unallocated", why };
  }
  if (region.freedAt !== undefined) return { fault: "freed", why: `in ${describeRegion(region)}` };
  return { fault: "poisoned", why: `holds no object now, in ${describeRegion(region)}` };
}

function describeObject(areas: MemoryAreas, address: number): string {
  const region = areas.regions.at(address)!;
  const object = areas.objectAt(address);
  if (!region.keepsObjects || object === undefined) return describeRegion(region);
  return `the object of ${bytes(object.size)} at ${hex(object.start)}, in ${describeRegion(region)}`;
}
