/**
 * How big the nursery is: as the settings say, else by measurement. A small one stays in the cache; a big one gives
 * objects more time to die, if they are of the kind that dies. So it is doubled for a while now and then: where
 * much less of the same amount survives it stays so, otherwise it becomes what it was.
 *
 * Where a pause was long because much survived, the nursery is halved at once; below the size where it starts even a
 * short one is too long, and it comes back in time.
 *
 * Where many roots are looked at each time, since a deep recursion comes and goes, the nursery is bigger as long as that
 * lasts, so that it takes a small share of the time.
 */
import { preferHugePages, state } from "../../memory/memory.ts";
import { logNurserySize } from "../parts/generations.ts";
import { nurserySize, nurseryStart, resizeNursery } from "../parts/nursery.ts";
import { walkedRoots } from "../parts/young-roots.ts";

/** Half of a usual second-level cache. Pure garbage costs 10 % more at 1 MiB, and nothing less at 256 KiB. */
const defaultSize = 512 * 1024;
const largestSize = 32 * 1024 * 1024;
const leastSize = 16 * 1024;

/** A window of measurement is so many nurseries long. */
const windowNurseries = 2;
/** In thousandths of what was allocated: below this there is nothing to gain. */
const littleSurvives = 20;
/** Windows until the next try after one that failed; twice as many after each, up to a limit. */
const firstPatience = 8;
const mostPatience = 512;
/** From here on pages of 2 MiB save more time than they cost memory. */
const hugeFrom = 4 * 1024 * 1024;
/** Nanoseconds that a pause may take where the nursery has grown, and where it has not. */
const longPause = 6_000_000;
const longPauseOfSmall = 1_200_000;
/** Where it stops shrinking: a collection's own cost is a small part of pauses that long. */
const smallestShrunk = 16 * 1024;

/** Bytes that the nursery has at least for each byte of roots, and has at most once they are few again. */
const bytesForEachRoot = 8;
const mostForEachRoot = 64;
/** Minor collections until the roots make the nursery bigger again after a pause that was long. */
const patienceOfRoots = 64;

let fixed = 0;
let smallest = 0;
let largest = 0;
/** The heap's growth leaves no room for a bigger one, 0: it does. */
let limit = 0;

/** Bytes allocated in this window, and how many of them survived. */
let allocated = 0;
let survived = 0;
/** The nursery was doubled for a try; before, this share survived. */
let trying = false;
let shareBefore = 0;
/** Windows until the next try, and how many after that fails. */
let wait = 0;
let patience = 0;
/** What the nursery was before roots made it bigger, 0: they did not. */
let sizeBeforeRoots = 0;
let waitOfRoots = 0;

export function initializeNurserySize(): void {
  allocated = 0;
  survived = 0;
  trying = false;
  wait = 0;
  patience = firstPatience;
  sizeBeforeRoots = 0;
  waitOfRoots = 0;
  limit = 0;
  fixed = state.nurserySize;
  smallest = fixed > 0 ? Math.max(fixed - (fixed % 4096), leastSize) : defaultSize;
  // A heap that is to be small has no room for a big nursery.
  if (fixed === 0 && state.heapMinimum > 0) {
    smallest = Math.max(leastSize, Math.min(defaultSize, Math.floor(state.heapMinimum / 8192) * 4096));
  }
  largest = fixed > 0 || state.heapMinimum > 0 ? smallest : largestSize;
  if (state.heapMaximum > 0) {
    const most = Math.max(leastSize, Math.floor(state.heapMaximum / 32768) * 4096);
    smallest = Math.min(smallest, most);
    largest = Math.min(largest, most);
  }
}

export function smallestNurserySize(): number {
  return smallest;
}

export function largestNurserySize(): number {
  return largest;
}

/** From now on the nursery, which is empty, has at most so many bytes, but not less than at first; 0: no limit. */
export function limitNursery(bytes: number): void {
  limit = bytes > 0 ? Math.max(bytes - (bytes % 4096), smallest) : 0;
  if (nurserySize > largestNow()) resize(limit);
}

function largestNow(): number {
  return limit > 0 ? Math.min(limit, largest) : largest;
}

/** After a minor collection of `grown` bytes, of which some survived; the program stood still for `took`. */
export function adaptNursery(grown: number, survivors: number, took: number): void {
  if (smallest === largest) return;
  allocated += grown;
  survived += survivors;
  if (took > (nurserySize > smallest ? longPause : longPauseOfSmall) && survivors * 4 > nurserySize) {
    trying = false;
    // What cannot shrink any more has not failed again.
    if (nurserySize > leastShrunk()) failed();
    waitOfRoots = patienceOfRoots;
    sizeBeforeRoots = 0;
    resize(Math.floor(nurserySize / 2));
  } else if (!fitToRoots(walkedRoots) && allocated >= windowNurseries * nurserySize) endWindow();
}

/** True if the number of roots decides about the size. */
function fitToRoots(roots: number): boolean {
  if (waitOfRoots > 0) waitOfRoots -= 1;
  if (roots * bytesForEachRoot > nurserySize && nurserySize < largestNow() && waitOfRoots === 0) {
    if (sizeBeforeRoots === 0) sizeBeforeRoots = trying ? Math.floor(nurserySize / 2) : nurserySize;
    trying = false;
    resize(2 * nurserySize);
    return true;
  }
  if (sizeBeforeRoots === 0) return false;
  if (roots * mostForEachRoot < nurserySize) {
    resize(sizeBeforeRoots);
    sizeBeforeRoots = 0;
  }
  return true;
}

function endWindow(): void {
  const share = Math.floor((survived * 1000) / allocated);
  allocated = 0;
  survived = 0;
  if (trying) {
    trying = false;
    if (share * 5 > shareBefore * 4) {
      failed();
      resize(Math.floor(nurserySize / 2));
      return;
    }
    patience = firstPatience;
  } else if (wait > 0) {
    wait -= 1;
    return;
  }
  if (nurserySize < smallest) {
    resize(2 * nurserySize);
    return;
  }
  if (share < littleSurvives || nurserySize >= largestNow()) return;
  trying = true;
  shareBefore = share;
  resize(2 * nurserySize);
}

function leastShrunk(): number {
  return Math.min(smallest, smallestShrunk);
}

function failed(): void {
  wait = patience;
  patience = Math.min(2 * patience, mostPatience);
}

function resize(size: number): void {
  allocated = 0;
  survived = 0;
  const fitting = Math.max(leastShrunk(), Math.min(size, largestNow()));
  if (fitting === nurserySize) return;
  if (fitting >= hugeFrom) preferHugePages(nurseryStart, fitting);
  resizeNursery(fitting);
  logNurserySize();
}
