/**
 * `heddle/gc`: what a program may ask of its collector. On Node `src/frontend/oracle/gc-on-node.ts` stands for it.
 *
 * A class has a finalizer as the method `[finalizer]`. It runs once for each instance that nothing leads to any more, at
 * the end of a task, in `collect` or in `runFinalizers`; an instance that it makes reachable lives on.
 */
import {
  collectAll,
  collectionCount,
  collectionNanoseconds,
  pinObject,
  weakDeaths,
} from "../../memory/collection-primitives.ts";
import { hashKey } from "../../memory/key-primitives.ts";
import { Job, onTaskEnd } from "../prelude/jobs.ts";

/** The name of the method that is an object's finalizer. */
export declare const finalizer: unique symbol;

export interface Finalizable {
  [finalizer](): void;
}

/** Holds an object with a finalizer until nothing else does: the collector then moves it to the other field. */
class Watch {
  "##dead": Finalizable | undefined;
  "##weakFinalizable": Finalizable | undefined;

  constructor(object: Finalizable) {
    // Flow has to know what the collector writes here.
    this["##dead"] = weakDeaths() < 0 ? object : undefined;
    this["##weakFinalizable"] = object;
  }
}

let watches: Watch[] = [];
let deathsSeen = 0;

/** Called for each new instance of a class with a finalizer. */
export function watch(object: Finalizable): void {
  watches.push(new Watch(object));
}

/** Runs the finalizers of objects that the collector has found dead; gives their number. */
export function runFinalizers(): number {
  const deaths = weakDeaths();
  if (deaths === deathsSeen) return 0;
  deathsSeen = deaths;
  const dead: Watch[] = [];
  const alive: Watch[] = [];
  for (const one of watches) (one["##dead"] === undefined ? alive : dead).push(one);
  watches = alive;
  for (const one of dead) {
    const object = one["##dead"];
    one["##dead"] = undefined;
    if (object !== undefined) object[finalizer]();
  }
  return dead.length;
}

class TaskEnd extends Job {
  override "##run"(): unknown {
    runFinalizers();
    return undefined;
  }
}

onTaskEnd(new TaskEnd());

/** A full collection; finalizers run afterwards. */
export function collect(): void {
  collectAll();
  runFinalizers();
}

export interface Stats {
  /** Collections so far. */
  readonly collections: number;
  /** How long they took, in milliseconds. */
  readonly milliseconds: number;
}

export function stats(): Stats {
  return { collections: collectionCount(), milliseconds: collectionNanoseconds() / 1000000 };
}

/** From now on the object stays at its address; false if the program's collector cannot promise that. */
export function pin(object: object): boolean {
  return pinObject(object);
}

/** A number that stays with the object for life; others may have the same. */
export function identityHash(object: object): number {
  return hashKey(object);
}

// What `import gc from "heddle/gc"` means.
export * as default from "./gc.ts";
