/**
 * When the next major collection begins: when the old objects have grown by a factor, but not by more than a limit at
 * a time, so that a short peak is not the measure of what follows.
 */
import { state } from "../../memory/memory.ts";

const defaultMinimum = 8 * 1024 * 1024;
/** In thousandths, as in the settings. */
const defaultFactor = 1700;
const defaultGrowth = 1400;

export let threshold = 0;

export function initializeThreshold(): void {
  threshold = minimum();
}

function minimum(): number {
  return state.heapMinimum > 0 ? state.heapMinimum : defaultMinimum;
}

/** A major collection has left `live` bytes. */
export function nextThreshold(live: number): void {
  const factor = state.majorCollect > 0 ? state.majorCollect : defaultFactor;
  const growth = state.heapGrowth > 0 ? state.heapGrowth : defaultGrowth;
  const wanted = Math.floor((live * factor) / 1000);
  const most = Math.floor((threshold * growth) / 1000);
  // Less than a tenth of room would mean marking all the time.
  let next = Math.max(Math.min(wanted, most), Math.floor((live * 11) / 10));
  if (state.heapMaximumDelta > 0) next = Math.min(next, live + state.heapMaximumDelta);
  threshold = Math.max(next, minimum());
}
