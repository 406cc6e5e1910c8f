/**
 * Which parts of large arrays of references were written to since the last minor collection: a byte for each
 * `cardBytes` of a large object, and a stack of the cards whose byte is set, with their arrays. A write into an array of
 * a million references costs a look at 16 of them.
 *
 *   stack | card | array | card | array |
 */
import { clearBytes, load8, loadInt64, prefetch, store8 } from "../../memory/memory.ts";
import { clear, endOfEntries, firstEntry, push } from "./address-stack.ts";
import { blockBytes, heapStart } from "./blocks.ts";
import { firstItem, itemBytes, itemCount, typeOf } from "./type-tables.ts";

const cardBytes = 128;
/** Bytes for the cards of a block. */
export const cardBytesOfBlock = blockBytes / cardBytes;
/** Bytes of a card on the stack. */
export const cardEntryBytes = 16;
/** So many cards ahead memory is told what comes: each is a place of its own, which no cache has. */
const ahead = 8 * cardEntryBytes;

/** The first card's address. */
let cards = 0;

export function initializeCards(address: number): void {
  cards = address;
}

/** No card of an object that becomes old is marked. */
export function clearCards(object: number, size: number): void {
  clearBytes(cardOf(object), Math.ceil(size / cardBytes));
}

function cardOf(address: number): number {
  return cards + Math.floor((address - heapStart) / cardBytes);
}

/** Notes a write to the items [from, end) of an array. */
export function markCards(array: number, from: number, end: number, marked: number): void {
  const type = typeOf(array);
  const items = firstItem(array, type);
  const size = itemBytes(type);
  const last = cardOf(items + end * size - 1);
  for (let card = cardOf(items + from * size); card <= last; card++) {
    if (load8(card) !== 0) continue;
    store8(card, 1);
    push(marked, card);
    push(marked, array);
  }
}

/** What is to be done with the items [from, end) of an array. */
type OnItems = (array: number, from: number, end: number) => void;

/** Clears all cards of the stack. */
export function takeMarkedItems(marked: number, onItems: OnItems): void {
  const end = endOfEntries(marked);
  for (let entry = firstEntry(marked); entry < end; entry += cardEntryBytes) {
    if (entry + ahead < end) prefetchEntry(entry + ahead);
    const card = loadInt64(entry);
    store8(card, 0);
    const array = loadInt64(entry + 8);
    const type = typeOf(array);
    const items = firstItem(array, type);
    const size = itemBytes(type);
    const start = addressOf(card) - items;
    onItems(
      array,
      Math.max(0, Math.floor(start / size)),
      endOfCard(start + cardBytes, size, itemCount(array, type)),
    );
  }
  clear(marked);
}

function prefetchEntry(entry: number): void {
  const card = loadInt64(entry);
  prefetch(card);
  prefetch(loadInt64(entry + 8));
  prefetch(addressOf(card));
}

/** The first address that a card stands for. */
function addressOf(card: number): number {
  return heapStart + (card - cards) * cardBytes;
}

/** The first item behind so many bytes. */
function endOfCard(bytes: number, size: number, count: number): number {
  return Math.min(Math.floor((bytes + size - 1) / size), count);
}
