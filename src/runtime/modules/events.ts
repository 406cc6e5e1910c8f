// biome-ignore-all lint/style/noDefaultExport: as Node has it.
/** `events`: functions that are called when something of a name happens. */
import { stop } from "../../memory/memory.ts";
import { unsupportedStop } from "../../source/stop-codes.ts";
import { inspect } from "./util.ts";

type Listener = (...args: any[]) => void;

/** One function that listens; `once`: it is removed before it is called. */
class Registration {
  readonly listener: Listener;
  readonly once: boolean;

  constructor(listener: Listener, once: boolean) {
    this.listener = listener;
    this.once = once;
  }
}

export class EventEmitter {
  /** Lists are never changed in place: whoever goes over one sees it as it was. */
  "##events" = new Map<string, Registration[]>();
  "##limit" = 10;

  on(name: string, listener: Listener): this {
    return this["##add"](name, listener, false, false);
  }

  addListener(name: string, listener: Listener): this {
    return this["##add"](name, listener, false, false);
  }

  once(name: string, listener: Listener): this {
    return this["##add"](name, listener, true, false);
  }

  prependListener(name: string, listener: Listener): this {
    return this["##add"](name, listener, false, true);
  }

  prependOnceListener(name: string, listener: Listener): this {
    return this["##add"](name, listener, true, true);
  }

  "##add"(name: string, listener: Listener, once: boolean, first: boolean): this {
    if (typeof listener !== "function") {
      const received =
        listener === undefined || listener === null
          ? `${listener}`
          : `type ${typeof listener} (${inspect(listener)})`;
      throw new TypeError(`The "listener" argument must be of type function. Received ${received}`);
    }
    const events = this["##events"];
    if (events.has("newListener")) this.emit("newListener", name, listener);
    const made = new Registration(listener, once);
    const known = events.get(name) ?? [];
    events.set(name, first ? [made, ...known] : [...known, made]);
    return this;
  }

  off(name: string, listener: Listener): this {
    return this.removeListener(name, listener);
  }

  removeListener(name: string, listener: Listener): this {
    const known = this["##events"].get(name) ?? [];
    for (let i = known.length - 1; i >= 0; i--) {
      if (known[i]!.listener !== listener) continue;
      this["##remove"](name, known[i]!);
      break;
    }
    return this;
  }

  "##remove"(name: string, one: Registration): void {
    const events = this["##events"];
    const known = events.get(name) ?? [];
    const rest = known.filter((other) => other !== one);
    if (rest.length === known.length) return;
    if (rest.length > 0) events.set(name, rest);
    else events.delete(name);
    if (events.has("removeListener")) this.emit("removeListener", name, one.listener);
  }

  removeAllListeners(name?: string): this {
    const events = this["##events"];
    if (events.has("removeListener")) {
      for (const key of name === undefined ? [...events.keys()] : [name])
        for (const one of [...(events.get(key) ?? [])].reverse())
          if (key !== "removeListener" || name !== undefined) this["##remove"](key, one);
    }
    if (name === undefined) events.clear();
    else events.delete(name);
    return this;
  }

  emit(name: string, ...args: any[]): boolean {
    const known = this["##events"].get(name);
    if (known === undefined) {
      if (name === "error") failUnheard(args[0]);
      return false;
    }
    for (const one of known) {
      if (one.once) this["##remove"](name, one);
      one.listener.apply(this, args);
    }
    return true;
  }

  listenerCount(name: string, listener?: Listener): number {
    const known = this["##events"].get(name) ?? [];
    return listener === undefined ? known.length : known.filter((one) => one.listener === listener).length;
  }

  listeners(name: string): Listener[] {
    return (this["##events"].get(name) ?? []).map((one) => one.listener);
  }

  eventNames(): string[] {
    return [...this["##events"].keys()];
  }

  setMaxListeners(limit: number): this {
    this["##limit"] = limit;
    return this;
  }

  getMaxListeners(): number {
    return this["##limit"];
  }

  /** What printing would show are Node's own fields. */
  "##contents"(): string {
    stop(unsupportedStop, "printing an EventEmitter");
  }
}

/** An error that nobody listens to is thrown. */
function failUnheard(error: any): never {
  if (error instanceof Error) throw error;
  const failure: any = new Error(
    `Unhandled error. (${typeof error === "string" ? `'${error}'` : inspect(error)})`,
  );
  failure.code = "ERR_UNHANDLED_ERROR";
  failure.context = error;
  throw failure;
}

/** A promise of the arguments of the next event of a name. */
export function once(emitter: EventEmitter, name: string): Promise<any[]> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      emitter.removeListener(name, heard);
      reject(error);
    };
    const heard = (...args: any[]): void => {
      emitter.removeListener("error", fail);
      resolve(args);
    };
    emitter.once(name, heard);
    if (name !== "error") emitter.once("error", fail);
  });
}

// What `import EventEmitter from "node:events"` means.
export { EventEmitter as default };
