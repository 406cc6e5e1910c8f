// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
// biome-ignore-all lint/suspicious/noThenProperty: that is what promises have.
/**
 * Promises: a copy for each place that makes one, so that what they hold has its own representation. A field whose name
 * ends in `!` is never read before it is written.
 */
import { enqueueMicrotask, Job, noteRejection, Rejection } from "./jobs.ts";

const pending = 0;
const fulfilled = 1;
const rejected = 2;

export class Promise<T> {
  "##state" = pending;
  "##resolved" = false;
  "##handled" = false;
  declare "##value!": T;
  declare "##reason!": unknown;
  "##jobs": Job[] | undefined = undefined;

  constructor(
    executor?: (resolve: (value: T | Promise<T>) => void, reject: (reason?: unknown) => void) => unknown,
  ) {
    if (executor === undefined) return;
    try {
      executor(
        (value) => {
          if (this["##resolved"]) return;
          this["##resolved"] = true;
          this["##resolve"](value);
        },
        (reason) => {
          if (this["##resolved"]) return;
          this["##resolved"] = true;
          this["##reject"](reason);
        },
      );
    } catch (error) {
      if (!this["##resolved"]) {
        this["##resolved"] = true;
        this["##reject"](error);
      }
    }
  }

  "##resolve"(value: T | Promise<T>): void {
    if (value instanceof Promise) {
      if ((value as unknown) === this)
        this["##reject"](new TypeError("Chaining cycle detected for promise #<Promise>"));
      else enqueueMicrotask(new Adoption<T>(this, value));
    } else {
      this["##resolveValue"](value);
    }
  }

  /** Resolves with what is no promise. Where the program has methods `then` of its own, this is the next method instead. */
  "##resolveValue"(value: T): void {
    this["##fulfil"](value);
  }

  "##resolveThenable"(value: T): void {
    if (
      (typeof value !== "object" && typeof value !== "function") ||
      value === null ||
      Array.isArray(value)
    ) {
      this["##fulfil"](value);
      return;
    }
    try {
      const { then } = value as unknown as Thenable<T>;
      if (typeof then === "function") enqueueMicrotask(new ThenableCall<T>(this, value, then));
      else this["##fulfil"](value);
    } catch (error) {
      this["##reject"](error);
    }
  }

  "##fulfil"(value: T): void {
    this["##value!"] = value;
    this["##state"] = fulfilled;
    this["##wake"]();
  }

  "##reject"(reason: unknown): void {
    this["##reason!"] = reason;
    this["##state"] = rejected;
    if (!this["##handled"]) noteRejection(new Unhandled(this));
    this["##wake"]();
  }

  "##wake"(): void {
    const jobs = this["##jobs"];
    if (jobs === undefined) return;
    this["##jobs"] = undefined;
    for (const job of jobs) enqueueMicrotask(job);
  }

  /** Runs a job once the promise is settled. */
  "##add"(job: Job): void {
    this["##handled"] = true;
    if (this["##state"] !== pending) {
      enqueueMicrotask(job);
    } else {
      const jobs = this["##jobs"];
      if (jobs === undefined) this["##jobs"] = [job];
      else jobs.push(job);
    }
  }

  /** For printing: nothing while it is pending, its value, or its reason and that it is one. */
  "##contents"(): unknown[] {
    if (this["##state"] === fulfilled) return [this["##value!"]];
    return this["##state"] === rejected ? [this["##reason!"], true] : [];
  }

  then<R, S>(
    onFulfilled?: ((value: T) => R | Promise<R>) | null,
    onRejected?: ((reason: unknown) => S | Promise<S>) | null,
  ): Promise<R | S> {
    const result = new Promise<R | S>();
    this["##add"](new Reaction<T, R, S>(this, result, onFulfilled, onRejected));
    return result;
  }

  catch<S>(onRejected?: ((reason: unknown) => S | Promise<S>) | null): Promise<T | S> {
    return this.then(undefined, onRejected) as unknown as Promise<T | S>;
  }

  finally(after: () => unknown): Promise<T> {
    return this.then(
      (value) => promiseResolve(after()).then(() => value),
      (reason) =>
        promiseResolve(after()).then(() => {
          throw reason;
        }),
    ) as unknown as Promise<T>;
  }

  get [Symbol.toStringTag](): string {
    return "Promise";
  }
}

class Unhandled extends Rejection {
  "##promise": Promise<unknown>;

  constructor(promise: Promise<unknown>) {
    super();
    this["##promise"] = promise;
  }

  override isHandled(): boolean {
    return this["##promise"]["##handled"];
  }

  override fail(): void {
    throw this["##promise"]["##reason!"];
  }

  override reason(): unknown {
    return this["##promise"]["##reason!"];
  }

  override promise(): unknown {
    return this["##promise"];
  }
}

/** What `then` was given, once the promise is settled. */
class Reaction<T, R, S> extends Job {
  "##promise": Promise<T>;
  "##result": Promise<R | S>;
  "##fulfilled": ((value: T) => R | Promise<R>) | undefined | null;
  "##rejected": ((reason: unknown) => S | Promise<S>) | undefined | null;

  constructor(
    promise: Promise<T>,
    result: Promise<R | S>,
    onFulfilled: ((value: T) => R | Promise<R>) | undefined | null,
    onRejected: ((reason: unknown) => S | Promise<S>) | undefined | null,
  ) {
    super();
    this["##promise"] = promise;
    this["##result"] = result;
    this["##fulfilled"] = onFulfilled;
    this["##rejected"] = onRejected;
  }

  override "##run"(): unknown {
    const promise = this["##promise"];
    const result = this["##result"];
    try {
      if (promise["##state"] === fulfilled) {
        const f = this["##fulfilled"];
        if (typeof f === "function") result["##resolve"](f(promise["##value!"]));
        else result["##fulfil"](promise["##value!"] as unknown as R);
      } else {
        const f = this["##rejected"];
        if (typeof f === "function") result["##resolve"](f(promise["##reason!"]));
        else result["##reject"](promise["##reason!"]);
      }
    } catch (error) {
      result["##reject"](error);
    }
    return undefined;
  }
}

/** A promise that was resolved with another: first it asks for the other's end. */
class Adoption<T> extends Job {
  "##promise": Promise<T>;
  "##other": Promise<T>;
  "##asked" = false;

  constructor(promise: Promise<T>, other: Promise<T>) {
    super();
    this["##promise"] = promise;
    this["##other"] = other;
  }

  override "##run"(): unknown {
    const other = this["##other"];
    if (!this["##asked"]) {
      this["##asked"] = true;
      other["##add"](this);
    } else if (other["##state"] === fulfilled) {
      this["##promise"]["##fulfil"](other["##value!"]);
    } else {
      this["##promise"]["##reject"](other["##reason!"]);
    }
    return undefined;
  }
}

interface Thenable<T> {
  then(resolve: (value: T | Promise<T>) => void, reject: (reason?: unknown) => void): unknown;
}

/** A promise that was resolved with an object that has a method `then` of its own. */
class ThenableCall<T> extends Job {
  "##promise": Promise<T>;
  "##value": T;
  "##then": Thenable<T>["then"];
  "##resolved" = false;

  constructor(promise: Promise<T>, value: T, then: Thenable<T>["then"]) {
    super();
    this["##promise"] = promise;
    this["##value"] = value;
    this["##then"] = then;
  }

  override "##run"(): unknown {
    const promise = this["##promise"];
    const then = this["##then"];
    try {
      then.call(
        this["##value"],
        (value) => {
          if (this["##resolved"]) return;
          this["##resolved"] = true;
          promise["##resolve"](value);
        },
        (reason) => {
          if (this["##resolved"]) return;
          this["##resolved"] = true;
          promise["##reject"](reason);
        },
      );
    } catch (error) {
      if (!this["##resolved"]) {
        this["##resolved"] = true;
        promise["##reject"](error);
      }
    }
    return undefined;
  }
}

export class AggregateError extends Error {
  override name = "AggregateError";
  errors: unknown[];

  constructor(errors: Iterable<unknown>, message?: string) {
    super(message);
    this.errors = [];
    for (const one of errors) this.errors.push(one);
  }
}

export function promiseResolve<T>(value?: T | Promise<T>): Promise<T> {
  if (value instanceof Promise) return value;
  const result = new Promise<T>();
  result["##resolveValue"](value as T);
  return result;
}

export function promiseReject(reason?: unknown): Promise<never> {
  const result = new Promise<never>();
  result["##reject"](reason);
  return result;
}

export function promiseAll<T>(values: Iterable<T | Promise<T>>): Promise<T[]> {
  const result = new Promise<T[]>();
  const found: T[] = [];
  let missing = 1;
  let index = 0;
  for (const value of values) {
    const place = index++;
    missing++;
    promiseResolve(value).then(
      (one) => {
        while (found.length <= place) found.push(one as T);
        found[place] = one as T;
        missing--;
        if (missing === 0) result["##fulfil"](found);
      },
      (reason) => {
        if (result["##state"] === pending) result["##reject"](reason);
      },
    );
  }
  missing--;
  if (missing === 0) result["##fulfil"](found);
  return result;
}

export function promiseRace<T>(values: Iterable<T | Promise<T>>): Promise<T> {
  const result = new Promise<T>();
  for (const value of values) {
    promiseResolve(value).then(
      (one) => {
        if (result["##state"] === pending) result["##fulfil"](one as T);
      },
      (reason) => {
        if (result["##state"] === pending) result["##reject"](reason);
      },
    );
  }
  return result;
}

export function promiseAllSettled<T>(
  values: Iterable<T | Promise<T>>,
): Promise<({ status: "fulfilled"; value: T } | { status: "rejected"; reason: unknown })[]> {
  type Outcome = { status: "fulfilled"; value: T } | { status: "rejected"; reason: unknown };
  const result = new Promise<Outcome[]>();
  const found: Outcome[] = [];
  let missing = 1;
  let index = 0;
  const settle = (place: number, outcome: Outcome): void => {
    while (found.length <= place) found.push(outcome);
    found[place] = outcome;
    missing--;
    if (missing === 0) result["##fulfil"](found);
  };
  for (const value of values) {
    const place = index++;
    missing++;
    promiseResolve(value).then(
      (one) => settle(place, { status: "fulfilled", value: one as T }),
      (reason) => settle(place, { status: "rejected", reason }),
    );
  }
  missing--;
  if (missing === 0) result["##fulfil"](found);
  return result;
}

export function promiseAny<T>(values: Iterable<T | Promise<T>>): Promise<T> {
  const result = new Promise<T>();
  const errors: unknown[] = [];
  let missing = 1;
  let index = 0;
  const fail = (): void => {
    missing--;
    if (missing === 0) result["##reject"](new AggregateError(errors, "All promises were rejected"));
  };
  for (const value of values) {
    const place = index++;
    missing++;
    promiseResolve(value).then(
      (one) => {
        if (result["##state"] === pending) result["##fulfil"](one as T);
      },
      (reason) => {
        while (errors.length <= place) errors.push(reason);
        errors[place] = reason;
        fail();
      },
    );
  }
  fail();
  return result;
}
