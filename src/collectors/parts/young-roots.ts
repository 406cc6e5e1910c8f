/**
 * The roots of a minor collection. What the last one has seen leads to no young object as long as nobody has written it:
 * the walk goes from the top of the shadow stack down to the first frame that says so (graph/root-words.ts), and deep
 * recursion costs no more than what it does anew.
 *
 *   rootBase | seen | … | seen | … | new | … | new | … | rootTop
 *                         ^ the walk begins here, and each frame on its way is seen from then on
 *
 * Fields of objects in the program's own frames are written without a barrier: slots that lead to such objects are
 * remembered, and their fields looked at each time.
 */
import { newFrame, seenFrame } from "../../graph/root-words.ts";
import { loadInt64, state, storeInt64 } from "../../memory/memory.ts";
import { endOfEntries, firstEntry, isEmpty, newStack, pop, push } from "./address-stack.ts";
import { isLocalObject, rootSize } from "./shadow-stack.ts";
import { isMoving, type NewPlace, updateFields, updateStaticRoots } from "./update-slots.ts";

/** Slots in seen frames that lead to objects in the program's frames, from the lowest to the highest. */
let localSlots = 0;
/** Bytes of the slots that the last walk has looked at. */
export let walkedRoots = 0;

export function initializeYoungRoots(): void {
  localSlots = newStack();
  walkedRoots = 0;
}

export function updateYoungRoots(newPlace: NewPlace): void {
  const start = endOfSeen();
  walkedRoots = state.rootTop - start;
  updateSeenLocals(start, newPlace);
  for (let slot = start; slot < state.rootTop; slot += rootSize) {
    const word = loadInt64(slot);
    if (isMoving(word)) storeInt64(slot, newPlace(word));
    else if (word === newFrame) storeInt64(slot, seenFrame);
    else if (isLocalObject(word)) {
      updateFields(word, newPlace);
      push(localSlots, slot);
    }
  }
  updateStaticRoots(newPlace);
}

/** Everything below was seen. */
function endOfSeen(): number {
  let slot = state.rootTop;
  while (slot > state.rootBase) {
    if (loadInt64(slot - rootSize) === seenFrame) return slot;
    slot -= rootSize;
  }
  return slot;
}

function updateSeenLocals(end: number, newPlace: NewPlace): void {
  while (!isEmpty(localSlots) && loadInt64(endOfEntries(localSlots) - 8) >= end) pop(localSlots);
  const last = endOfEntries(localSlots);
  for (let entry = firstEntry(localSlots); entry < last; entry += 8)
    updateFields(loadInt64(loadInt64(entry)), newPlace);
}
