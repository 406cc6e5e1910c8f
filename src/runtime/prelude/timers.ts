/** Timers, ticks and microtasks. Part of programs that name one; each call has a copy of its own. */
import { enqueueMicrotask, enqueueTick, Job, startImmediate, startTimer, type Timeout } from "./jobs.ts";

class Callback<A extends unknown[]> extends Job {
  "##function": (...args: A) => unknown;
  "##arguments": A;

  constructor(f: (...args: A) => unknown, args: A) {
    super();
    this["##function"] = f;
    this["##arguments"] = args;
  }

  override "##run"(): unknown {
    const f = this["##function"];
    f(...this["##arguments"]);
    return undefined;
  }
}

export function setTimeout<A extends unknown[]>(
  f: (...args: A) => unknown,
  delay?: number,
  ...args: A
): Timeout {
  return startTimer(delay === undefined ? 1 : delay, false, new Callback<A>(f, args));
}

export function setInterval<A extends unknown[]>(
  f: (...args: A) => unknown,
  delay?: number,
  ...args: A
): Timeout {
  return startTimer(delay === undefined ? 1 : delay, true, new Callback<A>(f, args));
}

export function setImmediate<A extends unknown[]>(f: (...args: A) => unknown, ...args: A): Timeout {
  return startImmediate(new Callback<A>(f, args));
}

export function clearTimeout(timer?: Timeout | null): void {
  if (timer !== undefined && timer !== null) timer["##active"] = false;
}

export function clearInterval(timer?: Timeout | null): void {
  if (timer !== undefined && timer !== null) timer["##active"] = false;
}

export function clearImmediate(timer?: Timeout | null): void {
  if (timer !== undefined && timer !== null) timer["##active"] = false;
}

export function queueMicrotask(f: () => unknown): void {
  enqueueMicrotask(new Callback<[]>(f, []));
}

export function nextTick<A extends unknown[]>(f: (...args: A) => unknown, ...args: A): void {
  enqueueTick(new Callback<A>(f, args));
}
