/** What a program finds around it beside the language's own library: the part of Node's that is translated. */
export const hostDeclarations = `interface Console {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  error(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  assert(condition?: unknown, ...values: unknown[]): void;
  count(label?: string): void;
  countReset(label?: string): void;
  dir(value?: unknown, options?: { depth?: number | null }): void;
  group(...label: unknown[]): void;
  groupCollapsed(...label: unknown[]): void;
  groupEnd(): void;
  table(data?: unknown, columns?: readonly string[]): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
  timeLog(label?: string): void;
  trace(...values: unknown[]): void;
}

declare var console: Console;

interface OutputStream {
  readonly fd: number;
  readonly isTTY: boolean;
  readonly columns: number;
  readonly writable: boolean;
  write(text: string): boolean;
}

interface InputStream {
  readonly fd: number;
  readonly isTTY: boolean | undefined;
  readonly readable: boolean;
  readonly readableEnded: boolean;
  setEncoding(encoding?: string): this;
  on(name: "data", listener: (chunk: any) => void): this;
  on(name: string, listener: (...args: any[]) => void): this;
  addListener(name: string, listener: (...args: any[]) => void): this;
  once(name: "data", listener: (chunk: any) => void): this;
  once(name: string, listener: (...args: any[]) => void): this;
  off(name: string, listener: (...args: any[]) => void): this;
  removeListener(name: string, listener: (...args: any[]) => void): this;
  removeAllListeners(name?: string): this;
  listenerCount(name: string): number;
  resume(): this;
  pause(): this;
  isPaused(): boolean;
  ref(): this;
  unref(): this;
  destroy(): this;
  read(): any;
  [Symbol.asyncIterator](): AsyncGenerator<any>;
}

interface Process {
  readonly argv: string[];
  readonly env: { [name: string]: string | undefined };
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly platform: string;
  readonly arch: string;
  readonly version: string;
  readonly pid: number;
  readonly ppid: number;
  exitCode: number | undefined;
  exit(code?: number): never;
  on(name: "exit" | "beforeExit", listener: (code: number) => void): this;
  on(name: "uncaughtException", listener: (error: Error, origin: string) => void): this;
  on(name: "unhandledRejection", listener: (reason: any, promise: Promise<unknown>) => void): this;
  on(name: string, listener: (...args: any[]) => void): this;
  once(name: "exit" | "beforeExit", listener: (code: number) => void): this;
  once(name: "uncaughtException", listener: (error: Error, origin: string) => void): this;
  once(name: "unhandledRejection", listener: (reason: any, promise: Promise<unknown>) => void): this;
  once(name: string, listener: (...args: any[]) => void): this;
  addListener(name: string, listener: (...args: any[]) => void): this;
  prependListener(name: string, listener: (...args: any[]) => void): this;
  off(name: string, listener: (...args: any[]) => void): this;
  removeListener(name: string, listener: (...args: any[]) => void): this;
  removeAllListeners(name?: string): this;
  emit(name: string, ...args: any[]): boolean;
  listenerCount(name: string): number;
  nextTick<A extends unknown[]>(f: (...args: A) => void, ...args: A): void;
  abort(): never;
  cwd(): string;
  chdir(folder: string): void;
  uptime(): number;
  hrtime: { (since?: [number, number]): [number, number]; bigint(): bigint };
  memoryUsage(): { rss: number; heapTotal: number; heapUsed: number; external: number; arrayBuffers: number };
  cpuUsage(): { user: number; system: number };
}

declare namespace NodeJS {
  interface ErrnoException extends Error {
    errno?: number;
    code?: string;
    path?: string;
    syscall?: string;
  }
}

interface ErrorConstructor {
  captureStackTrace(target: object, after?: unknown): void;
  stackTraceLimit: number;
}

declare var process: Process;

declare namespace NodeJS {
  interface Timeout {
    ref(): this;
    unref(): this;
    hasRef(): boolean;
  }
  type Timer = Timeout;
  type Immediate = Timeout;
}

declare function setTimeout<A extends unknown[]>(f: (...args: A) => void, delay?: number, ...args: A): NodeJS.Timeout;
declare function setInterval<A extends unknown[]>(f: (...args: A) => void, delay?: number, ...args: A): NodeJS.Timeout;
declare function setImmediate<A extends unknown[]>(f: (...args: A) => void, ...args: A): NodeJS.Immediate;
declare function clearTimeout(timer?: NodeJS.Timeout | null): void;
declare function clearInterval(timer?: NodeJS.Timeout | null): void;
declare function clearImmediate(immediate?: NodeJS.Immediate | null): void;
declare function atob(text: string): string;
declare function btoa(text: string): string;

declare class TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array;
  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number };
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(bytes?: Uint8Array | ArrayBuffer): string;
}

declare function structuredClone<T>(value: T): T;
declare function queueMicrotask(f: () => void): void;

interface Buffer extends Uint8Array {
  toString(encoding?: string, start?: number, end?: number): string;
  toJSON(): { type: string; data: number[] };
  equals(other: Uint8Array): boolean;
  compare(other: Uint8Array): number;
  slice(start?: number, end?: number): this;
  subarray(start?: number, end?: number): this;
  write(text: string, offset?: number | string, length?: number | string, encoding?: string): number;
  copy(target: Uint8Array, targetStart?: number, start?: number, end?: number): number;
  readUInt8(offset?: number): number;
  writeUInt8(value: number, offset?: number): number;
  readInt8(offset?: number): number;
  writeInt8(value: number, offset?: number): number;
  readUInt16LE(offset?: number): number;
  writeUInt16LE(value: number, offset?: number): number;
  readUInt16BE(offset?: number): number;
  writeUInt16BE(value: number, offset?: number): number;
  readUInt32LE(offset?: number): number;
  writeUInt32LE(value: number, offset?: number): number;
  readUInt32BE(offset?: number): number;
  writeUInt32BE(value: number, offset?: number): number;
  readInt16LE(offset?: number): number;
  writeInt16LE(value: number, offset?: number): number;
  readInt16BE(offset?: number): number;
  writeInt16BE(value: number, offset?: number): number;
  readInt32LE(offset?: number): number;
  writeInt32LE(value: number, offset?: number): number;
  readInt32BE(offset?: number): number;
  writeInt32BE(value: number, offset?: number): number;
  readFloatLE(offset?: number): number;
  writeFloatLE(value: number, offset?: number): number;
  readFloatBE(offset?: number): number;
  writeFloatBE(value: number, offset?: number): number;
  readDoubleLE(offset?: number): number;
  writeDoubleLE(value: number, offset?: number): number;
  readDoubleBE(offset?: number): number;
  writeDoubleBE(value: number, offset?: number): number;
}

interface BufferConstructor {
  readonly prototype: Buffer;
  from(source: string | ArrayBuffer | Iterable<number>, encoding?: string | number, length?: number): Buffer;
  alloc(size: number, fill?: string | number, encoding?: string): Buffer;
  allocUnsafe(size: number): Buffer;
  concat(list: readonly Uint8Array[], total?: number): Buffer;
  compare(a: Uint8Array, b: Uint8Array): number;
  byteLength(text: string | Uint8Array, encoding?: string): number;
  isBuffer(value: unknown): value is Buffer;
  isEncoding(name: string): boolean;
}

declare const Buffer: BufferConstructor;

interface String {
  isWellFormed(): boolean;
  toWellFormed(): string;
}

interface SymbolConstructor {
  readonly dispose: unique symbol;
  readonly asyncDispose: unique symbol;
}

interface Disposable {
  [Symbol.dispose](): void;
}

interface AsyncDisposable {
  [Symbol.asyncDispose](): PromiseLike<void>;
}

interface Performance {
  now(): number;
}

declare var performance: Performance;
`;
