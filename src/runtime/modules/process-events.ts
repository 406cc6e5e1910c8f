/** Events of `process`: loaded for programs that listen to one. */
import { exit } from "../../memory/system-services.ts";
import {
  enqueueMicrotask,
  hasWork,
  Job,
  type Rejection,
  runEventLoop,
  watchRejections,
} from "../prelude/jobs.ts";
import { EventEmitter } from "./events.ts";
import { process } from "./process.ts";

type Listener = (...args: any[]) => void;

const events = new EventEmitter();
let exiting = false;
/** All modules have run, or one has failed. */
let started = false;
let origin = "uncaughtException";

/** What a module has thrown is a rejection to Node: microtasks that were waiting come first. */
class ModuleFailure extends Job {
  "##thrown": unknown;

  constructor(thrown: unknown) {
    super();
    this["##thrown"] = thrown;
  }

  override "##run"(): unknown {
    origin = "unhandledRejection";
    throw this["##thrown"];
  }
}

function endWith(code: number): never {
  if (!exiting) {
    exiting = true;
    process.exitCode = code;
    events.emit("exit", code);
  }
  const last = process.exitCode;
  exit(last === undefined ? code : last | 0);
}

/** `process.exit`. */
export function exitProcess(code?: number): never {
  if (code !== undefined) process.exitCode = code;
  const given = process.exitCode;
  endWith(given === undefined ? 0 : given | 0);
}

/** What these functions give is `process`: here as much of it as more of them are called on. */
class Listening {
  on(name: string, listener: Listener): this {
    if (name === "unhandledRejection") watchRejections(tellOfRejection);
    events.on(name, listener);
    return this;
  }

  once(name: string, listener: Listener): this {
    if (name === "unhandledRejection") watchRejections(tellOfRejection);
    events.once(name, listener);
    return this;
  }

  off(name: string, listener: Listener): this {
    events.off(name, listener);
    return this;
  }
}

const listening = new Listening();

export function on(name: string, listener: Listener): Listening {
  return listening.on(name, listener);
}

export function once(name: string, listener: Listener): Listening {
  return listening.once(name, listener);
}

export function off(name: string, listener: Listener): Listening {
  return listening.off(name, listener);
}

export function removeAllListeners(name?: string): Listening {
  events.removeAllListeners(name);
  return listening;
}

export function emit(name: string, ...args: any[]): boolean {
  return events.emit(name, ...args);
}

export function listenerCount(name: string): number {
  return events.listenerCount(name);
}

function tellOfRejection(one: Rejection): boolean {
  return events.emit("unhandledRejection", one.reason(), one.promise());
}

/** Something was thrown that nothing has caught: says whether the program goes on. */
export function handleUncaught(thrown: unknown): boolean {
  if (!started) {
    enqueueMicrotask(new ModuleFailure(thrown));
    return true;
  }
  const kind = origin;
  origin = "uncaughtException";
  if (!exiting && events.emit("uncaughtException", thrown, kind)) return true;
  if (!exiting) {
    exiting = true;
    process.exitCode = 1;
    events.emit("exit", 1);
  }
  return false;
}

/** Runs what is left to be done, until no listener of `beforeExit` has found more. */
export function runProgram(): void {
  started = true;
  do runEventLoop();
  while (events.emit("beforeExit", process.exitCode ?? 0) && hasWork());
}

/** The program has run to its end. */
export function endProgram(): void {
  const code = process.exitCode;
  endWith(code === undefined ? 0 : code | 0);
}
