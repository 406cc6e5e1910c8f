// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/** WeakRef and FinalizationRegistry. */

import { weakDeaths } from "../../memory/collection-primitives.ts";
import { Job, onTaskEnd, runTicks } from "./jobs.ts";
import { isObject, weakly } from "./weak-fields.ts";

/** What a WeakRef was made for, or has led to, lives until the task ends. */
let kept: unknown[] = [];
let task = 0;

export class WeakRef<T> {
  "##weakTarget": T | undefined;
  /** The task in which the target was kept last. */
  "##task": number;

  constructor(target: T) {
    if (!isObject(target)) throw new TypeError("WeakRef: invalid target");
    this["##weakTarget"] = weakly(target);
    this["##task"] = task;
    kept.push(target);
  }

  deref(): T | undefined {
    const target = this["##weakTarget"];
    if (target !== undefined && this["##task"] !== task) {
      this["##task"] = task;
      kept.push(target);
    }
    return target;
  }
}

class Registration<T> {
  "##weakTarget": unknown;
  "##weakToken": unknown;
  "##held": T;

  constructor(target: unknown, held: T, token: unknown) {
    this["##weakTarget"] = weakly(target);
    this["##weakToken"] = weakly(token);
    this["##held"] = held;
  }
}

abstract class Registry {
  abstract "##cleanUp"(): void;
}

/** Those with registrations. */
const registries: Registry[] = [];

export class FinalizationRegistry<T> extends Registry {
  "##cleanup": (held: T) => unknown;
  "##registrations": Registration<T>[] = [];

  constructor(cleanup: (held: T) => unknown) {
    super();
    if (typeof cleanup !== "function") throw new TypeError("FinalizationRegistry: cleanup must be callable");
    this["##cleanup"] = cleanup;
  }

  register(target: unknown, held: T, token?: unknown): void {
    if (!isObject(target)) throw new TypeError("FinalizationRegistry.prototype.register: invalid target");
    if ((held as unknown) === target)
      throw new TypeError("FinalizationRegistry.prototype.register: target and holdings must not be same");
    if (token !== undefined && !isObject(token))
      throw new TypeError(`Invalid unregisterToken ('${String(token)}')`);
    const registrations = this["##registrations"];
    if (registrations.length === 0 && !registries.includes(this)) registries.push(this);
    registrations.push(new Registration<T>(target, held, token));
  }

  unregister(token: unknown): boolean {
    if (!isObject(token)) throw new TypeError(`Invalid unregisterToken ('${String(token)}')`);
    const before = this["##registrations"];
    const after: Registration<T>[] = [];
    for (const one of before) if (one["##weakToken"] !== token) after.push(one);
    this["##registrations"] = after;
    return after.length < before.length;
  }

  /** Each call is a task of its own. */
  override "##cleanUp"(): void {
    const dead: Registration<T>[] = [];
    const alive: Registration<T>[] = [];
    for (const one of this["##registrations"]) (one["##weakTarget"] === undefined ? dead : alive).push(one);
    this["##registrations"] = alive;
    const cleanup = this["##cleanup"];
    for (const one of dead) {
      cleanup(one["##held"]);
      runTicks();
    }
  }
}

let deathsSeen = 0;

class TaskEnd extends Job {
  override "##run"(): unknown {
    task++;
    kept = [];
    const deaths = weakDeaths();
    if (deaths === deathsSeen) return undefined;
    deathsSeen = deaths;
    for (const one of registries) one["##cleanUp"]();
    return undefined;
  }
}

onTaskEnd(new TaskEnd());
