/**
 * When the next major collection begins, and how fast it goes: when it ends, the old objects have not become more than
 * the live data times a growth. Of the room between the two seven tenths are full when it begins; so much less than the
 * rest becomes old until all that lives is marked, and less again until all is swept.
 *
 *   live data | 7/10 of the room | marking, 1/4 | sweeping, 1/16
 *
 * The threshold grows by a limit at a time, so that a short peak is not the measure of what follows.
 */
import { state } from "../../memory/memory.ts";

const defaultMinimum = 8 * 1024 * 1024;
/** In thousandths, as in the settings. */
const defaultGrowth = 2000;
/** Less room would mean marking all the time. */
const leastGrowth = 1100;
/** What the threshold grows by at most. */
const mostAtOnce = 1400;

export let threshold = 0;
/** A step marks so many bytes for each byte that became old, however long it takes: or it would never be done. */
export let markedForEachPromoted = 0;
/** And sweeps so many: what becomes old takes fresh blocks until free cells are found. */
export let sweptForEachPromoted = 0;

export function initializeThreshold(): void {
  threshold = minimum();
  markedForEachPromoted = Math.ceil(4000 / room());
  sweptForEachPromoted = 4 * markedForEachPromoted;
}

function minimum(): number {
  return state.heapMinimum > 0 ? state.heapMinimum : defaultMinimum;
}

/** Thousandths of the live data that dead objects may take. */
function room(): number {
  return Math.max(state.heapGrowth > 0 ? state.heapGrowth : defaultGrowth, leastGrowth) - 1000;
}

/** A major collection is over: it has found `live` bytes, and `used` are used. */
export function nextThreshold(live: number, used: number): void {
  const factor = state.majorCollect > 0 ? state.majorCollect : 1000 + Math.floor(room() * 0.7);
  const wanted = Math.floor((live * factor) / 1000);
  const most = Math.floor((threshold * mostAtOnce) / 1000);
  let next = Math.max(Math.min(wanted, most), Math.floor((used * 107) / 100));
  if (state.heapMaximumDelta > 0) next = Math.min(next, live + state.heapMaximumDelta);
  threshold = Math.max(next, minimum());
}

/** The nursery's share of the room, where the settings say how much there is; 0: no limit. */
export function nurseryShare(live: number): number {
  return state.heapGrowth > 0 ? Math.floor((live * room()) / 4000) : 0;
}
