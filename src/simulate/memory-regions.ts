import { bytes, hex } from "./memory-error.ts";

/** One allocation of the simulated memory, kept after its end so that later accesses can be named. */
export interface Region {
  readonly kind: "block" | "space" | "static";
  readonly start: number;
  readonly size: number;
  /** Where the simulated program allocated it … */
  readonly allocatedAt: string;
  /** … and freed it. */
  freedAt: string | undefined;
  /** A collector keeps objects here: it poisons what holds none and declares each one. */
  keepsObjects: boolean;
  /** Status of the bytes in pages that were never touched and so do not exist. */
  blankStatus: number;
}

/** All regions ever allocated, by address. No address is used twice. */
export class RegionTable {
  readonly #sorted: Region[] = [];

  add(region: Region): void {
    this.#sorted.splice(this.#countUpTo(region.start), 0, region);
  }

  /** The region with the highest start that is not above `address`. */
  before(address: number): Region | undefined {
    return this.#sorted[this.#countUpTo(address) - 1];
  }

  /** The region that `address` lies in, freed or not. */
  at(address: number): Region | undefined {
    const region = this.before(address);
    return region !== undefined && address < region.start + region.size ? region : undefined;
  }

  /** Blocks that nobody freed. */
  leaked(): Region[] {
    return this.#sorted.filter((region) => region.kind === "block" && region.freedAt === undefined);
  }

  #countUpTo(address: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#sorted[middle]!.start <= address) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const verbs = { block: "allocated", space: "reserved", static: "laid out" };

/** "the 32 bytes at 0x10000010, allocated at list.ts:12". */
export function describeRegion(region: Region): string {
  const freed = region.freedAt === undefined ? "" : `, freed at ${region.freedAt}`;
  return `the ${bytes(region.size)} at ${hex(region.start)}, ${verbs[region.kind]} at ${region.allocatedAt}${freed}`;
}

/** The place in the simulated program, or in its interpreter, that is calling into the simulator. */
export function callerPlace(): string {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 12;
  const lines = (new Error().stack ?? "").split("\n").slice(1);
  Error.stackTraceLimit = before;
  for (const line of lines) {
    const place = /([^/\\(\s]+[/\\][^/\\()]+:\d+):\d+\)?$/.exec(line)?.[1];
    if (place !== undefined && !/^(simulate.memory-|memory.memory\.)/.test(place)) return place;
  }
  return "an unknown place";
}
