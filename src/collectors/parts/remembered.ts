/**
 * The old objects that were written to since the last minor collection. Each is there once, and a block has not more
 * objects than fit: the table has room for all there can be, of which only touched pages cost memory, and the write
 * barrier asks for no more. It calls nothing, so code with a barrier need not save its registers.
 *
 *   start | object | object | top | never used …
 */
import { collectorWordOffset } from "../../graph/type-info-layout.ts";
import { load8, loadInt64, store8, storeInt64 } from "../../memory/memory.ts";
import { blockBytes } from "./blocks.ts";
import { tracked } from "./header-flags.ts";
import { smallestCell } from "./size-classes.ts";

const entryBytes = 8;
/** Bytes of the table for the objects of a block. */
export const rememberedBytesOfBlock = (blockBytes / smallestCell) * entryBytes;

let start = 0;
let top = 0;

export function initializeRemembered(address: number): void {
  start = address;
  top = address;
}

/** False for young objects and for those that are remembered already: most writes go no further. */
export function isTracked(object: number): boolean {
  return (load8(object + collectorWordOffset) & tracked) !== 0;
}

/** From here to the next minor collection the whole object, which is tracked, counts as written to. */
export function remember(object: number): void {
  store8(object + collectorWordOffset, load8(object + collectorWordOffset) ^ tracked);
  storeInt64(top, object);
  top += entryBytes;
}

/** What is to be done with an object. */
type OnObject = (object: number) => void;

/** Every remembered object is tracked again. */
export function takeRemembered(onObject: OnObject): void {
  for (let entry = start; entry < top; entry += entryBytes) {
    const object = loadInt64(entry);
    store8(object + collectorWordOffset, load8(object + collectorWordOffset) | tracked);
    onObject(object);
  }
  top = start;
}
