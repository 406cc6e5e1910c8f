/**
 * What runs after the program's own code: microtasks, ticks, timers and immediates, in Node's order. Names that begin with
 * `##` are the run-time's own.
 */
import { sleep } from "../../memory/time-primitives.ts";

/** Something to run later. Frames of async functions are jobs too. */
export class Job {
  "##run"(): unknown {
    return undefined;
  }
}

class JobQueue {
  "##jobs": Job[] = [];
  "##first" = 0;

  "##add"(job: Job): void {
    this["##jobs"].push(job);
  }

  get isEmpty(): boolean {
    return this["##first"] >= this["##jobs"].length;
  }

  "##take"(): Job | undefined {
    const jobs = this["##jobs"];
    const first = this["##first"];
    if (first >= jobs.length) {
      if (first > 0) this["##jobs"] = [];
      this["##first"] = 0;
      return undefined;
    }
    if (first >= 1024 && first * 2 >= jobs.length) {
      this["##jobs"] = jobs.slice(first + 1);
      this["##first"] = 0;
    } else {
      this["##first"] = first + 1;
    }
    return jobs[first]!;
  }
}

const microtasks = new JobQueue();
const ticks = new JobQueue();

export function enqueueMicrotask(job: Job): void {
  microtasks["##add"](job);
}

export function enqueueTick(job: Job): void {
  ticks["##add"](job);
}

/** A promise that was rejected before anybody asked for its end. */
export class Rejection {
  isHandled(): boolean {
    return true;
  }
  fail(): void {}
  reason(): unknown {
    return undefined;
  }
  promise(): unknown {
    return undefined;
  }
}

/** Is told of rejections that nobody handles; says whether that is enough. */
let watcher: ((one: Rejection) => boolean) | undefined;

export function watchRejections(by: (one: Rejection) => boolean): void {
  watcher = by;
}

let rejections: Rejection[] = [];

export function noteRejection(one: Rejection): void {
  rejections.push(one);
}

export function runMicrotasks(): void {
  for (let job = microtasks["##take"](); job !== undefined; job = microtasks["##take"]()) job["##run"]();
}

/** What is done when a task and its microtasks are over. */
const taskEnds: Job[] = [];

export function onTaskEnd(job: Job): void {
  taskEnds.push(job);
}

function endTask(): void {
  for (const one of taskEnds) one["##run"]();
}

/** All that a piece of the program has left to be done before the next one. */
export function runTicks(): void {
  do {
    for (let job = ticks["##take"](); job !== undefined; job = ticks["##take"]()) job["##run"]();
    runMicrotasks();
    const noted = rejections;
    rejections = [];
    for (const one of noted) if (!one.isHandled() && (watcher === undefined || !watcher(one))) one.fail();
  } while (!ticks.isEmpty);
}

/** A timer, or an immediate. */
export class Timeout {
  "##when": number;
  "##order": number;
  "##every": number;
  "##job": Job;
  "##active" = true;
  "##keeps" = true;

  constructor(when: number, order: number, every: number, job: Job) {
    this["##when"] = when;
    this["##order"] = order;
    this["##every"] = every;
    this["##job"] = job;
  }

  ref(): this {
    this["##keeps"] = true;
    return this;
  }

  unref(): this {
    this["##keeps"] = false;
    return this;
  }

  hasRef(): boolean {
    return this["##keeps"];
  }
}

/** A heap by time, then by order of making. */
const timers: Timeout[] = [];
let immediates: Timeout[] = [];
let made = 0;
/** The time at which the current round began, in milliseconds. */
let roundStart = 0;

function isBefore(a: Timeout, b: Timeout): boolean {
  return a["##when"] < b["##when"] || (a["##when"] === b["##when"] && a["##order"] < b["##order"]);
}

function pushTimer(timer: Timeout): void {
  timers.push(timer);
  let at = timers.length - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const above = timers[up]!;
    if (!isBefore(timer, above)) break;
    timers[at] = above;
    at = up;
  }
  timers[at] = timer;
}

function popTimer(): Timeout {
  const top = timers[0]!;
  const last = timers.pop()!;
  const length = timers.length;
  if (length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= length) break;
    if (child + 1 < length && isBefore(timers[child + 1]!, timers[child]!)) child++;
    if (!isBefore(timers[child]!, last)) break;
    timers[at] = timers[child]!;
    at = child;
  }
  timers[at] = last;
  return top;
}

export function startTimer(delay: number, repeats: boolean, job: Job): Timeout {
  const after = delay >= 1 && delay <= 2147483647 ? Math.trunc(delay) : 1;
  made++;
  const timer = new Timeout(roundStart + after, made, repeats ? after : -1, job);
  pushTimer(timer);
  return timer;
}

export function startImmediate(job: Job): Timeout {
  made++;
  const immediate = new Timeout(0, made, -1, job);
  immediates.push(immediate);
  return immediate;
}

function runTimers(): void {
  roundStart = Math.floor(performance.now());
  while (timers.length > 0 && timers[0]!["##when"] <= roundStart) {
    const timer = popTimer();
    if (!timer["##active"]) continue;
    if (timer["##every"] < 0) timer["##active"] = false;
    try {
      timer["##job"]["##run"]();
    } finally {
      if (timer["##active"]) {
        timer["##when"] = roundStart + timer["##every"];
        pushTimer(timer);
      }
    }
    runTicks();
  }
}

function runImmediates(): void {
  const list = immediates;
  immediates = [];
  let done = 0;
  try {
    while (done < list.length) {
      const one = list[done++]!;
      if (!one["##active"]) continue;
      one["##active"] = false;
      one["##job"]["##run"]();
      runTicks();
    }
  } finally {
    // What an immediate throws may be handled: the rest of them then follow.
    if (done < list.length) immediates = [...list.slice(done), ...immediates];
  }
}

/** When the next timer that keeps the program alive runs; -1 if there is none. */
function nextTime(): number {
  let found = -1;
  for (const one of timers)
    if (one["##active"] && one["##keeps"] && (found < 0 || one["##when"] < found)) found = one["##when"];
  return found;
}

/** Something is left to be done. */
export function hasWork(): boolean {
  return !microtasks.isEmpty || !ticks.isEmpty || immediates.length > 0 || nextTime() >= 0;
}

export function runEventLoop(): void {
  runMicrotasks();
  runTicks();
  for (;;) {
    endTask();
    runTimers();
    endTask();
    if (immediates.length > 0) {
      runImmediates();
      continue;
    }
    const next = nextTime();
    if (next < 0) return;
    const first = timers[0]!["##when"];
    const wait = first - performance.now();
    if (wait > 0) sleep(wait);
  }
}
