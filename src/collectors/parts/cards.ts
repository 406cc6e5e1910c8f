/**
 * Which parts of large arrays of references were written to since the last minor collection: a byte for each
 * `cardBytes` of a large object. A write into an array of a million references costs a look at 128 of them.
 */
import { collectorWordOffset } from "../../graph/type-info-layout.ts";
import { load8, load32, store8, store32 } from "../../memory/memory.ts";
import { push } from "./address-stack.ts";
import { cardsMarked } from "./header-flags.ts";
import { cardBytes, cards, heapStart } from "./old-space.ts";
import { firstItem, itemBytes, itemCount, typeOf } from "./type-tables.ts";

function cardOf(address: number): number {
  return cards + Math.floor((address - heapStart) / cardBytes);
}

/** Notes a write to the items [from, end) of an array; it joins `marked` if it is not there yet. */
export function markCards(array: number, from: number, end: number, marked: number): void {
  const type = typeOf(array);
  const items = firstItem(array, type);
  const size = itemBytes(type);
  const last = cardOf(items + end * size - 1);
  for (let card = cardOf(items + from * size); card <= last; card++) store8(card, 1);
  const word = load32(array + collectorWordOffset);
  if ((word & cardsMarked) !== 0) return;
  store32(array + collectorWordOffset, word | cardsMarked);
  push(marked, array);
}

/** The first item from `from` on that is on a marked card; the number of items if there is none. Clears the card. */
export function nextMarkedItem(array: number, from: number): number {
  const type = typeOf(array);
  const items = firstItem(array, type);
  const size = itemBytes(type);
  const count = itemCount(array, type);
  const end = items + count * size;
  let at = items + from * size;
  while (at < end) {
    const card = cardOf(at);
    if (load8(card) !== 0) {
      store8(card, 0);
      return Math.floor((at - items) / size);
    }
    at = heapStart + (card - cards + 1) * cardBytes;
  }
  return count;
}

/** Where the card of an item ends: the first item behind it. */
export function endOfCard(array: number, item: number): number {
  const type = typeOf(array);
  const items = firstItem(array, type);
  const size = itemBytes(type);
  const next = heapStart + (cardOf(items + item * size) - cards + 1) * cardBytes;
  return Math.min(Math.floor((next - items + size - 1) / size), itemCount(array, type));
}
