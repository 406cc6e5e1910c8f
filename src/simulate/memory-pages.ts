/** Small enough that a space of a few objects is cheap. */
export const pageSize = 16384;

// Bits of the status of a byte. Without `allocated` it may not be touched.
export const allocated = 1;
export const initialised = 2;
/** The first byte of an object. */
export const objectStart = 4;

// The same for four bytes at once. An object may start at the first byte of an access only.
const four = 0x01010101;
export const initialised4 = initialised * four;
export const writable4 = allocated * four;
export const readable4 = writable4 | initialised4;
const laterStarts = objectStart * four - objectStart;
export const writeMask4 = writable4 | laterStarts;
export const readMask4 = readable4 | laterStarts;

/** 16 KiB and the status of each byte, seen as elements of each width: an aligned access is one element. */
export class Page {
  /** Its first address. */
  base = 0;
  readonly bytes: Uint8Array;
  readonly halves: Uint16Array;
  readonly words: Uint32Array;
  readonly doubles: Float64Array;
  readonly status: Uint8Array;
  readonly status16: Uint16Array;
  readonly status32: Int32Array;
  /** For each 8 bytes, the size of the object that starts there. */
  readonly objectSizes: Uint32Array;
  /** How many regions with bytes here are still allocated. */
  liveRegions = 0;

  constructor() {
    const memory = new ArrayBuffer(2 * pageSize + pageSize / 2);
    this.bytes = new Uint8Array(memory, 0, pageSize);
    this.halves = new Uint16Array(memory, 0, pageSize / 2);
    this.words = new Uint32Array(memory, 0, pageSize / 4);
    this.doubles = new Float64Array(memory, 0, pageSize / 8);
    this.status = new Uint8Array(memory, pageSize, pageSize);
    this.status16 = new Uint16Array(memory, pageSize, pageSize / 2);
    this.status32 = new Int32Array(memory, pageSize, pageSize / 4);
    this.objectSizes = new Uint32Array(memory, 2 * pageSize, pageSize / 8);
  }
}

const mostSpare = 1024;

/** Pages of a table; big reserved spaces are touched in few places only. */
const tablePages = 4096;
const tableBits = 12;
const tableBytes = tablePages * pageSize;
const noPages: readonly undefined[] = [];

/** Static data lies below this, so that a type id has 32 bits; everything else lies above. */
export const staticEnd = 0x1000_0000;

/**
 * Finds the page of an address. With 8-byte words the heap begins at 64 GiB, so that an address cut to
 * 32 bits never works by luck.
 */
export class PageMap {
  readonly heapStart: number;
  readonly #static: (Page | undefined)[] = [];
  readonly #heap: (readonly (Page | undefined)[])[] = [];
  /** Dropped pages, status all 0, to be used again: making one costs more than a small collection. */
  readonly #spare: Page[] = [];

  constructor(wordSize: 4 | 8) {
    this.heapStart = wordSize === 8 ? 0x10_0000_0000 : staticEnd;
  }

  /**
   * The page of `address` if there is one. What is no address may get any page, so the caller must check
   * that `address - page.base` is an index.
   */
  at(address: number): Page | undefined {
    if (address < staticEnd) return this.#static[(address / pageSize) | 0];
    const index = ((address - this.heapStart) / pageSize) | 0;
    return this.#heap[index >>> tableBits]?.[index & (tablePages - 1)];
  }

  /** The first address from `address` on that can have a page: a big reserved space has none in most of it. */
  afterGap(address: number): number {
    if (address < this.heapStart) return address;
    let table = Math.floor((address - this.heapStart) / tableBytes);
    if (this.#heap[table] !== undefined && this.#heap[table] !== noPages) return address;
    while (table < this.#heap.length && this.#heap[table] === noPages) table++;
    if (table >= this.#heap.length) return Number.POSITIVE_INFINITY;
    return this.heapStart + table * tableBytes;
  }

  create(address: number): Page {
    const page = this.#spare.pop() ?? new Page();
    page.base = pageBase(address);
    this.#set(address, page);
    return page;
  }

  /** Takes away a page on which nothing is allocated any more. */
  drop(page: Page): void {
    this.#set(page.base, undefined);
    if (this.#spare.length < mostSpare) this.#spare.push(page);
  }

  #set(address: number, page: Page | undefined): void {
    if (address < staticEnd) {
      setWithoutGaps(this.#static, Math.floor(address / pageSize), page, undefined);
      return;
    }
    const index = Math.floor((address - this.heapStart) / pageSize);
    const table = index >>> tableBits;
    if (this.#heap[table] === undefined || this.#heap[table] === noPages)
      setWithoutGaps<readonly (Page | undefined)[]>(this.#heap, table, [], noPages);
    const pages = this.#heap[table] as (Page | undefined)[];
    setWithoutGaps(pages, index & (tablePages - 1), page, undefined);
  }
}

/** With gaps V8 would make the array a hash table. */
function setWithoutGaps<T>(array: T[], index: number, value: T, gap: T): void {
  while (array.length <= index) array.push(gap);
  array[index] = value;
}

export function pageBase(address: number): number {
  return Math.floor(address / pageSize) * pageSize;
}
