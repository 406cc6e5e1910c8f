import { bytes, hex, MemoryError } from "./memory-error.ts";
import {
  allocated,
  objectStart,
  type Page,
  PageMap,
  pageBase,
  pageSize,
  staticEnd,
  writable4,
} from "./memory-pages.ts";
import { describeRegion, type Place, type Region, RegionTable } from "./memory-regions.ts";

const staticStart = 0x40_0000;
/** Bytes between two blocks that belong to neither. */
const guard = 32;
/** Blocks from here on get pages of their own, made when touched. */
const bigBlock = 16 * pageSize;

/**
 * What of the simulated memory is allocated, and which objects stand in it.
 *
 *   0         64 KiB      4 MiB           256 MiB (8-byte words: 64 GiB)
 *   | null page |    …    | static data … | block ░ block ░░ | space ░░ | block …
 *
 * Guards (░) separate what is allocated. No address is ever used twice, so that an access to freed
 * memory stays one. Pages of spaces are made when they are first touched.
 */
export class MemoryAreas {
  readonly pages: PageMap;
  readonly regions = new RegionTable();
  readonly #end: number;
  readonly #limit: number;
  readonly #placeOf: () => Place;
  #inUse = 0;
  #nextStatic = staticStart;
  /** Blocks go here while they end below `#blockEnd`; all else goes to `#nextFree`. */
  #nextBlock = 0;
  #blockEnd = 0;
  #nextFree: number;

  /** `limit`: the bytes of blocks and spaces that there are; `placeOf` names where the program stands. */
  constructor(wordSize: 4 | 8, limit: number, placeOf: () => Place) {
    this.pages = new PageMap(wordSize);
    this.#nextFree = this.pages.heapStart + pageSize;
    this.#end = wordSize === 4 ? 2 ** 32 : 2 ** 44;
    this.#limit = limit;
    this.#placeOf = placeOf;
  }

  allocateStatic(n: number): number {
    checkCount("allocation", n);
    const start = this.#nextStatic;
    if (start + n > staticEnd) throw new RangeError("the simulated static data is full");
    this.#nextStatic = roundUp(start + n + guard, 16);
    this.#open("static", start, n);
    return start;
  }

  allocateBytes(n: number): number {
    checkCount("allocation", n);
    if (this.#inUse + n > this.#limit) return 0;
    let start = this.#nextBlock;
    if (n >= bigBlock) {
      start = this.#take(n);
    } else if (start + n + guard > this.#blockEnd) {
      start = this.#take(bigBlock);
      this.#blockEnd = start + bigBlock;
    }
    if (start === 0) return 0;
    if (n < bigBlock) this.#nextBlock = roundUp(start + n + guard, 16);
    this.#inUse += n;
    this.#open("block", start, n);
    return start;
  }

  reserveSpace(n: number): number {
    checkCount("reservation", n);
    if (this.#inUse + n > this.#limit) return 0;
    const start = this.#take(n);
    if (start === 0) return 0;
    this.#inUse += n;
    this.#open("space", start, n);
    return start;
  }

  freeBytes(address: number): void {
    const region = this.#regionToFree("free", address);
    if (region.kind !== "block" || region.start !== address) {
      throw new MemoryError(
        "bad-free",
        address,
        `free of ${hex(address)}: not the start of a block, ${bytes(address - region.start)} into ${describeRegion(region)}`,
      );
    }
    this.#close(region);
  }

  releaseSpace(address: number, n: number): void {
    const region = this.#regionToFree("release", address);
    if (region.kind !== "space" || region.start !== address || region.size !== n) {
      throw new MemoryError(
        "bad-free",
        address,
        `release of ${bytes(n)} at ${hex(address)}: not the whole of ${describeRegion(region)}`,
      );
    }
    this.#close(region);
  }

  /** The page of `address`, made now if its region is live but was not touched there so far. */
  pageAt(address: number): Page | undefined {
    const page = this.pages.at(address);
    if (page !== undefined) return page;
    const region = this.regions.at(address);
    if (region === undefined || region.freedAt !== undefined) return undefined;
    const made = this.pages.create(address);
    this.#claim(region, made);
    return made;
  }

  /** Takes bytes of a space away from the program until objects are declared there again. */
  poison(address: number, n: number): void {
    checkCount("poisoning", n);
    const region = this.#liveRegionOf("poisoning", address, n);
    region.keepsObjects = true;
    if (n === region.size) region.blankStatus = 0;
    const skip = (at: number) => (region.blankStatus === 0 ? this.pages.afterGap(at) : at);
    for (let at = skip(address); at < address + n; at = skip(pageBase(at) + pageSize)) {
      const page = region.blankStatus === 0 ? this.pages.at(at) : this.pageAt(at);
      page?.status.fill(0, at - page.base, Math.min(address + n - page.base, pageSize));
    }
  }

  declareObject(address: number, size: number): void {
    if (address % 8 !== 0 || size % 8 !== 0 || size < 8) {
      throw new MemoryError(
        "misaligned",
        address,
        `object of ${bytes(size)} at ${hex(address)}: not multiples of 8`,
      );
    }
    const region = this.#liveRegionOf("object", address, size);
    for (let at = address; at < address + size; at = pageBase(at) + pageSize) {
      const page = this.pageAt(at)!;
      const end = Math.min(address + size - page.base, pageSize) >> 2;
      for (let i = (at - page.base) >> 2; i < end; i++) {
        if (region.keepsObjects && page.status32[i] !== 0)
          this.#explainOverlap(page.base + i * 4, address, size);
        page.status32[i] = writable4;
      }
    }
    this.#markObject(address, size);
  }

  /** The object or block that has the byte at `address`. */
  objectAt(address: number): { start: number; size: number } | undefined {
    const region = this.regions.at(address);
    if (region === undefined || region.freedAt !== undefined) return undefined;
    if (!region.keepsObjects) return region;
    for (let start = address - (address % 8); start >= region.start; start -= 8) {
      const size = this.sizeAt(start);
      if (size > 0) return address < start + size ? { start, size } : undefined;
    }
    return undefined;
  }

  /** The size of the object or block that starts at `address`, 0 if none does. */
  sizeAt(address: number): number {
    const page = this.pageAt(address);
    const at = page === undefined ? 0 : address - page.base;
    return page !== undefined && ((page.status[at] ?? 0) & objectStart) !== 0
      ? page.objectSizes[at >> 3]!
      : 0;
  }

  #explainOverlap(taken: number, address: number, size: number): never {
    const other = this.objectAt(taken);
    const what =
      other === undefined ? "something" : `the object of ${bytes(other.size)} at ${hex(other.start)}`;
    throw new MemoryError(
      "overlap",
      address,
      `object of ${bytes(size)} at ${hex(address)}: on top of ${what}`,
    );
  }

  #take(n: number): number {
    const start = this.#nextFree;
    if (start + n + pageSize > this.#end) return 0;
    this.#nextFree = roundUp(start + n + pageSize, pageSize);
    return start;
  }

  #open(kind: Region["kind"], start: number, size: number): void {
    const region: Region = {
      kind,
      start,
      size,
      allocatedAt: this.#placeOf(),
      freedAt: undefined,
      keepsObjects: false,
      blankStatus: allocated,
    };
    this.regions.add(region);
    if (kind === "space" || size >= bigBlock) return;
    for (let at = start; at < start + size; at = pageBase(at) + pageSize) {
      this.#claim(region, this.pages.at(at) ?? this.pages.create(at));
    }
  }

  /** Gives those bytes of `page` that are in `region` the status they start with. */
  #claim(region: Region, page: Page): void {
    page.liveRegions++;
    const from = Math.max(region.start - page.base, 0);
    page.status.fill(region.blankStatus, from, Math.min(region.start + region.size - page.base, pageSize));
    if (region.kind !== "space" && region.start >= page.base) this.#markObject(region.start, region.size);
  }

  #markObject(start: number, size: number): void {
    const page = this.pages.at(start)!;
    page.status[start - page.base]! |= objectStart;
    page.objectSizes[(start - page.base) >> 3] = size;
  }

  #close(region: Region): void {
    region.freedAt = this.#placeOf();
    this.#inUse -= region.size;
    const end = region.start + region.size;
    const next = (at: number) => this.pages.afterGap(at);
    for (let at = next(region.start); at < end; at = next(pageBase(at) + pageSize)) {
      const page = this.pages.at(at);
      if (page === undefined) continue;
      page.status.fill(0, at - page.base, Math.min(end - page.base, pageSize));
      page.liveRegions--;
      // The next block would ask for its page again.
      const inUse =
        page.liveRegions > 0 ||
        (region.kind === "block" && end <= this.#blockEnd && at >= this.#blockEnd - bigBlock);
      if (!inUse) this.pages.drop(page);
    }
  }

  #regionToFree(what: string, address: number): Region {
    const region = this.regions.before(address);
    if (region === undefined || address >= region.start + Math.max(region.size, 1)) {
      throw new MemoryError("bad-free", address, `${what} of ${hex(address)}: nothing is allocated there`);
    }
    if (region.freedAt !== undefined) {
      throw new MemoryError(
        "double-free",
        address,
        `${what} of ${hex(address)}: again, ${describeRegion(region)}`,
      );
    }
    return region;
  }

  #liveRegionOf(what: string, address: number, n: number): Region {
    const region = this.regions.at(address);
    if (region === undefined || region.freedAt !== undefined) {
      throw new MemoryError("unallocated", address, `${what} at ${hex(address)}: nothing is allocated there`);
    }
    const over = address + n - region.start - region.size;
    if (over > 0) {
      throw new MemoryError(
        "arena-end",
        address,
        `${what} of ${bytes(n)} at ${hex(address)}: ${over} past the end of ${describeRegion(region)}`,
      );
    }
    return region;
  }
}

function roundUp(n: number, multiple: number): number {
  return Math.ceil(n / multiple) * multiple;
}

function checkCount(what: string, n: number): void {
  if (!(Number.isInteger(n) && n >= 0)) throw new MemoryError("bad-value", 0, `${what} of ${n} bytes`);
}
