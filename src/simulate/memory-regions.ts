import { bytes, hex } from "./memory-error.ts";

/** A place in the simulated program: its name, or an Error made there that has the stack. */
export type Place = string | Error;

/** One allocation of the simulated memory, kept after its end so that later accesses can be named. */
export interface Region {
  readonly kind: "block" | "space" | "static";
  readonly start: number;
  readonly size: number;
  /** Where the simulated program allocated it … */
  readonly allocatedAt: Place;
  /** … and freed it. */
  freedAt: Place | undefined;
  /** A collector keeps objects here: it poisons what holds none and declares each one. */
  keepsObjects: boolean;
  /** Status of the bytes in pages that were never touched and so do not exist. */
  blankStatus: number;
}

/** All regions ever allocated, by address. No address is used twice. */
export class RegionTable {
  readonly #sorted: Region[] = [];
  #lastFound: Region | undefined;

  add(region: Region): void {
    this.#sorted.splice(this.#countUpTo(region.start), 0, region);
  }

  /** The region with the highest start that is not above `address`. */
  before(address: number): Region | undefined {
    return this.#sorted[this.#countUpTo(address) - 1];
  }

  /** The region that `address` lies in, freed or not. */
  at(address: number): Region | undefined {
    const last = this.#lastFound;
    if (last !== undefined && address >= last.start && address < last.start + last.size) return last;
    const region = this.before(address);
    if (region === undefined || address >= region.start + region.size) return undefined;
    this.#lastFound = region;
    return region;
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
  const freed = region.freedAt === undefined ? "" : `, freed at ${placeName(region.freedAt)}`;
  const allocated = `${verbs[region.kind]} at ${placeName(region.allocatedAt)}`;
  return `the ${bytes(region.size)} at ${hex(region.start)}, ${allocated}${freed}`;
}

/** Here. Cheap, as the stack becomes text only if it is asked for. */
export function currentPlace(): Place {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 8;
  const place = new Error();
  Error.stackTraceLimit = before;
  return place;
}

/** The innermost caller that is neither the simulator nor `heddle/memory`. */
export function placeName(place: Place): string {
  if (typeof place === "string") return place;
  for (const line of (place.stack ?? "").split("\n").slice(1)) {
    const name = /([^/\\(\s]+[/\\][^/\\()]+:\d+):\d+\)?$/.exec(line)?.[1];
    if (name !== undefined && !/^(simulate.memory-|memory.memory\.)/.test(name)) return name;
  }
  return "an unknown place";
}
