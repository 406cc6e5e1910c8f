// biome-ignore-all lint/suspicious/noShadowRestrictedNames: these are the globals of translated programs.
/**
 * Async generators and what `for await` walks over. The generator's body is a frame (suspend/split-functions.ts) that runs
 * while there are requests; each request is a call of `next`, `throw` or `return` and the promise that it gave. A copy for
 * each async generator function. A field whose name ends in `!` is never read before it is written.
 */
import { symbolIterator as arrayIterator } from "./arrays.ts";
import { Job } from "./jobs.ts";
import { Promise, promiseReject, promiseResolve } from "./promises.ts";
import { symbolIterator as stringIterator } from "./strings.ts";

/** What a request wants of the body. The frontend knows these numbers. */
const wantsNext = 0;
const wantsThrow = 1;
const wantsReturn = 2;

/** Of a promise. */
const fulfilled = 1;

const notStarted = 0;
const suspended = 1;
/** At work, or waiting for something: it takes the next request itself. */
const busy = 2;
const completed = 3;

interface Step<T> {
  value: T;
  done: boolean;
}

class Request<T, N> {
  "##wants": number;
  declare "##sent!": N;
  declare "##reason!": unknown;
  declare "##returned!": T;
  "##promise" = new Promise<Step<T>>();

  constructor(wants: number) {
    this["##wants"] = wants;
  }
}

export class AsyncGenerator<T, N> {
  "##frame": Job;
  "##state" = notStarted;
  "##requests": Request<T, N>[] = [];
  /** Of the request at work. */
  "##wants" = wantsNext;
  declare "##sent!": N;
  declare "##reason!": unknown;
  declare "##returned!": T;

  constructor(frame: Job) {
    this["##frame"] = frame;
  }

  next(value: N): Promise<Step<T>> {
    const request = new Request<T, N>(wantsNext);
    request["##sent!"] = value;
    return this["##ask"](request);
  }

  throw(reason: unknown): Promise<Step<T>> {
    const request = new Request<T, N>(wantsThrow);
    request["##reason!"] = reason;
    return this["##ask"](request);
  }

  return(value: T): Promise<Step<T>> {
    const request = new Request<T, N>(wantsReturn);
    request["##returned!"] = value;
    return this["##ask"](request);
  }

  get [Symbol.toStringTag](): string {
    return "AsyncGenerator";
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  "##ask"(request: Request<T, N>): Promise<Step<T>> {
    this["##requests"].push(request);
    const state = this["##state"];
    if (state === notStarted && request["##wants"] !== wantsNext) this["##state"] = completed;
    if (this["##state"] === completed) {
      this["##finishRequests"]();
    } else if (state !== busy) {
      this["##state"] = busy;
      this["##take"](request);
      this["##frame"]["##run"]();
    }
    return request["##promise"];
  }

  "##take"(request: Request<T, N>): void {
    const wants = request["##wants"];
    this["##wants"] = wants;
    if (wants === wantsNext) this["##sent!"] = request["##sent!"];
    else if (wants === wantsThrow) this["##reason!"] = request["##reason!"];
    else this["##returned!"] = request["##returned!"];
  }

  "##answer"(value: T, done: boolean): void {
    this["##requests"].shift()!["##promise"]["##fulfil"]({ value, done });
  }

  /** The body has yielded: answers whether it goes on at once. */
  "##yielded"(value: T): boolean {
    this["##answer"](value, false);
    const requests = this["##requests"];
    if (requests.length === 0) {
      this["##state"] = suspended;
      return false;
    }
    this["##take"](requests[0]!);
    return true;
  }

  "##ended"(value: T): void {
    this["##state"] = completed;
    this["##answer"](value, true);
    this["##finishRequests"]();
  }

  "##failed"(reason: unknown): void {
    this["##state"] = completed;
    this["##requests"].shift()!["##promise"]["##reject"](reason);
    this["##finishRequests"]();
  }

  /** Answers what is still asked of a body that has ended; what `return` is given is waited for. */
  "##finishRequests"(): void {
    const requests = this["##requests"];
    while (requests.length > 0) {
      const request = requests[0]!;
      const wants = request["##wants"];
      if (wants === wantsNext) {
        this["##answer"](undefined as T, true);
      } else if (wants === wantsThrow) {
        requests.shift();
        request["##promise"]["##reject"](request["##reason!"]);
      } else {
        this["##state"] = busy;
        const awaited = promiseResolve(request["##returned!"]);
        awaited["##add"](new Returning<T, N>(this, awaited));
        return;
      }
    }
  }
}

/** Waits for what `return` of a generator that has ended was given. */
class Returning<T, N> extends Job {
  "##generator": AsyncGenerator<T, N>;
  "##awaited": Promise<T>;

  constructor(generator: AsyncGenerator<T, N>, awaited: Promise<T>) {
    super();
    this["##generator"] = generator;
    this["##awaited"] = awaited;
  }

  override "##run"(): unknown {
    const awaited = this["##awaited"];
    const generator = this["##generator"];
    if (awaited["##state"] === fulfilled) generator["##ended"](awaited["##value!"]);
    else generator["##failed"](awaited["##reason!"]);
    return undefined;
  }
}

/** The async iterator of an object that has only the other kind. */
class AsyncFromSync<T> {
  "##inner": Iterator<T>;

  constructor(inner: Iterator<T>) {
    this["##inner"] = inner;
  }

  next(value: unknown): Promise<Step<T>> {
    try {
      return awaitStep<T>(this["##inner"].next(value as undefined) as Step<T>);
    } catch (error) {
      return promiseReject(error);
    }
  }

  return(value: T): Promise<Step<T>> {
    const inner = this["##inner"] as any;
    try {
      if (inner.return === undefined) return promiseResolve<Step<T>>({ value, done: true });
      return awaitStep<T>(inner.return(value) as Step<T>);
    } catch (error) {
      return promiseReject(error);
    }
  }

  throw(reason: unknown): Promise<Step<T>> {
    const inner = this["##inner"] as any;
    try {
      if (inner.throw === undefined) {
        if (inner.return !== undefined) checkStep(inner.return());
        throw new TypeError("The iterator does not provide a 'throw' method");
      }
      return awaitStep<T>(inner.throw(reason) as Step<T>);
    } catch (error) {
      return promiseReject(error);
    }
  }
}

function awaitStep<T>(step: Step<T>): Promise<Step<T>> {
  checkStep(step);
  const awaited = promiseResolve(step.value);
  const result = new Promise<Step<T>>();
  awaited["##add"](new Unwrapping<T>(awaited, result, !!step.done));
  return result;
}

/** Waits for the value of a step of an iterator of the other kind. */
class Unwrapping<T> extends Job {
  "##awaited": Promise<T>;
  "##result": Promise<Step<T>>;
  "##done": boolean;

  constructor(awaited: Promise<T>, result: Promise<Step<T>>, done: boolean) {
    super();
    this["##awaited"] = awaited;
    this["##result"] = result;
    this["##done"] = done;
  }

  override "##run"(): unknown {
    const awaited = this["##awaited"];
    const result = this["##result"];
    if (awaited["##state"] === fulfilled)
      result["##fulfil"]({ value: awaited["##value!"], done: this["##done"] });
    else result["##reject"](awaited["##reason!"]);
    return undefined;
  }
}

/** What `next` and its like give must be an object. */
export function checkStep(step: unknown): void {
  if ((typeof step !== "object" || step === null) && typeof step !== "function")
    throw new TypeError(`Iterator result ${String(step)} is not an object`);
}

function hasMember(member: unknown): boolean {
  return member !== undefined && member !== null;
}

export function hasReturn(iterator: any): boolean {
  return hasMember(iterator.return);
}

export function hasThrow(iterator: any): boolean {
  return hasMember(iterator.throw);
}

export function failWithoutThrow(): never {
  throw new TypeError("The iterator does not provide a 'throw' method");
}

/** What `for await` walks over; `shown` is how the program writes the iterable. */
export function asyncIterator(iterable: any, shown: string | undefined): any {
  if (typeof iterable === "string") return new AsyncFromSync(stringIterator(iterable));
  if (Array.isArray(iterable)) return new AsyncFromSync(arrayIterator(iterable));
  const isObject = (typeof iterable === "object" && iterable !== null) || typeof iterable === "function";
  if (isObject && hasMember(iterable[Symbol.asyncIterator])) {
    const found = iterable[Symbol.asyncIterator]();
    if (typeof found !== "object" || found === null)
      throw new TypeError("Result of the Symbol.asyncIterator method is not an object");
    return found;
  }
  if (isObject && hasMember(iterable[Symbol.iterator])) return new AsyncFromSync(iterable[Symbol.iterator]());
  if (iterable === undefined || iterable === null)
    throw new TypeError(`Cannot read properties of ${iterable} (reading 'Symbol(Symbol.asyncIterator)')`);
  throw new TypeError(`${shown ?? kindOf(iterable)} is not async iterable`);
}

function kindOf(value: unknown): string {
  return typeof value === "object" ? "object" : `${typeof value} ${String(value)}`;
}
