/** How big a heap may become that is marked and swept in one go. */
import { state } from "../../memory/memory.ts";

/** In thousandths, as in the settings. */
const defaultGrowth = 1820;
/** Less would mean marking all the time. */
const leastGrowth = 1100;

/** Bytes that may be in use until the next collection, when the last one has left `live` of them. */
export function mostUsed(live: number): number {
  let growth = state.heapGrowth > 0 ? state.heapGrowth : defaultGrowth;
  if (state.majorCollect > 0) growth = state.majorCollect;
  return Math.floor((live * Math.max(growth, leastGrowth)) / 1000);
}
