/**
 * Profiles of programs built with `--profile`: HEDDLE_PROFILE=alloc:FILE takes a sample each time about 512 KB were
 * allocated, HEDDLE_PROFILE=cpu:FILE each 4 ms of processor time. A sample is the stack, and of an allocation its
 * type; equal ones are counted together.
 *
 * The counter of bytes hides in the end of the nursery: the fast path compares with `state.limit` anyway.
 *
 *   freePointer … | limit (until the next sample) … | the collector's limit
 *
 * When an object does not fit, woven code calls `beforeAllocation`: if only our limit is in the way, it takes the sample
 * and the memory; otherwise the collector gets its limit back and its turn. No collector knows of this. Objects that take
 * their memory together are told one by one before, since the sample may be in the middle.
 *
 * A sample is taken anywhere, in a signal handler too: nothing here allocates.
 */
import {
  allocateBytes,
  clearBytes,
  loadInt64,
  reserveSpace,
  state,
  storeInt64,
} from "../../memory/memory.ts";
import { catchSignal, frameAddress, startTimer } from "../../memory/profile-primitives.ts";
import { exit } from "../../memory/system-services.ts";
import { complain, setting, startsWith, writeWhole } from "./files.ts";
import { takePicture } from "./picture.ts";
import { recordAmount, recordCount, recordFirst, recordFrames, recordType } from "./records.ts";
import { writeReport } from "./report.ts";

const off = 0;
const ofAllocations = 1;
const ofTime = 2;

const meanBytes = 512 * 1024;
const microseconds = 4000;

/** Frames of a stack at most, the innermost. */
const mostFrames = 200;
const slots = 65536;
const arenaBytes = 1024 * 1024 * 1024;

let mode = off;
let file = 0;
/** Behind main's frame there is nothing to see. */
let stackEnd = 0;

/** Our limit while it stands in place of the collector's. */
let hidden = -1;
let limit = 0;
/** The free pointer when we last looked, and bytes left until the next sample. */
let seen = 0;
let left = 0;
let random = 1;

/** Samples by their content: addresses of records, 0 where there is none; records follow each other. */
let table = 0;
let records = 0;
let recordsEnd = 0;
let recordsLimit = 0;
let entries = 0;
let lost = 0;
/** A stack that is being looked at. */
let frames = 0;

/** After the collector has been prepared. */
export function start(): void {
  catchSignal();
  const given = setting("HEDDLE_PROFILE=");
  if (given === 0) return;
  const allocations = startsWith(given, "alloc:");
  if (!allocations && !startsWith(given, "cpu:")) {
    complain("HEDDLE_PROFILE=", given, " is no profile: write alloc:FILE or cpu:FILE");
    exit(2);
  }
  file = given + (allocations ? 6 : 4);
  // Better known before the run than behind it.
  if (!writeWhole(file, 1, file, 0)) {
    complain("the profile ", file, " cannot be written");
    exit(2);
  }
  mode = allocations ? ofAllocations : ofTime;
  stackEnd = frameAddress() + 4096;
  table = allocateBytes(slots * 8);
  clearBytes(table, slots * 8);
  records = reserveSpace(arenaBytes);
  recordsEnd = records;
  recordsLimit = records + arenaBytes - mostFrames * 8 - 64;
  frames = allocateBytes(mostFrames * 8);
  if (allocations) {
    seen = state.freePointer;
    nextSample();
    hide();
  } else startTimer(microseconds);
}

/** Intervals differ, or a program whose allocations repeat would always be caught at the same one. */
function nextSample(): void {
  random = (random * 1103515245 + 12345) % 2147483648;
  left += meanBytes / 2 + Math.floor((random * meanBytes) / 2147483648);
}

function hide(): void {
  limit = state.limit;
  hidden = Math.min(limit, state.freePointer + Math.max(0, left));
  state.limit = hidden;
}

/** Counts what was allocated without us, and gives the collector its limit back. */
function catchUp(): void {
  // The collector may have emptied its nursery without us.
  if (state.limit === hidden) state.limit = limit;
  if (state.freePointer > seen) left -= state.freePointer - seen;
  seen = state.freePointer;
}

function count(type: number, size: number, bytes: number): void {
  left -= bytes;
  if (left <= 0) sample(type, size);
}

/** Objects of `size` bytes each, `bytes` all together, whose memory another one is going to take. */
export function beforeShare(type: number, size: number, bytes: number): void {
  if (mode !== ofAllocations) return;
  catchUp();
  count(type, size, bytes);
}

/**
 * Memory of `total` bytes, where it was only our limit that was in the way; 0 where it is for the collector to find some.
 * `own` of them are for objects of this type and size.
 */
export function beforeAllocation(type: number, size: number, own: number, total: number): number {
  if (state.pictureAsked !== 0) takePicture();
  if (mode !== ofAllocations) return 0;
  catchUp();
  count(type, size, own);
  const free = state.freePointer;
  if (free + total > state.limit) return 0;
  state.freePointer = free + total;
  seen = state.freePointer;
  hide();
  return free;
}

/** The collector has found memory. */
export function afterAllocation(): void {
  if (mode !== ofAllocations) return;
  seen = state.freePointer;
  hide();
}

function sample(type: number, size: number): void {
  let bytes = 0;
  while (left <= 0) {
    const before = left;
    nextSample();
    bytes += left - before;
  }
  add(type, Math.max(1, Math.floor(bytes / size)), bytes, walk(frameAddress(), 0));
}

/** Called by the timer's signal. */
export function tick(pc: number, frame: number): void {
  if (mode !== ofTime) return;
  storeInt64(frames, pc);
  add(0, 1, microseconds * 1000, walk(frame, 1));
}

/** The addresses to which the functions return that wait, innermost first; code without frames ends the list. */
function walk(from: number, first: number): number {
  const lowest = frameAddress();
  let count = first;
  let at = from;
  while (count < mostFrames && at >= lowest && at < stackEnd && at % 8 === 0) {
    storeInt64(frames + count * 8, loadInt64(at + 8));
    count += 1;
    const next = loadInt64(at);
    if (next <= at) break;
    at = next;
  }
  return count;
}

function add(type: number, count: number, amount: number, depth: number): void {
  let hash = type;
  for (let i = 0; i < depth; i++) hash = (hash * 33 + loadInt64(frames + i * 8)) % 2147483648;
  let slot = hash % slots;
  for (;;) {
    const record = loadInt64(table + slot * 8);
    if (record === 0) break;
    if (isSame(record, type, depth)) {
      storeInt64(record + recordCount, loadInt64(record + recordCount) + count);
      storeInt64(record + recordAmount, loadInt64(record + recordAmount) + amount);
      return;
    }
    slot = (slot + 1) % slots;
  }
  if (entries * 4 > slots * 3 || recordsEnd > recordsLimit) {
    lost += 1;
    return;
  }
  entries += 1;
  const record = recordsEnd;
  storeInt64(record + recordCount, count);
  storeInt64(record + recordAmount, amount);
  storeInt64(record + recordType, type);
  storeInt64(record + recordFrames, depth);
  for (let i = 0; i < depth; i++) storeInt64(record + recordFirst + i * 8, loadInt64(frames + i * 8));
  recordsEnd = record + recordFirst + depth * 8;
  storeInt64(table + slot * 8, record);
}

function isSame(record: number, type: number, depth: number): boolean {
  if (loadInt64(record + recordType) !== type || loadInt64(record + recordFrames) !== depth) return false;
  for (let i = 0; i < depth; i++)
    if (loadInt64(record + recordFirst + i * 8) !== loadInt64(frames + i * 8)) return false;
  return true;
}

/** The program ends: writes the file. */
export function finish(): void {
  const was = mode;
  mode = off;
  if (was === off) return;
  if (was === ofTime) startTimer(0);
  else if (state.limit === hidden) state.limit = limit;
  writeReport(file, was === ofAllocations, records, recordsEnd);
  if (lost > 0) complain("", file, ": some samples are missing, there were too many different ones");
}
